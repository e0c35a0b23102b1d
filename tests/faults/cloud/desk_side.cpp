#include "desk_side.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>

namespace vorzimmer::testing {

using ports::BoardState;
using ports::BoardStatus;

bool eventually(const std::function<bool()>& condition, std::chrono::milliseconds patience)
{
    QElapsedTimer waited;
    waited.start();
    QTimer heartbeat; // so that the wait below ends without any other event
    heartbeat.start(5);
    while (!condition()) {
        if (std::chrono::milliseconds(waited.elapsed()) > patience)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return true;
}

void letPass(std::chrono::milliseconds time)
{
    QElapsedTimer waited;
    waited.start();
    (void)eventually([&] { return std::chrono::milliseconds(waited.elapsed()) > time; }, time * 2);
}

cloud::SyncOptions quickOptions()
{
    cloud::SyncOptions options;
    options.backoff.base = std::chrono::milliseconds(2);
    options.backoff.ceiling = std::chrono::milliseconds(40);
    options.backoff.askedCap = std::chrono::milliseconds(60);
    options.pollGap = std::chrono::milliseconds(5);
    options.longPoll = std::chrono::seconds(1);
    return options;
}

domain::Topic someTopic(const QString& title)
{
    domain::Topic topic;
    topic.id = domain::TopicId(QUuid::createUuid());
    topic.title = title;
    topic.text = QStringLiteral("Zwei Zeilen,\nmit Umlaut: äöü und \"Zitat\" \U0001F4DE");
    topic.person = QStringLiteral("Frau Lindgren");
    topic.due = QDate(2026, 3, 31);
    topic.priority = domain::TopicPriority::High;
    topic.createdAt = QDateTime(QDate(2026, 2, 1), QTime(8, 30, 0, 125), Qt::UTC);
    topic.createdBy = QStringLiteral("Martina");
    return topic;
}

domain::Comment someComment(const QString& text)
{
    return {domain::CommentId(QUuid::createUuid()), QStringLiteral("Klient"), text,
            QDateTime(QDate(2026, 2, 2), QTime(9, 0), Qt::UTC)};
}

ports::BoardAccess listAccess(const QUrl& url, const QByteArray& token)
{
    ports::BoardAccess access;
    access.url = url;
    access.secret = token;
    return access;
}

DeskSide::DeskSide(const domain::TenantId& tenantId, const cloud::SyncOptions& syncOptions)
    : tenant(tenantId), options(syncOptions)
{
}

DeskSide::~DeskSide()
{
    stop();
}

void DeskSide::open(const QUrl& url, const QByteArray& token)
{
    open(listAccess(url, token));
}

void DeskSide::open(const ports::BoardAccess& access)
{
    if (!board) {
        board = cloud::makeTopicBoard(lane, clock, options);
        QObject::connect(board.get(), &ports::TopicBoard::statusChanged, board.get(),
                         [this](const BoardStatus& status) { statuses.push_back(status); });
        QObject::connect(board.get(), &ports::TopicBoard::topicsChanged, board.get(), [this] { ++topicsChanged; });
    }
    board->open(tenant, access, ledger);
}

void DeskSide::stop()
{
    board.reset();
}

BoardStatus DeskSide::status() const
{
    return statuses.empty() ? BoardStatus() : statuses.back();
}

bool DeskSide::waitFor(BoardState state) const
{
    return eventually([&] { return status().state == state; });
}

bool DeskSide::waitUntilQuiet() const
{
    const size_t from = statuses.size();
    return eventually([&] {
        return std::any_of(statuses.begin() + static_cast<std::ptrdiff_t>(from), statuses.end(),
                           [](const BoardStatus& said) { return said.state == BoardState::UpToDate; }) &&
               status().state == BoardState::UpToDate && ledger->operations().empty();
    });
}

} // namespace vorzimmer::testing
