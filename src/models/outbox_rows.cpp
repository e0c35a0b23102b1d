#include "vorzimmer/models/outbox_rows.h"

#include "vorzimmer/models/topic_wording.h"
#include "vorzimmer/models/wording.h"

#include <QStringList>

namespace vorzimmer::models {

namespace {

Line line(const QString& text, Tone tone, int maxLines = 1)
{
    return {{{text, tone}}, maxLines, {}};
}

} // namespace

Row OutboxRows::list(const QString& name, const ports::BoardStatus& status)
{
    Row row;
    row.id = status.tenant.uuid();
    row.lamp = Wording::boardLamp(status);
    row.lampTone = Wording::boardTone(status);
    const QString counts = TopicWording::countsText(status);
    const QString move = TopicWording::moveText(status);
    const QString synced = TopicWording::lastSyncText(status);
    Cell what{{line(name, Tone::Strong), line(move, row.lampTone == Tone::Danger ? Tone::Danger : Tone::Plain, 2)}};
    const bool silentToo = status.state == ports::BoardState::Unreachable && status.conflicts + status.blocked > 0;
    if (silentToo)
        what.lines.push_back(line(TopicWording::silenceText(status), Tone::Plain, 2));
    if (status.state == ports::BoardState::Blocked && !status.problem.isEmpty())
        what.lines.push_back(line(tr("The list says: %1").arg(status.problem), Tone::Muted, 2));
    row.cells = {what, {{line(counts, status.waiting + status.blocked + status.conflicts > 0 ? Tone::Warn : Tone::Muted), line(synced, Tone::Muted)}}};
    QStringList spoken{name, counts, move};
    if (silentToo)
        spoken << TopicWording::silenceText(status);
    row.spoken = (spoken << synced).join(QStringLiteral(", "));
    return row;
}

Row OutboxRows::operation(const ports::OutboxOperation& operation)
{
    Row row;
    row.id = operation.id.uuid();
    const Tone tone = TopicWording::operationTone(operation.state);
    row.lamp = operation.state == ports::OperationState::Blocked ? Lamp::Alarm : operation.state == ports::OperationState::New ? Lamp::Off : Lamp::Half;
    row.lampTone = tone;
    QStringList what{TopicWording::operationText(operation.kind)};
    if (operation.kind == ports::OperationKind::UpdateTopic) {
        QStringList fields;
        for (const domain::TopicField field : {domain::TopicField::Title, domain::TopicField::Text, domain::TopicField::State,
                                               domain::TopicField::Person, domain::TopicField::Due, domain::TopicField::Priority}) {
            if (operation.changed.testFlag(field))
                fields << TopicWording::fieldName(field);
        }
        what << fields.join(QStringLiteral(", "));
    }
    const QString title = operation.kind == ports::OperationKind::AddComment && operation.topic.title.isEmpty() ? operation.comment.text.simplified()
                                                                                                              : operation.topic.title;
    const QString kind = what.join(QStringLiteral(": "));
    const QString standing = TopicWording::operationStanding(operation);
    Cell words{{line(title, Tone::Strong), line(kind, Tone::Muted), line(standing, tone == Tone::Muted ? Tone::Plain : tone, 2)}};
    if (operation.state == ports::OperationState::Blocked && !operation.problem.isEmpty())
        words.lines.push_back(line(tr("The list says: %1").arg(operation.problem), Tone::Muted, 2));
    const QString tries = operation.attempt > 0 ? tr("tried %n time(s)", nullptr, operation.attempt) : tr("not tried yet");
    row.cells = {words, {{line(tries, Tone::Muted)}}};
    row.spoken = QStringList{title, kind, standing, tries}.join(QStringLiteral(", "));
    return row;
}

} // namespace vorzimmer::models
