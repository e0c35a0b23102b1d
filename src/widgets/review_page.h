#pragma once

#include "vorzimmer/desk/review.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace vorzimmer::models {
class ReviewModel;
}

namespace vorzimmer::widgets {

namespace Ui {
class ReviewPage;
}

/// One tenant's call notes as a dialogue: read, search, comment, done. A client opening a note marks it as seen; the bureau's
/// own reading leaves no mark.
class ReviewPage : public QWidget {
    Q_OBJECT

public:
    enum class Reader { Client, Bureau };

    /// Shows @p review; times in the tenant's @p zone.
    ReviewPage(std::unique_ptr<desk::Review> review, QTimeZone zone, Reader reader, QWidget* parent = nullptr);
    ~ReviewPage() override;

    /// Reads the list again: the other side may have changed it.
    void reload();
    /// Brings @p note in front; without effect when it is not in the list.
    void showNote(const domain::NoteId& note);

private:
    void applyFilter();
    void showLoaded();
    void showEntry(int row);
    void showDetail(const ports::ReviewEntry& entry);
    void addComment();
    void toggleDone();
    void markUnseen();
    [[nodiscard]] const ports::ReviewEntry* shown() const;
    [[nodiscard]] QString factsOf(const ports::ReviewEntry& entry) const;
    [[nodiscard]] QString standingOf(const ports::ReviewEntry& entry) const;
    [[nodiscard]] QString commentsOf(const ports::ReviewEntry& entry) const;

    std::unique_ptr<desk::Review> m_review;
    QTimeZone m_zone;
    Reader m_reader;
    std::unique_ptr<Ui::ReviewPage> m_ui;
    models::ReviewModel* m_model;
    QTimer m_searchDelay;
    domain::NoteId m_shown;
    domain::NoteId m_keptNew; ///< marked as new by hand: not seen again until another note was shown
};

} // namespace vorzimmer::widgets
