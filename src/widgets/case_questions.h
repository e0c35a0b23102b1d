#pragma once

#include "vorzimmer/desk/case_file.h"
#include "vorzimmer/ports/clock.h"

#include <QObject>

class QWidget;

namespace vorzimmer::widgets {

class DeskView;

/// The menus and questions about the case on the screen: the caller, a person's state, why something else was done than advised.
class CaseQuestions : public QObject {
    Q_OBJECT

public:
    /// @p page is where they stand; @p clock must outlive it.
    CaseQuestions(const ports::Clock& clock, QWidget* page);

    /// Asks for a word why; in front of @p centre, which the question goes with.
    void askWhy(desk::CaseFile& file, QWidget* centre);
    /// What can be laid down about the caller.
    void openCallerMenu(DeskView& view, desk::CaseFile& file);
    /// The state of the person who is chosen in the people pane.
    void openPresenceMenu(DeskView& view, desk::CaseFile& file);

Q_SIGNALS:
    /// Why something cannot be done, for the user.
    void refused(const QString& sentence);

private:
    const ports::Clock& m_clock;
    QWidget* m_page;
};

} // namespace vorzimmer::widgets
