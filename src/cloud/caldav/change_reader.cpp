#include "caldav/change_reader.h"

#include "caldav/questions.h"
#include "caldav/resource_name.h"
#include "caldav/verdicts.h"

#include <QCryptographicHash>

namespace vorzimmer::cloud::caldav {

namespace {

constexpr qsizetype batchLength = 100;
constexpr int mostUnderWay = 2;

// A cursor says first how it was made.
const QLatin1String byToken("token ");
const QLatin1String byList("list ");

/// The same for the same members in the same versions, in whatever order.
QString fingerprint(const std::vector<Resource>& members)
{
    QStringList lines;
    for (const Resource& member : members)
        lines << member.href + QLatin1Char(' ') + member.etag;
    lines.sort();
    const QByteArray hash = QCryptographicHash::hash(lines.join(QLatin1Char('\n')).toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex());
}

/// Those that are members: the collection itself and folders in it are not.
std::vector<Resource> membersOf(const Multistatus& whole)
{
    std::vector<Resource> members;
    for (const Resource& resource : whole.resources) {
        if (resource.status != 507 && nameIn(resource.href))
            members.push_back(resource);
    }
    return members;
}

bool isGone(int status)
{
    return status == 404 || status == 410;
}

} // namespace

ChangeReader::ChangeReader(Collection& collection, ReaderMemory& memory, Handler done)
    : m_collection(collection), m_memory(memory), m_done(std::move(done))
{
    m_result.answer = Answer::Done;
}

void ChangeReader::start(const QString& cursor)
{
    if (cursor.startsWith(byList))
        askList(cursor.mid(byList.size()));
    else if (cursor.isEmpty() && m_memory.listsOnly)
        askList({});
    else if (cursor.isEmpty() || cursor.startsWith(byToken))
        askChanges(cursor.mid(byToken.size()));
    else { // another kind of list's
        Reply unknown;
        unknown.answer = Answer::Differs;
        unknown.problem = QStringLiteral("the cursor is of another list");
        m_collection.lookFor([self = shared_from_this(), unknown](const std::optional<Reply>& failed) {
            self->fail(failed.value_or(unknown));
        });
    }
}

void ChangeReader::askChanges(const QString& token)
{
    m_collection.report(questions::changesSince(token), "0",
                        [self = shared_from_this(), token](const http::Reply& reply) { self->onChanges(reply, token); });
}

void ChangeReader::onChanges(const http::Reply& reply, const QString& token)
{
    if (const auto failed = trouble(reply, {207})) {
        onNoChanges(reply, *failed, token);
        return;
    }
    const auto whole = multistatusIn(reply.body);
    if (!whole)
        fail(nonsense(reply));
    else if (whole->syncToken.isEmpty())
        askList({}); // it does not know the question
    else
        takeChanges(*whole, token);
}

/// A token that is no longer known, a server that knows none, a list that is gone, or real trouble?
void ChangeReader::onNoChanges(const http::Reply& reply, const Reply& failed, const QString& token)
{
    const bool answered = reply.fate == http::Fate::Answered;
    const QString condition = answered ? conditionIn(reply.body) : QString();
    const bool aboutToken = condition == QLatin1String("valid-sync-token") || failed.answer == Answer::Differs;
    const bool perhapsToken = !token.isEmpty() && answered && (reply.status == 500 || reply.status == 400);
    const bool perhapsUnknown = answered && (reply.status == 400 || reply.status == 405 || reply.status == 415 ||
                                             reply.status == 501 || condition == QLatin1String("supported-report"));
    const bool perhapsGone = failed.answer == Answer::Missing || failed.answer == Answer::Refused;
    if (!aboutToken && !perhapsToken && !perhapsUnknown && !perhapsGone) {
        fail(failed);
        return;
    }
    m_collection.lookFor([=, self = shared_from_this()](const std::optional<Reply>& missing) {
        if (missing) {
            self->fail(*missing);
        } else if ((aboutToken && !token.isEmpty()) || perhapsToken) {
            Reply unknown;
            unknown.answer = Answer::Differs;
            unknown.problem = QStringLiteral("the server no longer knows how far was read");
            self->fail(unknown);
        } else if (perhapsUnknown) {
            self->m_memory.listsOnly = true;
            self->askList({});
        } else {
            Reply refused = failed;
            refused.answer = Answer::NotTaken;
            refused.needsPerson = true; // reading is never refused by a list that is one
            self->fail(refused);
        }
    });
}

void ChangeReader::takeChanges(const Multistatus& whole, const QString& token)
{
    m_result.next = byToken + whole.syncToken;
    m_result.more = std::any_of(whole.resources.begin(), whole.resources.end(),
                                [](const Resource& resource) { return resource.status == 507; }) &&
                    whole.syncToken != token;
    const std::vector<Resource> members = membersOf(whole);
    collect(members);
    const bool noneGone = m_result.members.empty();
    if (!m_result.more)
        askForOthers();
    if (token.isEmpty()) {
        m_result.complete = !m_result.more;
        m_memory.members = members.size();
        pump();
    } else if (!m_result.more && noneGone && !members.empty() && members.size() >= m_memory.members.value_or(0) / 2) {
        countMembers();
    } else {
        pump();
    }
}

/// Some servers meet a token that they no longer know with everything they have, and do not say so. When all there is was
/// told, what was not told is gone.
void ChangeReader::countMembers()
{
    m_collection.propfind(questions::members(), "1", [self = shared_from_this()](const http::Reply& reply) {
        const auto failed = trouble(reply, {207});
        const auto whole = failed ? std::nullopt : multistatusIn(reply.body);
        if (!whole) {
            self->fail(failed.value_or(nonsense(reply)));
            return;
        }
        const std::vector<Resource> members = membersOf(*whole);
        self->m_memory.members = members.size();
        self->m_result.complete = std::all_of(members.begin(), members.end(), [self](const Resource& member) {
            return self->m_members.count(*nameIn(member.href)) > 0;
        });
        self->pump();
    });
}

void ChangeReader::readMembers(const QByteArray& question, std::function<void(const Multistatus&)> then)
{
    m_collection.propfind(question, "1", [self = shared_from_this(), then = std::move(then)](const http::Reply& reply) {
        auto failed = trouble(reply, {207});
        if (failed && failed->answer == Answer::Missing)
            failed = noList(reply.status);
        const auto whole = failed ? std::nullopt : multistatusIn(reply.body);
        if (!whole)
            self->fail(failed.value_or(nonsense(reply)));
        else if (whole->resources.size() == 1 && isGone(whole->resources.front().status))
            self->fail(noList(404));
        else
            then(*whole);
    });
}

void ChangeReader::askList(const QString& known)
{
    readMembers(questions::members(), [this, known](const Multistatus& whole) { onList(whole, known); });
}

void ChangeReader::compare(std::map<QString, QString> agreed)
{
    readMembers(questions::membersAndToken(), [this, agreed = std::move(agreed)](const Multistatus& whole) { onCompared(whole, agreed); });
}

void ChangeReader::onCompared(const Multistatus& whole, std::map<QString, QString> known)
{
    const bool cut = std::any_of(whole.resources.begin(), whole.resources.end(),
                                 [](const Resource& resource) { return resource.status == 507; });
    if (cut) { // what a part of it lacks is not gone
        askChanges({});
        return;
    }
    const std::vector<Resource> members = membersOf(whole);
    const auto itself = std::find_if(whole.resources.begin(), whole.resources.end(),
                                     [](const Resource& resource) { return !resource.syncToken.isEmpty(); });
    const bool byReports = itself != whole.resources.end() && !m_memory.listsOnly;
    m_result.next = byReports ? byToken + itself->syncToken : byList + fingerprint(members);
    m_memory.members = members.size();
    for (const Resource& member : members) {
        const QString name = *nameIn(member.href);
        const auto isThatOf = [&](const std::map<QString, QString>& etags) {
            const auto found = etags.find(name);
            return found != etags.end() && !member.etag.isEmpty() && found->second == member.etag;
        };
        if (!isThatOf(known) && !isThatOf(m_memory.others))
            ask(member);
        known.erase(name);
    }
    for (const auto& [name, revision] : known)
        gone(name);
    pump();
}

void ChangeReader::onList(const Multistatus& whole, const QString& known)
{
    const std::vector<Resource> members = membersOf(whole);
    const QString now = fingerprint(members);
    m_result.next = byList + now;
    if (now != known) {
        m_result.complete = true;
        collect(members);
    } else {
        askForOthers();
    }
    pump();
}

void ChangeReader::collect(const std::vector<Resource>& members)
{
    for (const Resource& member : members) {
        if (isGone(member.status))
            gone(*nameIn(member.href));
        else
            ask(member);
    }
}

void ChangeReader::ask(const Resource& member)
{
    const QString name = *nameIn(member.href);
    if (!m_members.emplace(name, Wanted{member.href, member.etag}).second)
        return;
    if (m_batches.empty() || m_batches.back().size() >= batchLength)
        m_batches.emplace_back();
    m_batches.back() << name;
}

void ChangeReader::askForOthers()
{
    for (const QString& name : m_also) {
        Resource member;
        member.href = m_collection.href(name);
        ask(member);
    }
}

void ChangeReader::pump()
{
    while (!m_over && m_underWay < mostUnderWay && !m_batches.empty()) {
        ++m_underWay;
        const QStringList names = m_batches.front();
        m_batches.pop_front();
        askBatch(names);
    }
    while (!m_over && m_underWay < mostUnderWay && m_batches.empty() && !m_singles.isEmpty()) {
        ++m_underWay;
        askOne(m_singles.takeFirst());
    }
    if (!m_over && m_underWay == 0)
        conclude();
}

/// A list that is deleted while it is being read looks like one whose entries are all gone.
void ChangeReader::conclude()
{
    const bool tellsDeletions = m_result.complete || std::any_of(m_result.members.begin(), m_result.members.end(),
                                                                 [](const Member& member) { return !member.text; });
    if (!tellsDeletions) {
        finish();
        return;
    }
    m_collection.lookFor([self = shared_from_this()](const std::optional<Reply>& missing) {
        if (missing)
            self->fail(*missing);
        else
            self->finish();
    });
}

void ChangeReader::askBatch(const QStringList& names)
{
    QStringList hrefs;
    for (const QString& name : names)
        hrefs << m_members.at(name).href;
    m_collection.report(questions::contents(hrefs), "1",
                        [self = shared_from_this(), names](const http::Reply& reply) { self->onBatch(reply, names); });
}

void ChangeReader::onBatch(const http::Reply& reply, const QStringList& names)
{
    --m_underWay;
    if (m_over)
        return;
    const auto failed = trouble(reply, {207});
    if (failed && (failed->answer == Answer::NotTaken || failed->silent)) {
        fail(*failed);
        return;
    }
    QStringList open = names;
    // One member that no XML can carry spoils the whole reply; then each is asked for by itself.
    const auto whole = failed ? std::nullopt : multistatusIn(reply.body);
    for (const Resource& resource : whole ? whole->resources : std::vector<Resource>()) {
        const auto name = nameIn(resource.href);
        if (!name || !open.contains(*name))
            continue;
        if (isGone(resource.status))
            wentMeanwhile(*name);
        else if (resource.calendarData)
            take(*name, *resource.calendarData, resource.etag);
        else
            continue;
        open.removeOne(*name);
    }
    m_singles += open;
    if (m_progress)
        m_progress(m_result.members.size(), m_members.size());
    pump();
}

void ChangeReader::askOne(const QString& name)
{
    m_collection.get(name, [self = shared_from_this(), name](const http::Reply& reply) { self->onOne(reply, name); });
}

void ChangeReader::onOne(const http::Reply& reply, const QString& name)
{
    --m_underWay;
    if (m_over)
        return;
    const auto failed = trouble(reply, {200});
    if (!failed && !reply.body.trimmed().toUpper().startsWith("BEGIN:VCALENDAR")) {
        fail(nonsense(reply)); // a login page perhaps, and not the entry's last word
        return;
    }
    if (!failed) {
        take(name, reply.body, QString::fromUtf8(reply.etag));
    } else if (failed->answer == Answer::Missing) {
        wentMeanwhile(name);
    } else if (failed->answer == Answer::NotTaken || reply.status != 500) {
        fail(*failed);
        return;
    } else { // this one is broken on the server; that must not hold up the others, nor look like a deletion
        m_result.unreadable << name;
        m_result.complete = false;
    }
    pump();
}

void ChangeReader::take(const QString& name, const QByteArray& text, const QString& etag)
{
    m_result.doubtful = m_result.doubtful || etag != m_members.at(name).etag;
    m_result.members.push_back({name, etag, text});
}

void ChangeReader::gone(const QString& name)
{
    m_result.members.push_back({name, {}, std::nullopt});
}

/// It was told of, and is not there any more.
void ChangeReader::wentMeanwhile(const QString& name)
{
    m_result.doubtful = true;
    gone(name);
}

void ChangeReader::fail(const Reply& reply)
{
    Changes failed;
    static_cast<Reply&>(failed) = reply;
    m_result = failed;
    finish();
}

void ChangeReader::finish()
{
    if (std::exchange(m_over, true))
        return;
    const auto done = std::exchange(m_done, nullptr);
    done(m_result);
}

} // namespace vorzimmer::cloud::caldav
