// One desk of a bureau with a real cabinet, driven line by line: each line of standard input is a JSON object, each is
// answered by one line on standard output, after the store has said that it is safe. The chaos tests end it in the middle of
// its work.
//
//   vz_list_desk FOLDER TENANT

#include "vorzimmer/cloud/topic_sync.h"
#include "vorzimmer/store/sqlite_store.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <atomic>
#include <cstdlib>
#include <future>
#include <set>

#include <nlohmann/json.hpp>
#include <unistd.h>

using namespace vorzimmer;
using domain::TopicField;
using domain::TopicId;
using nlohmann::json;

namespace {

class SystemClock final : public ports::Clock {
public:
    [[nodiscard]] QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc().addSecs(skew); }
    std::atomic<qint64> skew = 0;
};

class RandomIds final : public ports::IdSource {
public:
    [[nodiscard]] QUuid next() override { return QUuid::createUuid(); }
};

QString text(const json& object, const char* name)
{
    return QString::fromStdString(object.value(name, std::string()));
}

json words(const domain::Topic& topic)
{
    return json::array({topic.title.toStdString(), topic.text.toStdString()});
}

cloud::SyncOptions quickOptions()
{
    cloud::SyncOptions options;
    options.backoff.base = std::chrono::milliseconds(2);
    options.backoff.ceiling = std::chrono::milliseconds(40);
    options.backoff.askedCap = std::chrono::milliseconds(60);
    options.pollGap = std::chrono::milliseconds(5);
    options.pollEvery = std::chrono::milliseconds(30);
    options.longPoll = std::chrono::seconds(1);
    options.blockedProbe = std::chrono::milliseconds(50);
    options.countedRequests = 1'000'000; // nobody counts here
    options.settle = std::chrono::milliseconds(20); // the servers here guard their ETags
    return options;
}

class Desk {
public:
    Desk(const QString& folder, const domain::TenantId& tenant)
        : m_tenant(tenant), m_room(store::makeCabinetRoom({folder}, m_clock, m_ids))
    {
        m_cabinet = onLane([this] { return m_room->create(m_tenant).value(); });
    }
    ~Desk()
    {
        m_board.reset();
        m_lane.post([this] { m_cabinet.reset(); });
    }

    json obey(const json& order)
    {
        const std::string what = order.at("do");
        if (what == "open") {
            open(order);
            return {{"ok", true}};
        }
        if (what == "close") {
            m_board.reset();
            return {{"ok", true}};
        }
        if (what == "skew") {
            m_clock.skew = order.at("seconds").get<qint64>();
            return {{"ok", true}};
        }
        if (what == "dump") {
            json all = onLane([this, order] { return dump(order.at("ids")); });
            all["state"] = static_cast<int>(m_status.state);
            all["problem"] = m_status.problem.toStdString();
            return all;
        }
        const bool done = onLane([this, order, what] { return act(what, order).has_value(); });
        if (done && m_board)
            m_board->push(m_tenant);
        return {{"ok", done}};
    }

private:
    /// Waits for the store; nothing here has a screen to freeze.
    template <class Job>
    std::invoke_result_t<Job> onLane(Job job)
    {
        std::promise<std::invoke_result_t<Job>> promise;
        m_lane.post([&] { promise.set_value(job()); });
        return promise.get_future().get();
    }

    void open(const json& order)
    {
        ports::BoardAccess access;
        access.kind = static_cast<ports::BoardKind>(order.at("kind").get<int>());
        access.url = QUrl(text(order, "url"));
        access.user = text(order, "user");
        access.secret = text(order, "secret").toUtf8();
        access.list = text(order, "list");
        if (!m_board) {
            m_board = cloud::makeTopicBoard(m_lane, m_clock, quickOptions());
            QObject::connect(m_board.get(), &ports::TopicBoard::statusChanged, m_board.get(),
                             [this](const ports::BoardStatus& status) { m_status = status; });
        }
        m_board->open(m_tenant, access, std::shared_ptr<ports::TopicLedger>(m_cabinet, &m_cabinet->ledger()));
    }

    domain::Outcome act(const std::string& what, const json& order)
    {
        ports::TopicList& list = m_cabinet->topicList();
        const TopicId id = TopicId::parse(text(order, "id"));
        const auto operation = m_ids.fresh<domain::OperationId>();
        const ports::Signature by{QStringLiteral("Martina"), m_clock.nowUtc()};
        domain::Topic topic;
        topic.id = id;
        topic.title = text(order, "title");
        topic.text = text(order, "text");
        topic.createdAt = by.at;
        topic.createdBy = by.name;
        if (what == "add")
            return list.add(topic, operation);
        if (what == "edit") {
            topic.state = static_cast<domain::TopicState>(order.value("state", 0));
            return list.edit(topic, static_cast<TopicField>(order.at("field").get<int>()), operation, by);
        }
        if (what == "remove")
            return list.remove(id, operation, by);
        if (what == "comment") {
            const domain::Comment comment{m_ids.fresh<domain::CommentId>(), by.name, text(order, "text"), by.at};
            return m_cabinet->addComment(id, comment, operation);
        }
        if (what == "decide-any" || what == "undo-any")
            return settleAny(what == "undo-any", order.at("chance").get<unsigned>(), operation, by);
        if (what == "decide")
            return list.decide(id, static_cast<TopicField>(order.at("field").get<int>()),
                               static_cast<ports::ConflictChoice>(order.at("choice").get<int>()), operation, by);
        return domain::failure(domain::Fault::Invalid, QStringLiteral("no such order"));
    }

