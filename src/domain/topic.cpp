#include "vorzimmer/domain/topic.h"

#include <QStringList>

namespace vorzimmer::domain {

namespace {

QString joined(const QStringList& parts, const QString& separator)
{
    QStringList filled;
    for (const QString& part : parts) {
        if (const QString text = part.trimmed(); !text.isEmpty())
            filled << text;
    }
    return filled.join(separator);
}

QString titleOf(const Note& note)
{
    const QString who = note.callerName.trimmed().isEmpty() ? note.company : note.callerName;
    const QString what = note.concern.trimmed().isEmpty() ? note.text.trimmed().section(QLatin1Char('\n'), 0, 0) : note.concern;
    const QString title = joined({who, what}, QStringLiteral(" – ")).simplified();
    return title.size() <= maxTopicTitle ? title : title.left(maxTopicTitle - 1) + QChar(0x2026);
}

} // namespace

Topic topicFromNote(const Note& note)
{
    Topic topic;
    topic.id = TopicId(note.id.uuid());
    topic.title = titleOf(note);
    // Who rang and how to reach them stand above the text: the list's reader has nothing else.
    QStringList answers;
    for (const Answer& answer : note.answers)
        answers << answerLine(answer);
    topic.text = joined({joined({note.callerName, note.company, note.callbackNumber}, QStringLiteral(" · ")),
                         answers.join(QLatin1Char('\n')), note.text},
                        QStringLiteral("\n\n"));
    topic.person = note.forName;
    topic.priority = note.flags.testFlag(NoteFlag::Urgent) ? TopicPriority::High : TopicPriority::Normal;
    topic.origin = TopicOrigin::Call;
    topic.createdAt = note.finishedAt;
    topic.createdBy = note.authorName;
    return topic;
}

} // namespace vorzimmer::domain
