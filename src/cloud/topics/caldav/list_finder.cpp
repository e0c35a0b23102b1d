#include "topics/caldav/list_finder.h"

#include "topics/caldav/questions.h"
#include "topics/caldav/verdicts.h"

#include <algorithm>

namespace vorzimmer::cloud::topics::caldav {

using ports::BoardAbility;

namespace {

constexpr int mostNamed = 20;

bool takesTasks(const Resource& resource)
{
    return resource.calendar && (!resource.components || resource.components->contains(QLatin1String("VTODO")));
}

/// A server that does not say is believed to allow it; the first write will tell.
bool mayWrite(const Resource& resource)
{
    if (!resource.privileges)
        return true;
    const auto has = [&resource](const char* name) { return resource.privileges->contains(QLatin1String(name)); };
    return has("all") || has("write") || (has("write-content") && has("bind"));
}

/// @p text without what could disturb a message.
QString shown(const QString& text)
{
    return text.simplified().left(80);
}

} // namespace

ListFinder::ListFinder(Collection& collection, std::chrono::milliseconds pollEvery, Provider::ProbeHandler done)
    : m_collection(collection), m_pollEvery(pollEvery), m_done(std::move(done))
{
}

void ListFinder::start()
{
    m_collection.propfind(questions::abilities(), "0", [self = shared_from_this()](const http::Reply& reply) {
        auto failed = trouble(reply, {207});
        const auto whole = failed ? std::nullopt : multistatusIn(reply.body);
        if (!failed && !whole)
            failed = nonsense(reply);
        const bool nothingThere =
            failed ? failed->answer == Answer::Missing : whole->resources.empty() || whole->resources.front().status >= 400;
        if (nothingThere)
            self->fail(noList(404));
        else if (failed)
            self->fail(*failed);
        else
            self->judge(whole->resources.front(), QString::fromLatin1(reply.server));
    });
}

void ListFinder::judge(const Resource& found, const QString& product)
{
    if (!takesTasks(found)) {
        m_problem = found.calendar ? QStringLiteral("this calendar takes no tasks")
                                   : QStringLiteral("this is a CalDAV address, but not a task list's");
        searchFrom(found);
        return;
    }
    ProbeReply result;
    result.answer = Answer::Done;
    result.report.product = shown(product);
    result.report.listName = shown(found.displayName);
    result.report.pollEvery = m_pollEvery;
    result.report.abilities = BoardAbility::UpdateGuard | BoardAbility::Priority;
    result.report.abilities.setFlag(BoardAbility::Writing, mayWrite(found));
    m_done(result);
}

/// From wherever we are to the account, to its calendars.
void ListFinder::searchFrom(const Resource& found)
{
    if (!found.home.isEmpty()) {
        listHome(found.home);
    } else if (found.principal.isEmpty()) {
        fail(m_problem);
    } else {
        look(at(found.principal), [self = shared_from_this()](const Resource& principal) {
            if (principal.home.isEmpty())
                self->fail(self->m_problem);
            else
                self->listHome(principal.home);
        });
    }
}

void ListFinder::look(const QUrl& url, std::function<void(const Resource&)> next)
{
    m_collection.propfindAt(url, questions::abilities(), "0",
                            [self = shared_from_this(), next = std::move(next)](const http::Reply& reply) {
                                const auto whole = reply.status == 207 ? multistatusIn(reply.body) : std::nullopt;
                                if (whole && !whole->resources.empty())
                                    next(whole->resources.front());
                                else
                                    self->fail(self->m_problem);
                            });
}

void ListFinder::listHome(const QString& home)
{
    m_collection.propfindAt(at(home), questions::abilities(), "1", [self = shared_from_this()](const http::Reply& reply) {
        const auto whole = reply.status == 207 ? multistatusIn(reply.body) : std::nullopt;
        QStringList lists;
        for (const Resource& one : whole ? whole->resources : std::vector<Resource>()) {
            if (takesTasks(one) && lists.size() < mostNamed)
                lists << QStringLiteral("%1 (%2)").arg(shown(one.displayName), shown(self->at(one.href).path()));
        }
        self->fail(lists.isEmpty()
                       ? self->m_problem + QStringLiteral("; the account has none")
                       : self->m_problem + QStringLiteral("; the account's task lists: ") + lists.join(QLatin1String(", ")));
    });
}

/// @p href on this very server: the password goes nowhere else.
QUrl ListFinder::at(const QString& href) const
{
    QUrl url = m_collection.url();
    url.setPath(QUrl(href).path(QUrl::FullyEncoded), QUrl::StrictMode);
    return url;
}

void ListFinder::fail(const QString& problem)
{
    Reply reply;
    reply.answer = Answer::NotTaken;
    reply.needsPerson = true;
    reply.problem = problem;
    fail(reply);
}

void ListFinder::fail(const Reply& reply)
{
    ProbeReply result;
    static_cast<Reply&>(result) = reply;
    m_done(result);
}

} // namespace vorzimmer::cloud::topics::caldav
