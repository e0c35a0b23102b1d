#pragma once

#include "vorzimmer/desk/case_file.h"

#include <QWidget>

#include <memory>

namespace vorzimmer::widgets {

namespace Ui {
class CaseMessagePage;
}

/// The screen of a case that has no desk: still looking, nobody's number, not this seat's client, cabinet unreadable. The
/// call itself can be handled all the same.
class CaseMessagePage : public QWidget {
    Q_OBJECT

public:
    /// @p file must outlive the page.
    explicit CaseMessagePage(const desk::CaseFile& file, QWidget* parent = nullptr);
    ~CaseMessagePage() override;

Q_SIGNALS:
    void answerRequested();
    void hangUpRequested();
    void putAwayRequested();

private:
    void refresh();
    void describe();

    const desk::CaseFile& m_file;
    std::unique_ptr<Ui::CaseMessagePage> m_ui;
};

} // namespace vorzimmer::widgets
