#include "topics/trello/description.h"

#include <QRegularExpression>
#include <QStringList>

namespace vorzimmer::cloud::topics::trello {

using domain::TopicOrigin;
using domain::TopicPriority;

namespace {

// Trello's editor may put a backslash before brackets.
const QString idPattern = QStringLiteral("\\\\?\\[vorzimmer:([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"
                                         "((?: [a-z]+)*)\\\\?\\]");
const QString forPerson = QStringLiteral("Für: ");
const QString forPersonEnglish = QStringLiteral("For: ");
const QString ofPriority = QStringLiteral("Priorität: ");
const QString ofPriorityEnglish = QStringLiteral("Priority: ");
const QString blankLine = QStringLiteral("\n\n");

std::optional<TopicPriority> priorityOf(const QString& word)
{
    const QString plain = word.trimmed().toLower();
    if (plain == QLatin1String("hoch") || plain == QLatin1String("high"))
        return TopicPriority::High;
    if (plain == QLatin1String("niedrig") || plain == QLatin1String("low"))
        return TopicPriority::Low;
    if (plain == QLatin1String("normal"))
        return TopicPriority::Normal;
    return std::nullopt;
}

/// What follows one of the two words that @p line may begin with; a null string when it begins otherwise.
QString behind(const QString& line, const QString& german, const QString& english)
{
    for (const QString* word : {&german, &english}) {
        if (line.startsWith(*word))
            return line.mid(word->size());
    }
    return {};
}

bool takeLine(const QString& line, Description& into)
{
    if (const QString person = behind(line, forPerson, forPersonEnglish); !person.isEmpty()) {
        into.person = person;
        return true;
    }
    if (const QString word = behind(line, ofPriority, ofPriorityEnglish); !word.isEmpty()) {
        if (const auto priority = priorityOf(word)) {
            into.priority = *priority;
            return true;
        }
    }
    return false;
}

QString wordOf(TopicOrigin origin)
{
    switch (origin) {
    case TopicOrigin::Call:
        return {};
    case TopicOrigin::Meeting:
        return QStringLiteral(" meeting");
    case TopicOrigin::Client:
        return QStringLiteral(" client");
    }
    return {};
}

/// One line of it, since the block lives in lines.
QString oneLine(const QString& text)
{
    return text.simplified();
}

} // namespace

Description Description::read(const QString& desc)
{
    static const QRegularExpression line(QStringLiteral("^") + idPattern + QStringLiteral("[ \\t\\r]*$"),
                                         QRegularExpression::MultilineOption);
    QRegularExpressionMatch last;
    for (auto matches = line.globalMatch(desc); matches.hasNext();)
        last = matches.next();
    Description read;
    if (!last.hasMatch()) {
        read.text = desc;
        return read;
    }
    read.id = domain::TopicId::parse(last.captured(1));
    const QStringList words = last.captured(2).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    read.deleted = words.contains(QLatin1String("deleted"));
    read.origin = words.contains(QLatin1String("client"))    ? TopicOrigin::Client
                  : words.contains(QLatin1String("meeting")) ? TopicOrigin::Meeting
                                                             : TopicOrigin::Call;

    qsizetype begin = last.capturedStart();
    while (begin > 0) {
        const qsizetype end = begin - 1; // where the line before ends
        const qsizetype start = end == 0 ? 0 : desc.lastIndexOf(QLatin1Char('\n'), end - 1) + 1;
        if (!takeLine(desc.mid(start, end - start), read))
            break;
        begin = start;
    }
    QString before = desc.left(begin);
    if (before.endsWith(blankLine))
        before.chop(blankLine.size());
    else if (before.endsWith(QLatin1Char('\n')))
        before.chop(1);
    const QString after = desc.mid(last.capturedEnd());
    const bool written = !after.trimmed().isEmpty();
    read.text =
        written ? before + (before.isEmpty() ? after.mid(after.startsWith(QLatin1Char('\n')) ? 1 : 0) : after) : before;
    return read;
}

QString Description::written() const
{
    QString block;
    if (!person.isEmpty())
        block += forPerson + oneLine(person) + QLatin1Char('\n');
    if (priority != TopicPriority::Normal)
        block += ofPriority + (priority == TopicPriority::High ? QStringLiteral("hoch") : QStringLiteral("niedrig")) +
                 QLatin1Char('\n');
    block += QStringLiteral("[vorzimmer:") + id.text() + wordOf(origin) +
             (deleted ? QStringLiteral(" deleted") : QString()) + QLatin1Char(']');
    return text.isEmpty() ? block : text + blankLine + block;
}

Remark Remark::read(const QString& written)
{
    static const QRegularExpression end(QStringLiteral("(?:^|\\n\\n?)(?:— ([^\\n]*) )?") + idPattern +
                                        QStringLiteral("\\s*$"));
    const QRegularExpressionMatch match = end.match(written);
    Remark read;
    if (!match.hasMatch()) {
        read.text = written;
        return read;
    }
    read.author = match.captured(1);
    read.id = domain::CommentId::parse(match.captured(2));
    read.text = written.left(match.capturedStart());
    return read;
}

QString Remark::written() const
{
    const QString by = author.isEmpty() ? QString() : QStringLiteral("— ") + oneLine(author) + QLatin1Char(' ');
    return text + blankLine + by + QStringLiteral("[vorzimmer:") + id.text() + QLatin1Char(']');
}

} // namespace vorzimmer::cloud::topics::trello
