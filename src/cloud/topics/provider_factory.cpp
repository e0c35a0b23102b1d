#include "topics/provider_factory.h"

#include "caldav/access.h"
#include "http/endpoint.h"
#include "make_client.h"
#include "topics/caldav_list.h"
#include "topics/topic_server.h"
#include "topics/trello/trello_list.h"

namespace vorzimmer::cloud::topics {

using domain::failure;
using domain::Fault;
using domain::Result;
using ports::BoardAccess;
using ports::BoardKind;
using ProviderResult = Result<std::unique_ptr<Provider>>;

namespace {

ProviderResult makeTopicServer(const BoardAccess& access, const ports::Clock& clock, const SyncOptions& options)
{
    const auto root = http::checkedEndpoint(access.url);
    if (!root)
        return failure(root.error());
    if (!http::isUsableToken(access.secret))
        return failure(Fault::Invalid, QStringLiteral("the access token is missing or holds characters that no token has"));
    return std::make_unique<TopicServer>(makeClient(clock, options), *root, access.secret, options.patience);
}

ProviderResult makeCalDavList(const BoardAccess& access, const ports::Clock& clock, const SyncOptions& options)
{
    auto collection = caldav::collectionAt(access.url, access.user, access.secret, clock, options);
    if (!collection)
        return failure(collection.error());
    CalDavList::Pace pace;
    pace.settle = options.settle;
    return std::make_unique<CalDavList>(std::move(*collection), clock, pace);
}

ProviderResult makeTrello(const BoardAccess& access, const ports::Clock& clock, const SyncOptions& options)
{
    const bool own = access.url.isEmpty();
    const auto root = http::checkedEndpoint(own ? QUrl(QStringLiteral("https://api.trello.com/1")) : access.url);
    if (!root)
        return failure(root.error());
    const QByteArray key = access.user.toUtf8();
    if (!http::isUsableToken(key))
        return failure(Fault::Invalid, QStringLiteral("the API key is missing or holds characters that no key has"));
    if (!http::isUsableToken(access.secret))
        return failure(Fault::Invalid, QStringLiteral("the access token is missing or holds characters that no token has"));
    if (trello::boardName(access.list).isEmpty())
        return failure(Fault::Invalid, QStringLiteral("the board is missing: its id, its short link or its address"));
    trello::Habits habits;
    habits.patience = options.patience;
    habits.pace = trello::Pace(options.countedRequests);
    return std::make_unique<trello::TrelloList>(makeClient(clock, options), trello::Account{*root, key, access.secret},
                                                access.list, clock, habits);
}

} // namespace

bool isConfigured(const BoardAccess& access)
{
    return !access.url.isEmpty() || (access.kind == BoardKind::Trello && !access.list.isEmpty());
}

ProviderResult makeProvider(const BoardAccess& access, const ports::Clock& clock, const SyncOptions& options)
{
    switch (access.kind) {
    case BoardKind::TopicServer:
        return makeTopicServer(access, clock, options);
    case BoardKind::CalDav:
        return makeCalDavList(access, clock, options);
    case BoardKind::Trello:
        return makeTrello(access, clock, options);
    }
    return failure(Fault::Unsupported, QStringLiteral("this program knows no list of that kind"));
}

} // namespace vorzimmer::cloud::topics
