#include "vorzimmer/models/topic_wording.h"

#include "vorzimmer/models/due_reading.h"
#include "vorzimmer/models/wording.h"

#include <QLocale>

namespace vorzimmer::models {

using domain::TopicField;
using domain::TopicPriority;
using domain::TopicState;
using ports::BoardState;
using ports::OperationKind;
using ports::OperationState;
using ports::TopicEventKind;

namespace {

const QString dot = QStringLiteral(" · ");

QString shortMoment(const QDateTime& at, const QTimeZone& zone)
{
    return QLocale().toString(at.toTimeZone(zone), QLocale::ShortFormat);
}

QString soon(const QDateTime& at)
{
    return Wording::timeText(at.toLocalTime());
}

} // namespace

QString TopicWording::stateName(TopicState state)
{
    switch (state) {
    case TopicState::Open: return tr("Open");
    case TopicState::InProgress: return tr("In progress");
    case TopicState::Waiting: return tr("Waiting");
    case TopicState::Done: return tr("Done");
    }
    return {};
}

Lamp TopicWording::stateLamp(TopicState state)
{
    switch (state) {
    case TopicState::Open: return Lamp::Off;
    case TopicState::InProgress:
    case TopicState::Waiting: return Lamp::Half;
    case TopicState::Done: return Lamp::On;
    }
    return Lamp::None;
}

Tone TopicWording::stateTone(TopicState state)
{
    switch (state) {
    case TopicState::Open:
    case TopicState::InProgress: return Tone::Accent;
    case TopicState::Waiting: return Tone::Warn;
    case TopicState::Done: return Tone::Ok;
    }
    return Tone::Muted;
}

QString TopicWording::priorityName(TopicPriority priority)
{
    switch (priority) {
    case TopicPriority::Low: return tr("Low");
    case TopicPriority::Normal: return tr("Normal");
    case TopicPriority::High: return tr("High");
    }
    return {};
}

QString TopicWording::fieldName(TopicField field)
{
    switch (field) {
    case TopicField::Title: return tr("Title");
    case TopicField::Text: return tr("Text");
    case TopicField::State: return tr("State");
    case TopicField::Person: return tr("For whom");
    case TopicField::Due: return tr("Due");
    case TopicField::Priority: return tr("Priority");
    case TopicField::Deletion: return tr("Deletion");
    }
    return {};
}

QString TopicWording::dueText(QDate due, QDate today)
{
    if (!due.isValid())
        return {};
    const QString day = Wording::dayText(due, today);
    return due < today ? tr("overdue since %1").arg(day) : tr("due %1").arg(day);
}

Tone TopicWording::dueTone(QDate due, QDate today)
{
    if (!due.isValid() || due > today)
        return Tone::Muted;
    return due < today ? Tone::Danger : Tone::Warn;
}

QString TopicWording::originText(const domain::Topic& topic, const QTimeZone& zone)
{
    QStringList parts;
    switch (topic.origin) {
    case domain::TopicOrigin::Call: parts << tr("From a call"); break;
    case domain::TopicOrigin::Meeting: parts << tr("From a meeting"); break;
    case domain::TopicOrigin::Client: parts << tr("From the client"); break;
    }
    if (topic.createdAt.isValid())
        parts << shortMoment(topic.createdAt, zone);
    if (!topic.createdBy.isEmpty())
        parts << topic.createdBy;
    return parts.join(dot);
}

// --------------------------------------------------------------------------------------------- values and their history

QString TopicWording::valueText(TopicField field, const domain::Topic& topic)
{
    QString value;
    switch (field) {
    case TopicField::Title: value = topic.title; break;
    case TopicField::Text: value = topic.text; break;
    case TopicField::State: return stateName(topic.state);
    case TopicField::Person: value = topic.person; break;
    case TopicField::Due: value = dueFieldText(topic.due); break;
    case TopicField::Priority: return priorityName(topic.priority);
    case TopicField::Deletion: return topic.deleted ? tr("Deleted") : tr("Kept: %1").arg(topic.title);
    }
    return value.trimmed().isEmpty() ? tr("(empty)") : value;
}

QString TopicWording::eventText(const ports::TopicEvent& event)
{
    const QString field = fieldName(event.field);
    switch (event.kind) {
    case TopicEventKind::Created: return tr("Put on the list");
    case TopicEventKind::Changed:
        return tr("%1: “%2” became “%3”", "field, before, after")
            .arg(field, valueText(event.field, event.before), valueText(event.field, event.after));
    case TopicEventKind::Commented: return tr("Commented");
    case TopicEventKind::Deleted: return tr("Deleted");
    case TopicEventKind::Restored: return tr("Brought back");
    case TopicEventKind::ConflictFound: return tr("%1: both sides had changed it differently").arg(field);
    case TopicEventKind::ConflictDecided:
        return event.field == TopicField::Deletion ? tr("Conflict decided: %1").arg(field)
                                                   : tr("%1: conflict decided, now “%2”").arg(field, valueText(event.field, event.after));
    case TopicEventKind::DecisionUndone: return tr("%1: decision taken back").arg(field);
    }
    return {};
}

QString TopicWording::signatureText(const ports::TopicEvent& event, const QTimeZone& zone)
{
    QString who = event.by.name;
    if (who.isEmpty())
        who = event.fromHere ? tr("here") : tr("the other side");
    else if (!event.fromHere)
        who = tr("%1 (other side)").arg(who);
    return event.by.at.isValid() ? shortMoment(event.by.at, zone) + dot + who : who;
}

QString TopicWording::choiceText(const ports::ConflictDecision& decision)
{
    if (decision.conflict.field == TopicField::Deletion) {
        const bool kept = decision.choice == ports::ConflictChoice::Ours ? !decision.conflict.ours.deleted : !decision.conflict.theirs.deleted;
        return kept ? tr("Decided: the topic stays") : tr("Decided: the topic is deleted");
    }
    switch (decision.choice) {
    case ports::ConflictChoice::Ours: return tr("Decided: ours kept");
    case ports::ConflictChoice::Theirs: return tr("Decided: theirs kept");
    case ports::ConflictChoice::Both: return tr("Decided: both kept");
    }
    return {};
}

// --------------------------------------------------------------------------------------------------------- the outbox

QString TopicWording::operationText(OperationKind kind)
{
    switch (kind) {
    case OperationKind::CreateTopic: return tr("New topic");
    case OperationKind::UpdateTopic: return tr("Change");
    case OperationKind::AddComment: return tr("Comment");
    case OperationKind::DeleteTopic: return tr("Deletion");
    }
    return {};
}

QString TopicWording::operationStanding(const ports::OutboxOperation& operation)
{
    switch (operation.state) {
    case OperationState::New:
        return operation.nextTry.isValid() ? tr("waits, next try %1").arg(soon(operation.nextTry)) : tr("waits, sent as soon as possible");
    case OperationState::InFlight: return tr("on its way");
    case OperationState::Unknown:
        return tr("sent, no answer yet; the list is looked at before anything is sent again");
    case OperationState::Blocked: return tr("refused by the other side; nothing is lost – try again, or give it up");
    }
    return {};
}

Tone TopicWording::operationTone(OperationState state)
{
    switch (state) {
    case OperationState::New: return Tone::Muted;
    case OperationState::InFlight: return Tone::Accent;
    case OperationState::Unknown: return Tone::Warn;
    case OperationState::Blocked: return Tone::Danger;
    }
    return Tone::Muted;
}

QString TopicWording::moveText(const ports::BoardStatus& status)
{
    if (status.state == BoardState::NotConfigured)
        return tr("No shared list is set up for this client; everything stays here.");
    if (status.state == BoardState::Blocked && status.blocked == 0)
        return tr("The supervisor's move: the list does not let us in. Check address and access in the set-up, then try again.");
    if (status.blocked > 0)
        return tr("Your move: the other side refuses %n change(s). Open the client, then try again or give them up.", nullptr,
                  status.blocked);
    if (status.conflicts > 0)
        return tr("Your move: both sides changed %n field(s) differently. Decide what holds.", nullptr, status.conflicts);
    if (status.state == BoardState::Unreachable)
        return silenceText(status);
    if (status.inFlight > 0)
        return tr("The other side's move: sent, its answer is awaited.");
    if (status.waiting > 0 || status.state == BoardState::Syncing)
        return tr("Our move: sending goes on by itself.");
    return tr("Nobody's move: both sides are equal.");
}

QString TopicWording::silenceText(const ports::BoardStatus& status)
{
    return status.nextTry.isValid()
               ? tr("The other side's move: it does not answer. Tried again by itself at %1; everything is kept here.").arg(soon(status.nextTry))
               : tr("The other side's move: it does not answer. Being tried right now; everything is kept here.");
}

QString TopicWording::countsText(const ports::BoardStatus& status)
{
    QStringList parts;
    if (status.waiting > 0)
        parts << tr("%n waiting", nullptr, status.waiting);
    if (status.inFlight > 0)
        parts << tr("%n on the way", nullptr, status.inFlight);
    if (status.blocked > 0)
        parts << tr("%n refused", nullptr, status.blocked);
    if (status.conflicts > 0)
        parts << tr("%n conflict(s)", nullptr, status.conflicts);
    return parts.isEmpty() ? tr("nothing waits") : parts.join(dot);
}

QString TopicWording::lastSyncText(const ports::BoardStatus& status)
{
    if (status.state == BoardState::NotConfigured)
        return tr("no list");
    return status.lastSync.isValid() ? tr("synced %1").arg(QLocale().toString(status.lastSync.toLocalTime(), QLocale::ShortFormat))
                                     : tr("never synced yet");
}

} // namespace vorzimmer::models
