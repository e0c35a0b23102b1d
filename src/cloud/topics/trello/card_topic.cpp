#include "topics/trello/card_topic.h"

#include "topics/trello/description.h"

#include <QCryptographicHash>

namespace vorzimmer::cloud::topics::trello {

using domain::Comment;
using domain::CommentId;
using domain::Topic;
using domain::TopicField;
using domain::TopicId;
using domain::TopicState;
using nlohmann::json;
using ports::RemoteTopic;

namespace {

/// The namespaces of ids made from Trello's; chosen once, at random.
const QUuid cardSpace(0x2f1d6f0a, 0x7c83, 0x4d0e, 0x9a, 0x51, 0x3c, 0x0e, 0x85, 0xd2, 0x44, 0xb7);
const QUuid commentSpace(0x9b6e04d7, 0x15fa, 0x4c5b, 0x8d, 0x3e, 0x62, 0xa9, 0x1c, 0x70, 0xef, 0x28);

std::string utf8(const QString& text)
{
    return text.toStdString();
}

json dueOf(const QDateTime& due)
{
    return due.isValid() ? json(utf8(instant(due))) : json(nullptr);
}

QDate dateOf(const QDateTime& due)
{
    return due.isValid() ? due.toLocalTime().date() : QDate();
}

/// Trello's due times have an hour. What people chose there is kept; noon UTC is the same date almost everywhere.
json dueToWrite(const QDate& date, const QDateTime& before)
{
    if (!date.isValid())
        return ""; // null, in Trello's way of writing
    if (!before.isValid())
        return utf8(instant(QDateTime(date, QTime(12, 0), Qt::UTC)));
    return utf8(instant(QDateTime(date, before.toLocalTime().time(), Qt::LocalTime)));
}

TopicState stateOf(const Card& card, const ListMap& lists)
{
    return card.closed || card.dueComplete ? TopicState::Done : lists.stateOf(card.list);
}

QString shortTitle(const QString& name)
{
    if (name.size() <= domain::maxTopicTitle)
        return name;
    qsizetype length = domain::maxTopicTitle - 1;
    if (name.at(length - 1).isHighSurrogate())
        --length;
    return name.left(length) + QChar(0x2026);
}

Description descriptionOf(const Topic& topic)
{
    Description desc;
    desc.id = topic.id;
    desc.text = topic.text;
    desc.person = topic.person;
    desc.priority = topic.priority;
    desc.origin = topic.origin;
    return desc;
}

void patchState(const Topic& wanted, const Card& card, const ListMap& lists, Patch& patch)
{
    if (stateOf(card, lists) == wanted.state)
        return;
    const bool done = wanted.state == TopicState::Done;
    if (card.dueComplete != done)
        patch.fields["dueComplete"] = done;
    if (!done && card.closed)
        patch.fields["closed"] = false;
    if (lists.stateOf(card.list) == wanted.state)
        return;
    const QString list = lists.listFor(wanted.state);
    if (list.isEmpty())
        patch.missing = wanted.state;
    else
        patch.fields["idList"] = utf8(list);
}

} // namespace

TopicId idOfForeignCard(const QString& card)
{
    return TopicId(QUuid::createUuidV5(cardSpace, card.toLower()));
}

bool isDeleted(const Card& card)
{
    return card.closed && Description::read(card.desc).deleted;
}

QString revisionOf(const Card& card)
{
    const json all = {utf8(card.board), utf8(card.list), utf8(card.name), utf8(card.desc),
                      card.closed,      dueOf(card.due), card.dueComplete};
    return QString::fromLatin1(QCryptographicHash::hash(document(all), QCryptographicHash::Sha1).toHex());
}

RemoteTopic topicOf(const Card& card, const TopicId& id, const ListMap& lists)
{
    const Description desc = Description::read(card.desc);
    RemoteTopic remote;
    remote.remoteId = card.id;
    remote.revision = revisionOf(card);
    Topic& topic = remote.topic;
    topic.id = id;
    topic.title = shortTitle(card.name);
    topic.text = desc.text;
    topic.state = stateOf(card, lists);
    topic.person = desc.person;
    topic.due = dateOf(card.due);
    topic.priority = desc.priority;
    topic.origin = desc.origin;
    topic.createdAt = madeAt(card.id);
    topic.deleted = isDeleted(card);
    return remote;
}

RemoteTopic topicOf(const CardFile& file, const TopicId& id, const ListMap& lists)
{
    RemoteTopic remote = topicOf(file.card, id, lists);
    for (auto action = file.actions.crbegin(); action != file.actions.crend(); ++action) { // oldest first
        if (auto comment = commentOf(*action)) {
            remote.comments.push_back(std::move(*comment));
        } else if (action->type == QLatin1String("updateCard")) {
            remote.topic.changedBy = action->member;
            remote.topic.changedAt = action->at;
        } else if (action->type == QLatin1String("createCard")) {
            remote.topic.createdBy = action->member;
        }
    }
    return remote;
}

std::optional<Comment> commentOf(const Action& action)
{
    if (action.type != QLatin1String("commentCard") && action.type != QLatin1String("copyCommentCard"))
        return std::nullopt;
    const Remark remark = Remark::read(action.text);
    Comment comment;
    comment.id = remark.id.isNull() ? CommentId(QUuid::createUuidV5(commentSpace, action.id.toLower())) : remark.id;
    comment.author = remark.id.isNull() ? action.member : remark.author;
    comment.text = remark.text;
    comment.at = action.at;
    return comment;
}

json valueOf(const Card& card, const std::string& field)
{
    if (field == "name")
        return utf8(card.name);
    if (field == "desc")
        return utf8(card.desc);
    if (field == "due")
        return dueOf(card.due);
    if (field == "dueComplete")
        return card.dueComplete;
    if (field == "closed")
        return card.closed;
    if (field == "idList")
        return utf8(card.list);
    return nullptr;
}

void setValue(Card& card, const std::string& field, const json& value)
{
    if (value.is_string()) {
        const QString text = QString::fromStdString(value.get<std::string>());
        if (field == "name")
            card.name = text;
        else if (field == "desc")
            card.desc = text;
        else if (field == "idList")
            card.list = text;
        else if (field == "due")
            card.due = QDateTime::fromString(text, Qt::ISODateWithMs);
    } else if (value.is_boolean()) {
        if (field == "closed")
            card.closed = value.get<bool>();
        else if (field == "dueComplete")
            card.dueComplete = value.get<bool>();
    } else if (value.is_null() && field == "due") {
        card.due = QDateTime();
    }
}

Patch patchFor(const Topic& wanted, domain::TopicFields changed, const Card& card, const ListMap& lists)
{
    Patch patch;
    const Topic now = topicOf(card, wanted.id, lists).topic;
    const domain::TopicFields open = changed & differing(now, wanted);
    if (open.testFlag(TopicField::Title))
        patch.fields["name"] = utf8(wanted.title);
    if (open & (TopicField::Text | TopicField::Person | TopicField::Priority))
        patch.fields["desc"] = utf8(descriptionOf(domain::withFields(now, wanted, open)).written());
    if (open.testFlag(TopicField::Due))
        patch.fields["due"] = dueToWrite(wanted.due, card.due);
    if (open.testFlag(TopicField::State))
        patchState(wanted, card, lists, patch);
    return patch;
}

json newCard(const Topic& topic)
{
    json fields = {{"name", utf8(topic.title)},
                   {"desc", utf8(descriptionOf(topic).written())},
                   {"dueComplete", topic.state == TopicState::Done},
                   {"pos", "bottom"}};
    if (topic.due.isValid())
        fields["due"] = dueToWrite(topic.due, {});
    return fields;
}

QString deletedDescription(const Card& card, const TopicId& id)
{
    Description desc = Description::read(card.desc);
    desc.id = id;
    desc.deleted = true;
    return desc.written();
}

QString tooLong(const json& fields)
{
    const auto length = [&fields](const char* field) {
        const auto found = fields.find(field);
        return found == fields.end() ? 0 : QString::fromStdString(found->get<std::string>()).size();
    };
    if (const qsizetype count = length("desc"); count > maxDescription) {
        return QStringLiteral("the text is too long for Trello: with our last lines it has %1 characters, and a card takes "
                              "%2; shorten it, or move a part of it into comments")
            .arg(count)
            .arg(maxDescription);
    }
    return {};
}

} // namespace vorzimmer::cloud::topics::trello
