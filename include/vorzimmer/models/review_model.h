#pragma once

#include "vorzimmer/ports/cabinet.h"

#include <QAbstractListModel>
#include <QLocale>
#include <QTimeZone>

#include <vector>

namespace vorzimmer::models {

/// The client's notes, one row each, newest first. The display text is what a screen reader says; a delegate paints the
/// other roles.
class ReviewModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        WhenRole = Qt::UserRole, ///< QString, in the tenant's time
        WhoRole,                 ///< QString: caller and company
        WhatRole,                ///< QString: concern
        TextRole,                ///< QString: the note, on one line
        SeenRole,                ///< bool
        DoneRole,                ///< bool
        UrgentRole,              ///< bool
        SharedRole,              ///< bool: on the shared list already
        CommentCountRole,        ///< int
    };

    explicit ReviewModel(QTimeZone zone, QObject* parent = nullptr);

    /// Takes the new list over row by row, so that selection and scroll position stay.
    void setEntries(std::vector<ports::ReviewEntry> entries);
    /// Nullptr for a row that is not there.
    [[nodiscard]] const ports::ReviewEntry* entry(int row) const;
    /// -1 when the note is not in the list.
    [[nodiscard]] int rowOf(const domain::NoteId& note) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QString spoken(const ports::ReviewEntry& entry) const;
    [[nodiscard]] QString when(const ports::ReviewEntry& entry) const;

    QTimeZone m_zone;
    QLocale m_locale;
    std::vector<ports::ReviewEntry> m_entries;
};

} // namespace vorzimmer::models
