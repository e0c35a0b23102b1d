#include "caldav_rig.h"

#include <catch2/catch.hpp>

#include <QXmlStreamReader>

#include <algorithm>

namespace vorzimmer::testing {

using domain::TopicId;
using domain::TopicState;

namespace {

constexpr int maxTries = 50;

std::vector<QByteArray> linesOf(QByteArray text)
{
    text.replace("\r\n", "\n");
    text.replace("\n ", "");
    text.replace("\n\t", "");
    std::vector<QByteArray> lines;
    for (const QByteArray& line : text.split('\n')) {
        if (!line.isEmpty())
            lines.push_back(line);
    }
    return lines;
}

bool isNamed(const QByteArray& line, const QByteArray& name)
{
    return line.startsWith(name + ":") || line.startsWith(name + ";");
}

QString valueOf(const QByteArray& line)
{
    const QByteArray raw = line.mid(line.indexOf(':') + 1);
    QByteArray value;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw[i] == '\\' && i + 1 < raw.size()) {
            ++i;
            value += raw[i] == 'n' || raw[i] == 'N' ? '\n' : raw[i];
        } else {
            value += raw[i];
        }
    }
    return QString::fromUtf8(value);
}

QByteArray escaped(const QString& text)
{
    QByteArray value = text.toUtf8();
    value.replace("\\", "\\\\").replace("\n", "\\n").replace(",", "\\,").replace(";", "\\;");
    return value;
}

QString textOf(const std::vector<QByteArray>& lines, const QByteArray& name)
{
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const QByteArray& line) { return isNamed(line, name); });
    return found == lines.end() ? QString() : valueOf(*found);
}

void set(std::vector<QByteArray>& lines, const QByteArray& name, const QByteArray& line)
{
    std::erase_if(lines, [&](const QByteArray& one) { return isNamed(one, name); });
    if (!line.isEmpty())
        lines.insert(std::find(lines.begin(), lines.end(), "END:VTODO"), line);
}

QByteArray joined(const std::vector<QByteArray>& lines)
{
    QByteArray text;
    for (const QByteArray& line : lines)
        text += line + "\r\n";
    return text;
}

ListedTopic read(const TopicId& id, const std::vector<QByteArray>& lines)
{
    ListedTopic topic;
    topic.id = id;
    topic.title = textOf(lines, "SUMMARY");
    topic.text = textOf(lines, "DESCRIPTION");
    const QString status = textOf(lines, "STATUS");
    if (status == QLatin1String("COMPLETED"))
        topic.state = TopicState::Done;
    else if (status == QLatin1String("IN-PROCESS"))
        topic.state = TopicState::InProgress;
    else if (textOf(lines, "X-VORZIMMER-STATE") == QLatin1String("WAITING"))
        topic.state = TopicState::Waiting;
    for (const QByteArray& line : lines) {
        if (isNamed(line, "COMMENT"))
            topic.comments.insert(valueOf(line));
    }
    return topic;
}

std::vector<QString> said(const std::optional<ListedTopic>& before)
{
    if (!before)
        return {};
    std::vector<QString> texts = {before->title, before->text};
    texts.insert(texts.end(), before->comments.begin(), before->comments.end());
    return texts;
}

} // namespace

CalDavRig::CalDavRig(DavKind kind) : m_server(DavServer::shared(kind)) {}

ports::BoardAccess CalDavRig::access(const QUrl& proxy) const
{
    ports::BoardAccess access;
    access.kind = ports::BoardKind::CalDav;
    access.url = proxy;
    access.url.setPath(m_path);
    access.user = m_server->user();
    access.secret = m_server->password();
    return access;
}

QString CalDavRig::pathOf(const TopicId& id) const
{
    return m_path + QLatin1Char('/') + id.text() + QStringLiteral(".ics");
}

