#include "vorzimmer/models/topic_model.h"

#include "vorzimmer/models/topic_wording.h"

#include <algorithm>
#include <numeric>

namespace vorzimmer::models {

using ports::TopicEntry;

namespace {

constexpr qsizetype detailLength = 160;

enum DueRank { Overdue, Today, ThisWeek, Later, NoDue };

DueRank dueRank(QDate due, QDate today)
{
    if (!due.isValid())
        return NoDue;
    if (due < today)
        return Overdue;
    if (due == today)
        return Today;
    const QDate endOfWeek = today.addDays(7 - today.dayOfWeek());
    return due <= endOfWeek ? ThisWeek : Later;
}

bool sooner(const TopicEntry& a, const TopicEntry& b)
{
    if (a.topic.priority != b.topic.priority)
        return a.topic.priority > b.topic.priority;
    if (a.topic.due.isValid() != b.topic.due.isValid())
        return a.topic.due.isValid();
    if (a.topic.due != b.topic.due)
        return a.topic.due < b.topic.due;
    if (a.topic.createdAt != b.topic.createdAt)
        return a.topic.createdAt > b.topic.createdAt;
    return a.topic.id < b.topic.id;
}

} // namespace

TopicModel::TopicModel(QTimeZone zone, QObject* parent) : QAbstractListModel(parent), m_zone(std::move(zone)) {}

void TopicModel::setGrouping(TopicGrouping grouping)
{
    if (m_grouping == grouping)
        return;
    m_grouping = grouping;
    arrange();
}

void TopicModel::setHidden(const domain::TopicId& topic)
{
    m_hidden = topic;
    arrange();
}

void TopicModel::setEntries(std::vector<TopicEntry> entries, QDate today)
{
    const bool newDay = std::exchange(m_today, today) != today;
    const std::vector<Line> oldLines = m_lines;
    const std::vector<TopicEntry> before = m_entries;
    std::vector<Line> lines = linesOf(entries);
    show(std::move(lines), std::move(entries));
    // What is where it was but says something else now.
    size_t from = 0;
    const auto tell = [this](size_t first, size_t last) {
        Q_EMIT dataChanged(index(static_cast<int>(first)), index(static_cast<int>(last)));
    };
    for (; from < m_lines.size(); ++from) {
        const Line& line = m_lines[from];
        if (line.entry < 0)
            continue;
        const bool known = from < oldLines.size() && oldLines[from].topic == line.topic;
        if (!known) {
            tell(from, m_lines.size() - 1);
            return;
        }
        if (newDay || !(before[static_cast<size_t>(oldLines[from].entry)] == m_entries[static_cast<size_t>(line.entry)]))
            tell(from, from);
    }
}

int TopicModel::rankOf(const TopicEntry& entry) const
{
    switch (m_grouping) {
    case TopicGrouping::State: return static_cast<int>(entry.topic.state);
    case TopicGrouping::Due: return dueRank(entry.topic.due, m_today);
    case TopicGrouping::Person: return entry.topic.person.isEmpty() ? 1 : 0;
    case TopicGrouping::None: break;
    }
    return 0;
}

QString TopicModel::headingOf(const TopicEntry& entry) const
{
    switch (m_grouping) {
    case TopicGrouping::State: return TopicWording::stateName(entry.topic.state);
    case TopicGrouping::Person: return entry.topic.person.isEmpty() ? tr("For nobody yet") : entry.topic.person;
    case TopicGrouping::Due:
        switch (dueRank(entry.topic.due, m_today)) {
        case Overdue: return tr("Overdue");
        case Today: return tr("Today");
        case ThisWeek: return tr("This week");
        case Later: return tr("Later");
        case NoDue: return tr("Without due date");
        }
        break;
    case TopicGrouping::None: break;
    }
    return {};
}

void TopicModel::arrange()
{
    show(linesOf(m_entries), m_entries);
}

std::vector<TopicModel::Line> TopicModel::linesOf(const std::vector<TopicEntry>& entries) const
{
    std::vector<int> order(entries.size());
    std::iota(order.begin(), order.end(), 0);
    std::erase_if(order, [&](int at) {
        return !m_hidden.isNull() && entries[static_cast<size_t>(at)].topic.id == m_hidden;
    });
    std::sort(order.begin(), order.end(), [&](int one, int other) {
        const TopicEntry& a = entries[static_cast<size_t>(one)];
        const TopicEntry& b = entries[static_cast<size_t>(other)];
        if (const int ranks = rankOf(a) - rankOf(b); ranks != 0)
            return ranks < 0;
        if (m_grouping == TopicGrouping::Person && a.topic.person != b.topic.person) {
            const int names = QString::localeAwareCompare(a.topic.person, b.topic.person);
            return names != 0 ? names < 0 : a.topic.person < b.topic.person;
        }
        return sooner(a, b);
    });
    std::vector<Line> lines;
    QString heading;
    for (const int at : order) {
        const TopicEntry& entry = entries[static_cast<size_t>(at)];
        if (const QString own = headingOf(entry); own != heading) {
            heading = own;
            lines.push_back({heading, -1, {}});
        }
        lines.push_back({{}, at, entry.topic.id});
    }
    return lines;
}

void TopicModel::show(std::vector<Line> lines, std::vector<TopicEntry> entries)
{
    const auto sameRow = [](const Line& a, const Line& b) { return a.topic == b.topic && a.heading == b.heading; };
    size_t head = 0;
    while (head < lines.size() && head < m_lines.size() && sameRow(lines[head], m_lines[head]))
        ++head;
    size_t tail = 0;
    while (tail < lines.size() - head && tail < m_lines.size() - head
           && sameRow(lines[lines.size() - 1 - tail], m_lines[m_lines.size() - 1 - tail]))
        ++tail;
    const int first = static_cast<int>(head);
    if (const size_t gone = m_lines.size() - head - tail; gone > 0) {
        beginRemoveRows({}, first, first + static_cast<int>(gone) - 1);
        m_lines.erase(m_lines.begin() + first, m_lines.begin() + first + static_cast<ptrdiff_t>(gone));
        endRemoveRows();
    }
    const size_t fresh = lines.size() - head - tail;
    if (fresh > 0)
        beginInsertRows({}, first, first + static_cast<int>(fresh) - 1);
    // Lines and entries change together: a line's number means nothing in another list.
    m_lines = std::move(lines);
    m_entries = std::move(entries);
    m_topicCount = static_cast<int>(std::count_if(m_lines.begin(), m_lines.end(), [](const Line& line) { return line.entry >= 0; }));
    if (fresh > 0)
        endInsertRows();
}

const TopicEntry* TopicModel::entry(int row) const
{
    if (row < 0 || row >= rowCount() || m_lines[static_cast<size_t>(row)].entry < 0)
        return nullptr;
    return &m_entries[static_cast<size_t>(m_lines[static_cast<size_t>(row)].entry)];
}

int TopicModel::rowOf(const domain::TopicId& topic) const
{
    if (topic.isNull())
        return -1;
    const auto found = std::find_if(m_lines.begin(), m_lines.end(), [&](const Line& line) { return line.topic == topic; });
    return found == m_lines.end() ? -1 : static_cast<int>(found - m_lines.begin());
}

int TopicModel::firstTopicRow() const
{
    const auto found = std::find_if(m_lines.begin(), m_lines.end(), [](const Line& line) { return line.entry >= 0; });
    return found == m_lines.end() ? -1 : static_cast<int>(found - m_lines.begin());
}

int TopicModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

Qt::ItemFlags TopicModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return entry(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                              : Qt::ItemFlags(Qt::ItemNeverHasChildren);
}

QVariant TopicModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (const TopicEntry* shown = entry(index.row()))
        return dataOf(*shown, role);
    const Line& line = m_lines[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case TitleRole: return line.heading;
    case IsHeadingRole: return true;
    default: return {};
    }
}

