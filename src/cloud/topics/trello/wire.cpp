#include "topics/trello/wire.h"

#include <algorithm>

namespace vorzimmer::cloud::topics::trello {

using nlohmann::json;

namespace {

constexpr qsizetype idLength = 24;
constexpr qsizetype stampLength = 8;

/// Reads members of one JSON object and remembers whether each was there and right.
class Reader {
public:
    explicit Reader(const json& object) : m_object(object), m_good(object.is_object()) {}

    [[nodiscard]] bool good() const { return m_good; }

    QString id(const char* name)
    {
        const QString read = text(name);
        expect(isObjectId(read));
        return read;
    }

    QString text(const char* name)
    {
        const json* value = member(name);
        return expect(value && value->is_string()) ? QString::fromStdString(value->get_ref<const std::string&>())
                                                   : QString();
    }

    bool flag(const char* name)
    {
        const json* value = member(name);
        return expect(value && value->is_boolean()) && value->get<bool>();
    }

    /// Nothing for null and for a member that is not there.
    QDateTime timeOrNothing(const char* name)
    {
        const json* value = member(name);
        if (!value || value->is_null())
            return {};
        const QDateTime read = QDateTime::fromString(text(name), Qt::ISODateWithMs);
        expect(read.isValid());
        return read.toUTC();
    }

    double number(const char* name)
    {
        const json* value = member(name);
        return value && value->is_number() ? value->get<double>() : 0;
    }

    [[nodiscard]] const json* member(const char* name) const
    {
        if (!m_object.is_object())
            return nullptr;
        const auto found = m_object.find(name);
        return found == m_object.end() ? nullptr : &*found;
    }

    bool expect(bool condition)
    {
        m_good = m_good && condition;
        return condition;
    }

private:
    const json& m_object;
    bool m_good;
};

json parsed(const QByteArray& text)
{
    return json::parse(text.cbegin(), text.cend(), nullptr, false);
}

/// The id of the thing that @p data holds under @p name; empty without it.
QString idIn(const json& data, const char* name)
{
    const auto found = data.find(name);
    if (found == data.end() || !found->is_object())
        return {};
    const auto id = found->find("id");
    const QString read = id != found->end() && id->is_string() ? QString::fromStdString(id->get<std::string>()) : QString();
    return isObjectId(read) ? read : QString();
}

std::optional<Card> readCard(const json& object)
{
    Reader reader(object);
    Card card;
    card.id = reader.id("id");
    card.board = reader.id("idBoard");
    card.list = reader.id("idList");
    card.name = reader.text("name");
    card.desc = reader.text("desc");
    card.closed = reader.flag("closed");
    card.due = reader.timeOrNothing("due");
    card.dueComplete = reader.flag("dueComplete");
    return reader.good() ? std::optional(std::move(card)) : std::nullopt;
}

std::optional<List> readList(const json& object)
{
    Reader reader(object);
    List list;
    list.id = reader.id("id");
    list.name = reader.text("name");
    list.closed = reader.flag("closed");
    list.pos = reader.number("pos");
    return reader.good() ? std::optional(std::move(list)) : std::nullopt;
}

void readChanges(const json& data, Action& action)
{
    const auto old = data.find("old");
    const auto card = data.find("card");
    if (old == data.end() || !old->is_object() || card == data.end() || !card->is_object())
        return;
    for (const auto& [field, was] : old->items()) {
        const auto now = card->find(field);
        action.changes.push_back({field, was, now == card->end() ? json(nullptr) : *now});
    }
}

std::optional<Action> readAction(const json& object)
{
    Reader reader(object);
    Action action;
    action.id = reader.id("id");
    action.type = reader.text("type");
    action.at = reader.timeOrNothing("date");
    reader.expect(action.at.isValid());
    const json* data = reader.member("data");
    if (!reader.expect(data && data->is_object()))
        return std::nullopt;
    action.card = idIn(*data, "card");
    action.listBefore = idIn(*data, "listBefore");
    action.listAfter = idIn(*data, "listAfter");
    if (const auto text = data->find("text"); text != data->end() && text->is_string())
        action.text = QString::fromStdString(text->get<std::string>());
    readChanges(*data, action);
    if (const json* member = reader.member("memberCreator"); member && member->is_object())
        action.member = Reader(*member).text("fullName");
    return reader.good() ? std::optional(std::move(action)) : std::nullopt;
}

template <class Value, class Read>
std::optional<std::vector<Value>> readAll(const json& array, Read read)
{
    if (!array.is_array())
        return std::nullopt;
    std::vector<Value> all;
    all.reserve(array.size());
    for (const json& one : array) {
        auto value = read(one);
        if (!value)
            return std::nullopt;
        all.push_back(std::move(*value));
    }
    return all;
}

} // namespace

bool isObjectId(const QString& text)
{
    return text.size() == idLength && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
               const ushort u = c.unicode();
               return (u >= '0' && u <= '9') || (u >= 'a' && u <= 'f') || (u >= 'A' && u <= 'F');
           });
}

