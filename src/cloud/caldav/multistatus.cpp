#include "caldav/multistatus.h"

#include <QXmlStreamReader>

namespace vorzimmer::cloud::caldav {

namespace {

const QLatin1String dav("DAV:");
const QLatin1String calDav("urn:ietf:params:xml:ns:caldav");

bool is(const QXmlStreamReader& xml, const char* name, QLatin1String space = dav)
{
    return xml.name() == QLatin1String(name) && xml.namespaceUri() == space;
}

QString content(QXmlStreamReader& xml)
{
    return xml.readElementText(QXmlStreamReader::SkipChildElements);
}

/// "HTTP/1.1 404 Not Found" -> 404
int statusIn(const QString& line)
{
    return line.simplified().section(QLatin1Char(' '), 1, 1).toInt();
}

QString hrefIn(QXmlStreamReader& xml)
{
    QString href;
    while (xml.readNextStartElement()) {
        if (is(xml, "href"))
            href = content(xml).trimmed();
        else
            xml.skipCurrentElement();
    }
    return href;
}

/// The names of all elements below the current one that hold none themselves.
QStringList leavesIn(QXmlStreamReader& xml)
{
    QStringList names;
    int depth = 1;
    QString open;
    while (depth > 0 && !xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            ++depth;
            open = xml.name().toString();
            break;
        case QXmlStreamReader::EndElement:
            --depth;
            if (!open.isEmpty())
                names << std::exchange(open, QString());
            break;
        default:
            break;
        }
    }
    return names;
}

QStringList componentsIn(QXmlStreamReader& xml)
{
    QStringList names;
    while (xml.readNextStartElement()) {
        if (is(xml, "comp", calDav))
            names << xml.attributes().value(QLatin1String("name")).toString().toUpper();
        xml.skipCurrentElement();
    }
    return names;
}

void readProperty(QXmlStreamReader& xml, Resource& into)
{
    if (is(xml, "getetag")) {
        into.etag = content(xml).trimmed();
    } else if (is(xml, "calendar-data", calDav)) {
        into.calendarData = content(xml).toUtf8();
    } else if (is(xml, "displayname")) {
        into.displayName = content(xml).trimmed();
    } else if (is(xml, "resourcetype")) {
        const QStringList types = leavesIn(xml);
        into.collection = types.contains(QLatin1String("collection"));
        into.calendar = types.contains(QLatin1String("calendar"));
    } else if (is(xml, "supported-calendar-component-set", calDav)) {
        into.components = componentsIn(xml);
    } else if (is(xml, "current-user-privilege-set")) {
        into.privileges = leavesIn(xml);
    } else if (is(xml, "supported-report-set")) {
        into.syncCollection = leavesIn(xml).contains(QLatin1String("sync-collection"));
    } else if (is(xml, "sync-token")) {
        into.syncToken = content(xml).trimmed();
    } else if (is(xml, "current-user-principal")) {
        into.principal = hrefIn(xml);
    } else if (is(xml, "calendar-home-set", calDav)) {
        into.home = hrefIn(xml);
    } else {
        xml.skipCurrentElement();
    }
}

/// What stands under a status other than success says only that there is no such property.
void readPropstat(QXmlStreamReader& xml, Resource& into)
{
    Resource found = into;
    int status = 200;
    while (xml.readNextStartElement()) {
        if (is(xml, "prop")) {
            while (xml.readNextStartElement())
                readProperty(xml, found);
        } else if (is(xml, "status")) {
            status = statusIn(content(xml));
        } else {
            xml.skipCurrentElement();
        }
    }
    if (status / 100 == 2)
        into = found;
}

Resource readResponse(QXmlStreamReader& xml)
{
    Resource resource;
    while (xml.readNextStartElement()) {
        if (is(xml, "href"))
            resource.href = content(xml).trimmed();
        else if (is(xml, "status"))
            resource.status = statusIn(content(xml));
        else if (is(xml, "propstat"))
            readPropstat(xml, resource);
        else if (is(xml, "error"))
            resource.error = leavesIn(xml).value(0);
        else
            xml.skipCurrentElement();
    }
    return resource;
}

/// No DAV document declares anything; what does could blow itself up.
bool startsAt(QXmlStreamReader& xml, const char* name)
{
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::DTD)
            return false;
        if (token == QXmlStreamReader::StartElement)
            return is(xml, name);
    }
    return false;
}

} // namespace

std::optional<Multistatus> multistatusIn(const QByteArray& body)
{
    QXmlStreamReader xml(body);
    if (!startsAt(xml, "multistatus"))
        return std::nullopt;
    Multistatus whole;
    while (xml.readNextStartElement()) {
        if (is(xml, "response"))
            whole.resources.push_back(readResponse(xml));
        else if (is(xml, "sync-token"))
            whole.syncToken = content(xml).trimmed();
        else
            xml.skipCurrentElement();
    }
    if (xml.hasError())
        return std::nullopt;
    return whole;
}

QString conditionIn(const QByteArray& body)
{
    QXmlStreamReader xml(body);
    return startsAt(xml, "error") ? leavesIn(xml).value(0) : QString();
}

} // namespace vorzimmer::cloud::caldav
