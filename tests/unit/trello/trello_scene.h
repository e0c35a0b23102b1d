#pragma once

#include "fake_trello.h"
#include "fault_proxy.h"
#include "topics/trello/trello_list.h"

#include <optional>

namespace vorzimmer::testing {

/// A board, a line to it that can fail, and our side of the list.
class TrelloScene {
public:
    explicit TrelloScene(const std::vector<std::string>& lists = {"Offen", "In Arbeit", "Wartet", "Erledigt"});

    FakeTrello trello;
    FaultProxy proxy;
    cloud::topics::trello::Habits habits;
    QByteArray key = FakeTrello::key();
    QByteArray token = FakeTrello::token();
    QString board;

    /// Our side from now on: as after a start of the program.
    void start();
    [[nodiscard]] cloud::topics::trello::TrelloList& list();

    cloud::topics::TopicReply create(const domain::Topic& topic);
    cloud::topics::TopicReply update(const domain::Topic& wanted, domain::TopicFields changed,
                                     const ports::RemoteTopic& known);
    cloud::topics::TopicReply remove(const ports::RemoteTopic& known);
    cloud::topics::TopicReply restore(const domain::Topic& topic, const ports::RemoteTopic& tombstone);
    cloud::topics::Reply makeGood(const domain::Topic& wanted, domain::TopicFields changed, const ports::RemoteTopic& known);
    cloud::topics::Reply addComment(const ports::RemoteTopic& known, const domain::Comment& comment);
    cloud::topics::TopicReply fetch(const domain::TopicId& topic, const QString& remoteId = {});
    cloud::topics::FeedReply changes(const QString& cursor = {});
    cloud::topics::ProbeReply probe();

    /// What must have gone well.
    ports::RemoteTopic created(const domain::Topic& topic);
    ports::RemoteTopic updated(const domain::Topic& wanted, domain::TopicFields changed, const ports::RemoteTopic& known);

    [[nodiscard]] std::string listNamed(const std::string& name);

private:
    std::unique_ptr<ports::Clock> m_clock;
    std::unique_ptr<cloud::topics::trello::TrelloList> m_list;
};

[[nodiscard]] domain::Topic someTopic(const QString& title = QStringLiteral("Rückruf Meyer"));
[[nodiscard]] domain::Comment someComment(const QString& text);
[[nodiscard]] const ports::RemoteTopic* topicIn(const cloud::topics::FeedReply& feed, const domain::TopicId& id);
/// Every word that went to the log so far.
[[nodiscard]] QString everythingLogged();

} // namespace vorzimmer::testing