std::vector<ListedTopic> CalDavRig::list()
{
    const auto answer =
        m_server->ask("REPORT", m_path + QLatin1Char('/'),
                      "<?xml version=\"1.0\"?><C:calendar-query xmlns:D=\"DAV:\" "
                      "xmlns:C=\"urn:ietf:params:xml:ns:caldav\"><D:prop><C:calendar-data/></D:prop><C:filter>"
                      "<C:comp-filter name=\"VCALENDAR\"><C:comp-filter name=\"VTODO\"/></C:comp-filter>"
                      "</C:filter></C:calendar-query>",
                      {{"Depth", "1"}});
    REQUIRE(answer.status == 207);
    std::vector<ListedTopic> all;
    QXmlStreamReader xml(answer.body);
    QString name;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("href"))
            name = xml.readElementText().section(QLatin1Char('/'), -1);
        else if (xml.name() == QLatin1String("calendar-data"))
            all.push_back(seen(TopicId::parse(QStringView(name).chopped(4)), linesOf(xml.readElementText().toUtf8())));
    }
    REQUIRE_FALSE(xml.hasError());
    return all;
}

ListedTopic CalDavRig::seen(const TopicId& id, const Lines& lines)
{
    m_lastSeen[id] = lines;
    return read(id, lines);
}

TopicId CalDavRig::create(const QString& title)
{
    const TopicId id(QUuid::createUuid());
    REQUIRE(putNew(id, {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//client//DE", "BEGIN:VTODO",
                        "UID:" + id.text().toLatin1(), "DTSTAMP:20260203T100000Z", "SUMMARY:" + escaped(title),
                        "DESCRIPTION:from the client", "STATUS:NEEDS-ACTION", "END:VTODO", "END:VCALENDAR"}));
    return id;
}

bool CalDavRig::putNew(const TopicId& id, const Lines& lines)
{
    m_lastSeen[id] = lines;
    return m_server->ask("PUT", pathOf(id), joined(lines), {{"If-None-Match", "*"}}).status == 201;
}

std::optional<ListedTopic> CalDavRig::change(const TopicId& id, const std::function<void(Lines& lines)>& edit)
{
    for (int i = 0; i < maxTries; ++i) {
        const auto now = m_server->ask("GET", pathOf(id));
        if (now.status != 200)
            return std::nullopt;
        Lines lines = linesOf(now.body);
        const ListedTopic before = seen(id, lines);
        edit(lines);
        const int status = lines.empty() ? m_server->ask("DELETE", pathOf(id), {}, {{"If-Match", now.etag}}).status
                                         : m_server->ask("PUT", pathOf(id), joined(lines), {{"If-Match", now.etag}}).status;
        if (status == 200 || status == 201 || status == 204)
            return before;
    }
    FAIL("the client cannot write over " << id.text().toStdString());
    return std::nullopt;
}

std::vector<QString> CalDavRig::setTitle(const TopicId& id, const QString& title)
{
    return said(change(id, [&](Lines& lines) { set(lines, "SUMMARY", "SUMMARY:" + escaped(title)); }));
}

std::vector<QString> CalDavRig::setText(const TopicId& id, const QString& text)
{
    return said(change(id, [&](Lines& lines) { set(lines, "DESCRIPTION", "DESCRIPTION:" + escaped(text)); }));
}

std::vector<QString> CalDavRig::setState(const TopicId& id, TopicState state)
{
    const QByteArray word = state == TopicState::Done         ? "COMPLETED"
                            : state == TopicState::InProgress ? "IN-PROCESS"
                                                              : "NEEDS-ACTION";
    return said(change(id, [&](Lines& lines) {
        set(lines, "STATUS", "STATUS:" + word);
        set(lines, "X-VORZIMMER-STATE", {});
        set(lines, "COMPLETED", {});
        set(lines, "PERCENT-COMPLETE", {});
    }));
}

bool CalDavRig::comment(const TopicId& id, const QString& text)
{
    const auto add = [&](Lines& lines) {
        lines.insert(std::find(lines.begin(), lines.end(), "END:VTODO"), "COMMENT:" + escaped(text));
    };
    return change(id, add).has_value();
}

std::vector<QString> CalDavRig::remove(const TopicId& id)
{
    return said(change(id, [](Lines& lines) { lines.clear(); }));
}

bool CalDavRig::restore(const TopicId& id, const QString& title)
{
    const auto before = m_lastSeen.find(id);
    if (before == m_lastSeen.end() || m_server->ask("GET", pathOf(id)).status != 404)
        return false;
    Lines lines = before->second;
    set(lines, "SUMMARY", "SUMMARY:" + escaped(title));
    return putNew(id, lines);
}

} // namespace vorzimmer::testing
