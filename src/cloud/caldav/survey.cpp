#include "caldav/survey.h"

#include "caldav/questions.h"
#include "caldav/verdicts.h"

namespace vorzimmer::cloud::caldav {

bool mayWrite(const Resource& resource)
{
    if (!resource.privileges)
        return true;
    const auto has = [&resource](const char* name) { return resource.privileges->contains(QLatin1String(name)); };
    return has("all") || has("write") || (has("write-content") && has("bind"));
}

bool takes(const Resource& resource, const char* component)
{
    return resource.calendar && (!resource.components || resource.components->contains(QLatin1String(component)));
}

QString shown(const QString& text)
{
    return text.simplified().left(80);
}

Survey::Survey(Collection& collection, Wanted wanted, Handler done)
    : m_collection(collection), m_wanted(std::move(wanted)), m_done(std::move(done))
{
}

QUrl Survey::at(const Collection& collection, const QString& href)
{
    QUrl url = collection.url();
    url.setPath(QUrl(href).path(QUrl::FullyEncoded), QUrl::StrictMode);
    return url;
}

void Survey::start()
{
    m_collection.propfind(questions::abilities(), "0",
                          [self = shared_from_this()](const http::Reply& reply) { self->onHere(reply); });
}

void Survey::onHere(const http::Reply& reply)
{
    auto failed = trouble(reply, {207});
    const auto whole = failed ? std::nullopt : multistatusIn(reply.body);
    if (!failed && !whole)
        failed = nonsense(reply);
    const bool nothingThere =
        failed ? failed->answer == Answer::Missing : whole->resources.empty() || whole->resources.front().status >= 400;
    if (nothingThere)
        failed = noList(404);
    if (failed) {
        // A web server that knows no PROPFIND may still say where its CalDAV is.
        const bool elsewhere = nothingThere || (reply.fate == http::Fate::Answered &&
                                                (reply.status < 400 || reply.status == 405 || reply.status == 501));
        const bool isRoot = m_collection.url().path() == QLatin1String("/");
        if (elsewhere && isRoot) {
            askWellKnown(*failed);
        } else {
            static_cast<Reply&>(m_findings) = *failed;
            finish();
        }
        return;
    }
    m_findings.answer = Answer::Done;
    m_findings.here = whole->resources.front();
    m_findings.product = shown(QString::fromLatin1(reply.server));
    if (m_wanted(m_findings.here))
        finish();
    else
        searchFrom(m_findings.here);
}

/// Somebody gave the server's name alone: RFC 6764 says where to ask.
void Survey::askWellKnown(const Reply& failed)
{
    const auto withAnswer = [self = shared_from_this(), failed](const http::Reply& reply) {
        const auto whole = reply.status == 207 ? multistatusIn(reply.body) : std::nullopt;
        if (!whole || whole->resources.empty()) {
            static_cast<Reply&>(self->m_findings) = failed;
            self->finish();
            return;
        }
        self->m_findings.answer = Answer::Done;
        self->m_findings.here = whole->resources.front();
        self->m_findings.product = shown(QString::fromLatin1(reply.server));
        self->searchFrom(self->m_findings.here);
    };
    m_collection.propfindAt(at(m_collection, QStringLiteral("/.well-known/caldav")), questions::abilities(), "0",
                            [self = shared_from_this(), withAnswer](const http::Reply& reply) {
                                const QUrl told = self->m_collection.url().resolved(QUrl::fromEncoded(reply.location));
                                const bool sentOn = reply.status >= 300 && reply.status < 400 && !reply.location.isEmpty() &&
                                                    told.authority() == self->m_collection.url().authority();
                                if (sentOn)
                                    self->m_collection.propfindAt(at(self->m_collection, told.path(QUrl::FullyEncoded)),
                                                                  questions::abilities(), "0", withAnswer);
                                else
                                    withAnswer(reply);
                            });
}

/// From wherever we are to the account, to its calendars.
void Survey::searchFrom(const Resource& found)
{
    if (!found.home.isEmpty()) {
        listHome(found.home);
    } else if (found.principal.isEmpty()) {
        finish();
    } else {
        look(at(m_collection, found.principal), [self = shared_from_this()](const Resource& principal) {
            if (principal.home.isEmpty())
                self->finish();
            else
                self->listHome(principal.home);
        });
    }
}

void Survey::look(const QUrl& url, std::function<void(const Resource&)> next)
{
    m_collection.propfindAt(url, questions::abilities(), "0",
                            [self = shared_from_this(), next = std::move(next)](const http::Reply& reply) {
                                const auto whole = reply.status == 207 ? multistatusIn(reply.body) : std::nullopt;
                                if (whole && !whole->resources.empty())
                                    next(whole->resources.front());
                                else
                                    self->finish();
                            });
}

void Survey::listHome(const QString& home)
{
    m_collection.propfindAt(at(m_collection, home), questions::abilities(), "1",
                            [self = shared_from_this()](const http::Reply& reply) {
                                const auto whole = reply.status == 207 ? multistatusIn(reply.body) : std::nullopt;
                                for (const Resource& one : whole ? whole->resources : std::vector<Resource>()) {
                                    if (one.calendar)
                                        self->m_findings.calendars.push_back(one);
                                }
                                self->finish();
                            });
}

void Survey::finish()
{
    const auto done = std::exchange(m_done, nullptr);
    done(m_findings);
}

} // namespace vorzimmer::cloud::caldav
