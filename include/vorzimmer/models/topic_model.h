#pragma once

#include "vorzimmer/models/row.h"
#include "vorzimmer/ports/topic_list.h"

#include <QAbstractListModel>
#include <QTimeZone>

#include <vector>

namespace vorzimmer::models {

enum class TopicGrouping { State, Person, Due, None };

/// A word with an icon at a row's end: it says what the colour repeats.
struct TopicMark {
    QString icon; ///< freedesktop name
    QString text;
    Tone tone = Tone::Muted;
    friend bool operator==(const TopicMark&, const TopicMark&) = default;
};

/// The topics in groups, each under a heading that cannot be chosen. Within a group the urgent ones first, then by due date,
/// then the newest. Nothing of a row is worded before it is asked for, so that thousands cost no more than those in sight.
class TopicModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IsHeadingRole = Qt::UserRole,
        TitleRole,   ///< QString
        DetailRole,  ///< QString: person, beginning of the text
        DueRole,     ///< QString
        DueToneRole, ///< int
        StateRole,   ///< int
        MarksRole,   ///< std::vector<TopicMark>
        TopicIdRole, ///< QUuid
    };

    explicit TopicModel(QTimeZone zone, QObject* parent = nullptr);

    void setGrouping(TopicGrouping grouping);
    /// @p today in the tenant's zone. Rows that stay keep their place in the view, their selection and the focus.
    void setEntries(std::vector<ports::TopicEntry> entries, QDate today);
    /// Not shown, though in the list; null = all are shown.
    void setHidden(const domain::TopicId& topic);

    /// Nullptr for a heading and for a row that is not there.
    [[nodiscard]] const ports::TopicEntry* entry(int row) const;
    /// -1 when the topic is not shown.
    [[nodiscard]] int rowOf(const domain::TopicId& topic) const;
    [[nodiscard]] int firstTopicRow() const;
    [[nodiscard]] int topicCount() const { return m_topicCount; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    [[nodiscard]] static std::vector<TopicMark> marksOf(const ports::TopicEntry& entry);

private:
    struct Line {
        QString heading; ///< empty for a topic
        int entry = -1;
        domain::TopicId topic;
    };
    void arrange();
    [[nodiscard]] std::vector<Line> linesOf(const std::vector<ports::TopicEntry>& entries) const;
    void show(std::vector<Line> lines, std::vector<ports::TopicEntry> entries);
    [[nodiscard]] QString headingOf(const ports::TopicEntry& entry) const;
    [[nodiscard]] int rankOf(const ports::TopicEntry& entry) const;
    [[nodiscard]] QVariant dataOf(const ports::TopicEntry& entry, int role) const;
    [[nodiscard]] QString spoken(const ports::TopicEntry& entry) const;

    QTimeZone m_zone;
    TopicGrouping m_grouping = TopicGrouping::State;
    QDate m_today;
    domain::TopicId m_hidden;
    std::vector<ports::TopicEntry> m_entries;
    std::vector<Line> m_lines;
    int m_topicCount = 0;
};

} // namespace vorzimmer::models

Q_DECLARE_METATYPE(std::vector<vorzimmer::models::TopicMark>)
