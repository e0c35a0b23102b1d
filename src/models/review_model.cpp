#include "vorzimmer/models/review_model.h"

#include "vorzimmer/models/question_wording.h"

#include <algorithm>

namespace vorzimmer::models {

namespace {

QString who(const domain::Note& note)
{
    QStringList parts;
    for (const QString& part : {note.callerName, note.company}) {
        if (!part.trimmed().isEmpty())
            parts << part.trimmed();
    }
    return parts.isEmpty() ? ReviewModel::tr("Unknown caller") : parts.join(QStringLiteral(" · "));
}

} // namespace

ReviewModel::ReviewModel(QTimeZone zone, QObject* parent) : QAbstractListModel(parent), m_zone(std::move(zone)) {}

void ReviewModel::setEntries(std::vector<ports::ReviewEntry> entries)
{
    const auto sameNote = [](const ports::ReviewEntry& a, const ports::ReviewEntry& b) { return a.note.id == b.note.id; };
    const bool sameRows = std::equal(entries.begin(), entries.end(), m_entries.begin(), m_entries.end(), sameNote);
    if (sameRows) {
        m_entries = std::move(entries);
        if (!m_entries.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

const ports::ReviewEntry* ReviewModel::entry(int row) const
{
    return row >= 0 && row < rowCount() ? &m_entries[static_cast<size_t>(row)] : nullptr;
}

int ReviewModel::rowOf(const domain::NoteId& note) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const auto& entry) { return entry.note.id == note; });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

int ReviewModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant ReviewModel::data(const QModelIndex& index, int role) const
{
    const ports::ReviewEntry* entry = this->entry(index.row());
    if (!entry)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return spoken(*entry);
    case WhenRole: return when(*entry);
    case WhoRole: return who(entry->note);
    case WhatRole: return entry->note.concern;
    case TextRole: return QuestionWording::noteText(entry->note).simplified();
    case SeenRole: return entry->seen;
    case DoneRole: return entry->topicState == domain::TopicState::Done;
    case UrgentRole: return entry->note.flags.testFlag(domain::NoteFlag::Urgent);
    case SharedRole: return entry->onSharedList;
    case CommentCountRole: return static_cast<int>(entry->comments.size());
    default: return {};
    }
}

QString ReviewModel::when(const ports::ReviewEntry& entry) const
{
    const QDateTime at = (entry.call ? entry.call->offeredAt : entry.note.finishedAt).toTimeZone(m_zone);
    const QDate today = QDateTime::currentDateTimeUtc().toTimeZone(m_zone).date();
    const QString time = m_locale.toString(at.time(), QLocale::ShortFormat);
    if (at.date() == today)
        return time;
    if (at.date() == today.addDays(-1))
        return tr("yesterday %1").arg(time);
    return m_locale.toString(at.date(), QLocale::ShortFormat) + QLatin1Char(' ') + time;
}

QString ReviewModel::spoken(const ports::ReviewEntry& entry) const
{
    QStringList parts;
    parts << (entry.seen ? tr("seen") : tr("new"));
    if (entry.topicState == domain::TopicState::Done)
        parts << tr("done");
    if (entry.note.flags.testFlag(domain::NoteFlag::Urgent))
        parts << tr("urgent");
    parts << when(entry) << who(entry.note);
    if (!entry.note.concern.isEmpty())
        parts << entry.note.concern;
    parts << QuestionWording::noteText(entry.note).simplified();
    return parts.join(QStringLiteral(", "));
}

} // namespace vorzimmer::models