    /// Decides one conflict, or takes one decision back, that @p chance picks.
    domain::Outcome settleAny(bool undo, unsigned chance, const domain::OperationId& operation, const ports::Signature& by)
    {
        ports::TopicList& list = m_cabinet->topicList();
        ports::TopicQuery all;
        all.withDone = true;
        all.limit = 100'000;
        const auto entries = list.entries(all).value();
        std::vector<std::pair<TopicId, TopicField>> open;
        std::vector<std::pair<TopicId, TopicField>> decided;
        for (const ports::TopicEntry& entry : entries) {
            for (const ports::TopicConflict& conflict : entry.conflicts)
                open.emplace_back(entry.topic.id, conflict.field);
            for (const ports::ConflictDecision& decision : entry.decisions)
                decided.emplace_back(entry.topic.id, decision.conflict.field);
        }
        const auto& choices = undo ? decided : open;
        if (choices.empty())
            return {};
        const auto& [id, field] = choices[chance % choices.size()];
        if (undo)
            return list.undoDecision(id, field, operation, by);
        const bool takesBoth = field == TopicField::Title || field == TopicField::Text;
        return list.decide(id, field, static_cast<ports::ConflictChoice>(chance / 64 % (takesBoth ? 3 : 2)), operation, by);
    }

    /// Of every topic here and of those that @p known names, deleted or not.
    json dump(const json& known)
    {
        std::set<TopicId> ids;
        for (const json& id : known)
            ids.insert(TopicId::parse(QString::fromStdString(id.get<std::string>())));
        ports::TopicQuery all;
        all.withDone = true;
        all.limit = 100'000;
        json topics = json::array();
        json written = json::array(); // every text that is kept anywhere
        const auto keep = [&written](const domain::Topic& topic) {
            for (const json& word : words(topic))
                written.push_back(word);
        };
        const auto listed = m_cabinet->topicList().entries(all).value();
        for (const ports::TopicEntry& entry : listed)
            ids.insert(entry.topic.id);
        for (const TopicId& id : ids) {
            const auto found = m_cabinet->topicList().entry(id);
            if (!found)
                continue;
            const ports::TopicEntry& entry = *found;
            const auto history = m_cabinet->topicList().history(id).value();
            for (const ports::TopicEvent& event : history) {
                keep(event.before);
                keep(event.after);
            }
            json comments = json::array();
            for (const domain::Comment& comment : entry.comments)
                comments.push_back(comment.text.toStdString());
            json conflicts = json::array();
            for (const ports::TopicConflict& conflict : entry.conflicts) {
                conflicts.push_back(static_cast<int>(conflict.field));
                for (const domain::Topic* half : {&conflict.base, &conflict.ours, &conflict.theirs})
                    keep(*half);
            }
            topics.push_back({{"id", entry.topic.id.text().toStdString()},
                              {"title", entry.topic.title.toStdString()},
                              {"text", entry.topic.text.toStdString()},
                              {"state", static_cast<int>(entry.topic.state)},
                              {"deleted", entry.topic.deleted},
                              {"comments", comments},
                              {"conflicts", conflicts},
                              {"waiting", entry.waiting},
                              {"blocked", entry.blocked.toStdString()}});
            keep(entry.topic);
            for (const json& comment : comments)
                written.push_back(comment);
        }
        return {{"topics", topics}, {"written", written}, {"waiting", m_cabinet->ledger().outbox().value().waiting}};
    }

    domain::TenantId m_tenant;
    SystemClock m_clock;
    RandomIds m_ids;
    std::unique_ptr<ports::CabinetRoom> m_room;
    std::shared_ptr<ports::Cabinet> m_cabinet; ///< on the lane
    lane::Lane m_lane{"store"};
    std::unique_ptr<ports::TopicBoard> m_board;
    ports::BoardStatus m_status;
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    if (argc != 3)
        return 2;
    Desk desk(QString::fromLocal8Bit(argv[1]), domain::TenantId::parse(QString::fromLocal8Bit(argv[2])));
    std::string input;
    QSocketNotifier listening(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&listening, &QSocketNotifier::activated, &listening, [&] {
        char bytes[4096];
        const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (count <= 0) {
            QCoreApplication::quit();
            return;
        }
        input.append(bytes, static_cast<size_t>(count));
        for (size_t end = input.find('\n'); end != std::string::npos; end = input.find('\n')) {
            const std::string answer = desk.obey(json::parse(input.substr(0, end))).dump() + '\n';
            input.erase(0, end + 1);
            for (size_t sent = 0; sent < answer.size();) {
                const ssize_t written = ::write(STDOUT_FILENO, answer.data() + sent, answer.size() - sent);
                if (written < 0)
                    std::abort();
                sent += static_cast<size_t>(written);
            }
        }
    });
    return QCoreApplication::exec();
}
