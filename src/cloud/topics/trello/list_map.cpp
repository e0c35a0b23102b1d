#include "topics/trello/list_map.h"

#include <QStringList>

#include <algorithm>

namespace vorzimmer::cloud::topics::trello {

using domain::TopicState;

namespace {

constexpr std::array states = {TopicState::Open, TopicState::InProgress, TopicState::Waiting, TopicState::Done};

/// "✅ To-do:" is "todo".
QString lettersOf(const QString& name)
{
    QString letters;
    for (const QChar c : name.toLower()) {
        if (c.isLetter())
            letters += c;
    }
    return letters;
}

const QStringList& namesOf(TopicState state)
{
    static const QStringList open =
        QStringLiteral("offen open todo zutun zuerledigen aufgaben tasks backlog neu new eingang "
                       "inbox offenepunkte offenefragen offenethemen openquestions themen topics")
            .split(QLatin1Char(' '));
    static const QStringList inProgress =
        QStringLiteral("inarbeit inprogress doing inbearbeitung läuft laufend ongoing wip working").split(QLatin1Char(' '));
    static const QStringList waiting =
        QStringLiteral("wartet warten wartend wartenauf waiting waitingfor blocked blockiert rückfrage rückfragen "
                       "wiedervorlage onhold pausiert paused")
            .split(QLatin1Char(' '));
    static const QStringList done =
        QStringLiteral("erledigt done fertig abgeschlossen geschlossen completed complete finished closed")
            .split(QLatin1Char(' '));
    switch (state) {
    case TopicState::Open:
        return open;
    case TopicState::InProgress:
        return inProgress;
    case TopicState::Waiting:
        return waiting;
    case TopicState::Done:
        return done;
    }
    return open;
}

size_t indexOf(TopicState state)
{
    return static_cast<size_t>(std::find(states.begin(), states.end(), state) - states.begin());
}

} // namespace

ListMap::ListMap(std::vector<List> lists)
{
    std::sort(lists.begin(), lists.end(),
              [](const List& a, const List& b) { return a.pos != b.pos ? a.pos < b.pos : a.id < b.id; });
    std::vector<QString> others;
    for (const List& list : lists) {
        if (list.closed) {
            m_entries.push_back({list.id, TopicState::Done});
            continue;
        }
        const QString name = lettersOf(list.name);
        const auto state =
            std::find_if(states.begin(), states.end(), [&name](TopicState one) { return namesOf(one).contains(name); });
        if (state == states.end()) {
            others.push_back(list.id);
            continue;
        }
        m_entries.push_back({list.id, *state});
        if (QString& target = m_targets.at(indexOf(*state)); target.isEmpty())
            target = list.id;
    }
    const auto take = [&](TopicState state, size_t place) {
        QString& target = m_targets.at(indexOf(state));
        if (!target.isEmpty() || place >= others.size())
            return;
        target = others.at(place);
        m_entries.push_back({target, state});
    };
    const bool unnamed =
        m_targets.at(indexOf(TopicState::Open)).isEmpty() && m_targets.at(indexOf(TopicState::Done)).isEmpty();
    take(TopicState::Open, 0);
    const size_t count = unnamed ? others.size() : 0;
    if (count >= 2)
        take(TopicState::Done, count - 1);
    if (count >= 3)
        take(TopicState::InProgress, 1);
    if (count >= 4)
        take(TopicState::Waiting, 2);
    for (const QString& other : others) { // known, and open
        if (!knows(other))
            m_entries.push_back({other, TopicState::Open});
    }
}

bool ListMap::knows(const QString& list) const
{
    return std::any_of(m_entries.cbegin(), m_entries.cend(), [&list](const Entry& entry) { return entry.list == list; });
}

TopicState ListMap::stateOf(const QString& list) const
{
    const auto found =
        std::find_if(m_entries.cbegin(), m_entries.cend(), [&list](const Entry& entry) { return entry.list == list; });
    return found == m_entries.cend() ? TopicState::Open : found->state;
}

QString ListMap::listFor(TopicState state) const
{
    return m_targets.at(indexOf(state));
}

QString ListMap::nameFor(TopicState state)
{
    switch (state) {
    case TopicState::Open:
        return QStringLiteral("Offen");
    case TopicState::InProgress:
        return QStringLiteral("In Arbeit");
    case TopicState::Waiting:
        return QStringLiteral("Wartet");
    case TopicState::Done:
        return QStringLiteral("Erledigt");
    }
    return {};
}

} // namespace vorzimmer::cloud::topics::trello