QVariant TopicModel::dataOf(const TopicEntry& entry, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return spoken(entry);
    case IsHeadingRole: return false;
    case TitleRole: return entry.topic.title;
    case DetailRole: {
        QStringList parts;
        if (m_grouping != TopicGrouping::State)
            parts << TopicWording::stateName(entry.topic.state);
        if (m_grouping != TopicGrouping::Person && !entry.topic.person.isEmpty())
            parts << entry.topic.person;
        const QString text = entry.topic.text.left(detailLength).simplified();
        if (!text.isEmpty() && text != entry.topic.title)
            parts << text;
        return parts.join(QStringLiteral(" · "));
    }
    case DueRole: return TopicWording::dueText(entry.topic.due, m_today);
    case DueToneRole:
        return static_cast<int>(entry.topic.state == domain::TopicState::Done ? Tone::Muted
                                                                               : TopicWording::dueTone(entry.topic.due, m_today));
    case StateRole: return static_cast<int>(entry.topic.state);
    case MarksRole: return QVariant::fromValue(marksOf(entry));
    case TopicIdRole: return entry.topic.id.uuid();
    default: return {};
    }
}

std::vector<TopicMark> TopicModel::marksOf(const TopicEntry& entry)
{
    std::vector<TopicMark> marks;
    if (!entry.conflicts.empty())
        marks.push_back({QStringLiteral("data-warning"), tr("%n conflict(s)", nullptr, static_cast<int>(entry.conflicts.size())), Tone::Danger});
    if (!entry.blocked.isEmpty())
        marks.push_back({QStringLiteral("dialog-cancel"), tr("refused"), Tone::Danger});
    else if (entry.waiting > 0)
        marks.push_back({QStringLiteral("cloud-upload"), tr("not yet synced"), Tone::Warn});
    else if (!entry.onSharedList)
        marks.push_back({QStringLiteral("user-identity"), tr("only here"), Tone::Muted});
    if (entry.topic.priority == domain::TopicPriority::High)
        marks.push_back({QStringLiteral("flag"), tr("urgent"), Tone::Danger});
    if (!entry.comments.empty())
        marks.push_back({QStringLiteral("edit-comment"), QString::number(entry.comments.size()), Tone::Muted});
    if (!entry.call.isNull())
        marks.push_back({QStringLiteral("call-start"), tr("call"), Tone::Muted});
    return marks;
}

QString TopicModel::spoken(const TopicEntry& entry) const
{
    QStringList parts{entry.topic.title, TopicWording::stateName(entry.topic.state)};
    if (!entry.topic.person.isEmpty())
        parts << tr("for %1").arg(entry.topic.person);
    if (entry.topic.due.isValid())
        parts << TopicWording::dueText(entry.topic.due, m_today);
    for (const TopicMark& mark : marksOf(entry)) {
        if (mark.icon != QLatin1String("edit-comment"))
            parts << mark.text;
    }
    if (!entry.comments.empty())
        parts << tr("%n comment(s)", nullptr, static_cast<int>(entry.comments.size()));
    return parts.join(QStringLiteral(", "));
}

} // namespace vorzimmer::models