QDateTime madeAt(const QString& objectId)
{
    bool good = false;
    const qint64 secs = objectId.left(stampLength).toLongLong(&good, 16);
    return good ? QDateTime::fromSecsSinceEpoch(secs, Qt::UTC) : QDateTime();
}

QString firstIdAt(qint64 secs)
{
    constexpr qint64 last = 0xffffffff;
    return QStringLiteral("%1").arg(std::clamp<qint64>(secs, 0, last), static_cast<int>(stampLength), 16, QLatin1Char('0')) +
           QString(idLength - stampLength, QLatin1Char('0'));
}

std::optional<CardFile> cardFrom(const QByteArray& text)
{
    const json whole = parsed(text);
    auto card = readCard(whole);
    if (!card)
        return std::nullopt;
    CardFile file;
    file.card = std::move(*card);
    if (const auto actions = whole.find("actions"); actions != whole.end()) {
        auto read = readAll<Action>(*actions, readAction);
        if (!read)
            return std::nullopt;
        file.actions = std::move(*read);
    }
    return file;
}

std::optional<std::vector<Card>> cardsFrom(const QByteArray& text)
{
    return readAll<Card>(parsed(text), readCard);
}

std::optional<std::vector<List>> listsFrom(const QByteArray& text)
{
    return readAll<List>(parsed(text), readList);
}

std::optional<List> listFrom(const QByteArray& text)
{
    return readList(parsed(text));
}

std::optional<std::vector<Action>> actionsFrom(const QByteArray& text)
{
    return readAll<Action>(parsed(text), readAction);
}

std::optional<Action> actionFrom(const QByteArray& text)
{
    return readAction(parsed(text));
}

std::optional<BoardSheet> boardFrom(const QByteArray& text)
{
    const json whole = parsed(text);
    Reader reader(whole);
    BoardSheet board;
    board.id = reader.id("id");
    board.name = reader.text("name");
    board.closed = reader.flag("closed");
    return reader.good() ? std::optional(std::move(board)) : std::nullopt;
}

std::optional<TokenSheet> tokenFrom(const QByteArray& text, const QString& board)
{
    const json whole = parsed(text);
    Reader reader(whole);
    TokenSheet sheet;
    sheet.member = reader.id("idMember");
    const json* permissions = reader.member("permissions");
    if (!reader.expect(permissions && permissions->is_array()) || !reader.good())
        return std::nullopt;
    for (const json& one : *permissions) {
        Reader permission(one);
        const bool here = permission.text("modelType").compare(QLatin1String("board"), Qt::CaseInsensitive) == 0 &&
                          (permission.text("idModel") == QLatin1String("*") || permission.text("idModel") == board);
        sheet.writes = sheet.writes || (here && permission.flag("write"));
    }
    return sheet;
}

std::optional<QString> membershipFrom(const QByteArray& text, const QString& member)
{
    const json whole = parsed(text);
    if (!whole.is_array())
        return std::nullopt;
    for (const json& one : whole) {
        Reader reader(one);
        if (reader.text("idMember") == member)
            return reader.text("memberType");
    }
    return QString();
}

QString instant(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QByteArray document(const json& value)
{
    return QByteArray::fromStdString(value.dump(-1, ' ', false, json::error_handler_t::replace));
}

bool sameValue(const std::string& field, const json& one, const json& other)
{
    if (field != "due")
        return one == other;
    const auto read = [](const json& value) {
        return value.is_string() ? QDateTime::fromString(QString::fromStdString(value.get<std::string>()), Qt::ISODateWithMs)
                                 : QDateTime();
    };
    return read(one) == read(other); // nothing is null to read and empty to write
}

} // namespace vorzimmer::cloud::topics::trello
