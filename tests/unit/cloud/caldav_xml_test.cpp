#include "caldav/multistatus.h"
#include "caldav/questions.h"
#include "caldav/verdicts.h"

#include <catch2/catch.hpp>

using namespace vorzimmer::cloud;
using namespace vorzimmer::cloud::caldav;

namespace {

QByteArray multistatus(const QByteArray& inside)
{
    return "<?xml version=\"1.0\"?><d:multistatus xmlns:d=\"DAV:\" xmlns:c=\"urn:ietf:params:xml:ns:caldav\">" + inside +
           "</d:multistatus>";
}

http::Reply answered(int status, const QByteArray& body = {}, const QByteArray& type = "text/xml")
{
    http::Reply reply;
    reply.fate = http::Fate::Answered;
    reply.status = status;
    reply.body = body;
    reply.contentType = type;
    return reply;
}

Reply refused(const http::Reply& reply)
{
    const auto failed = trouble(reply, {201});
    REQUIRE(failed);
    return *failed;
}

} // namespace

TEST_CASE("properties count only where the server says they are there, before or after it says so")
{
    const auto whole = multistatusIn(multistatus(
        "<d:response><d:href>/t/</d:href><d:propstat><d:status>HTTP/1.1 200 OK</d:status><d:prop>"
        "<d:resourcetype><d:collection/><c:calendar/></d:resourcetype><d:displayname>Aufgaben &amp; mehr</d:displayname>"
        "<c:supported-calendar-component-set><c:comp name=\"VTODO\"/></c:supported-calendar-component-set>"
        "<d:current-user-privilege-set><d:privilege><d:read/></d:privilege><d:privilege><d:write/></d:privilege>"
        "</d:current-user-privilege-set><d:current-user-principal><d:href>/u/</d:href></d:current-user-principal>"
        "</d:prop></d:propstat><d:propstat><d:prop><d:getetag>no</d:getetag></d:prop>"
        "<d:status>HTTP/1.1 404 Not Found</d:status></d:propstat></d:response>"
        "<d:response><d:href>/t/x.ics</d:href><d:status>HTTP/1.1 404 Not Found</d:status></d:response>"
        "<d:sync-token>token</d:sync-token>"));
    REQUIRE(whole);
    REQUIRE(whole->resources.size() == 2);
    const Resource& list = whole->resources.front();
    CHECK(list.calendar);
    CHECK(list.collection);
    CHECK(list.displayName == QLatin1String("Aufgaben & mehr"));
    CHECK(list.components == QStringList{QStringLiteral("VTODO")});
    REQUIRE(list.privileges);
    CHECK(list.privileges->contains(QLatin1String("write")));
    CHECK(list.principal == QLatin1String("/u/"));
    CHECK(list.etag.isEmpty());
    CHECK(whole->resources.back().status == 404);
    CHECK(whole->syncToken == QLatin1String("token"));
}

TEST_CASE("a document that is cut off, garbage or dangerous is none at all")
{
    const QByteArray good = multistatus("<d:response><d:href>/t/x.ics</d:href></d:response>");
    REQUIRE(multistatusIn(good));
    for (qsizetype length = 0; length < good.size(); ++length)
        CHECK_FALSE(multistatusIn(good.left(length)));
    CHECK_FALSE(multistatusIn("<html><body>Login</body></html>"));
    CHECK_FALSE(multistatusIn("<multistatus/>")); // of no namespace
    CHECK_FALSE(multistatusIn("<!DOCTYPE x [<!ENTITY a \"aaaa\">]><d:multistatus xmlns:d=\"DAV:\">&a;</d:multistatus>"));
    CHECK_FALSE(multistatusIn(multistatus(QByteArray("<d:x>").repeated(10'000))));
}

TEST_CASE("ten thousand members are read")
{
    QByteArray inside;
    for (int i = 0; i < 10'000; ++i)
        inside += "<d:response><d:href>/t/" + QByteArray::number(i) +
                  ".ics</d:href><d:propstat><d:prop><d:getetag>\"e\"</d:getetag></d:prop><d:status>HTTP/1.1 200 OK"
                  "</d:status></d:propstat></d:response>";
    const auto whole = multistatusIn(multistatus(inside));
    REQUIRE(whole);
    CHECK(whole->resources.size() == 10'000);
    CHECK(whole->resources.back().etag == QLatin1String("\"e\""));
}

TEST_CASE("what is asked is escaped")
{
    const QByteArray asked = questions::changesSince(QStringLiteral("<&>"));
    CHECK(asked.contains("&lt;&amp;&gt;"));
    CHECK(questions::contents({QStringLiteral("/t/a&b.ics")}).contains("/t/a&amp;b.ics"));
}

TEST_CASE("replies mean what they mean on every server")
{
    CHECK_FALSE(trouble(answered(201), {201}));
    CHECK(refused(answered(401)).needsPerson);
    CHECK(refused(answered(403)).needsPerson);
    CHECK(refused(answered(412)).answer == Answer::Differs);
    CHECK(refused(answered(404)).answer == Answer::Missing);
    CHECK(refused(answered(429)).answer == Answer::NotTaken);
    CHECK(refused(answered(500)).answer == Answer::Unknown);
    CHECK(refused(answered(302)).answer == Answer::Unknown);
    CHECK(refused(answered(405)).needsPerson);
    CHECK(refused(answered(507)).needsPerson);
    CHECK(refused(answered(400)).answer == Answer::Refused);
    CHECK(refused(answered(200, "<html>Login</html>", "text/html")).problem.contains(QLatin1String("web page")));

    // A condition that is named is about this one task, whatever the status.
    const QByteArray invalid = "<d:error xmlns:d=\"DAV:\" xmlns:c=\"urn:ietf:params:xml:ns:caldav\"><c:no-uid-conflict>"
                               "<d:href>/t/secret.ics</d:href></c:no-uid-conflict></d:error>";
    for (const int status : {403, 409, 412}) {
        const Reply reply = refused(answered(status, invalid));
        CHECK(reply.answer == Answer::Refused);
        CHECK_FALSE(reply.needsPerson);
    }
    // A failed write may come as a multi-status.
    const QByteArray inside = multistatus("<d:response><d:href>/t/x.ics</d:href><d:status>HTTP/1.1 412 Precondition Failed"
                                          "</d:status><d:error><c:valid-calendar-data/></d:error></d:response>");
    CHECK(refused(answered(207, inside)).answer == Answer::Refused);
    CHECK(refused(answered(207, inside)).problem.contains(QLatin1String("valid-calendar-data")));
    CHECK(refused(answered(207, "garbage")).answer == Answer::Unknown);
}
