#include "caldav/questions.h"

#include <QXmlStreamWriter>

namespace vorzimmer::cloud::caldav::questions {

namespace {

const QString dav = QStringLiteral("DAV:");
const QString calDav = QStringLiteral("urn:ietf:params:xml:ns:caldav");

/// A document whose root is being written.
class Document {
public:
    Document(const QString& space, const QString& root) : m_xml(&m_body)
    {
        m_xml.writeStartDocument();
        m_xml.writeNamespace(dav, QStringLiteral("D"));
        m_xml.writeNamespace(calDav, QStringLiteral("C"));
        m_xml.writeStartElement(space, root);
    }

    QXmlStreamWriter* operator->() { return &m_xml; }

    Document& properties(std::initializer_list<const char*> names, std::initializer_list<const char*> ofCalDav = {})
    {
        m_xml.writeStartElement(dav, QStringLiteral("prop"));
        for (const char* name : names)
            m_xml.writeEmptyElement(dav, QLatin1String(name));
        for (const char* name : ofCalDav)
            m_xml.writeEmptyElement(calDav, QLatin1String(name));
        m_xml.writeEndElement();
        return *this;
    }

    QByteArray finish()
    {
        m_xml.writeEndDocument();
        return m_body;
    }

private:
    QByteArray m_body;
    QXmlStreamWriter m_xml;
};

} // namespace

QByteArray kind()
{
    return Document(dav, QStringLiteral("propfind")).properties({"resourcetype"}).finish();
}

QByteArray abilities()
{
    return Document(dav, QStringLiteral("propfind"))
        .properties(
            {"resourcetype", "displayname", "current-user-privilege-set", "supported-report-set", "current-user-principal"},
            {"supported-calendar-component-set", "calendar-home-set"})
        .finish();
}

QByteArray members()
{
    return Document(dav, QStringLiteral("propfind")).properties({"getetag"}).finish();
}

QByteArray membersAndToken()
{
    return Document(dav, QStringLiteral("propfind")).properties({"getetag", "sync-token"}).finish();
}

QByteArray changesSince(const QString& token)
{
    Document document(dav, QStringLiteral("sync-collection"));
    document->writeTextElement(dav, QStringLiteral("sync-token"), token);
    document->writeTextElement(dav, QStringLiteral("sync-level"), QStringLiteral("1"));
    return document.properties({"getetag"}).finish();
}

QByteArray contents(const QStringList& hrefs)
{
    Document document(calDav, QStringLiteral("calendar-multiget"));
    document.properties({"getetag"}, {"calendar-data"});
    for (const QString& href : hrefs)
        document->writeTextElement(dav, QStringLiteral("href"), href);
    return document.finish();
}

} // namespace vorzimmer::cloud::caldav::questions
