#include "cabinet/list_text.h"

#include "sqlite/codes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace vorzimmer::store {

using domain::Answer;
using domain::ClosedPeriod;
using domain::Concern;
using domain::DayInterval;
using domain::Greeting;
using domain::KnowledgeEntry;
using domain::LabelledNumber;
using domain::Notice;
using domain::OpeningHours;
using domain::PhoneNumber;
using domain::Question;
using domain::TransferAttempt;

namespace {

QString dateText(const QDate& date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

QDate dateFrom(const QJsonValue& value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

// Each element writes and reads its fields in one place.

template <class Element>
QJsonArray arrayOf(const std::vector<Element>& list);
template <class Element>
std::vector<Element> vectorFrom(const QJsonValue& array);

QJsonValue element(const QString& line)
{
    return line;
}
void read(const QJsonValue& value, QString& line)
{
    line = value.toString();
}

QJsonValue element(const PhoneNumber& number)
{
    return number.e164();
}
void read(const QJsonValue& value, PhoneNumber& number)
{
    number = PhoneNumber::fromE164(value.toString());
}

QJsonValue element(const LabelledNumber& number)
{
    return QJsonArray{number.label, number.number.e164()};
}
void read(const QJsonValue& value, LabelledNumber& number)
{
    number.label = value[0].toString();
    number.number = PhoneNumber::fromE164(value[1].toString());
}

QJsonValue element(const Greeting& greeting)
{
    return QJsonArray{greeting.language, greeting.text};
}
void read(const QJsonValue& value, Greeting& greeting)
{
    greeting.language = value[0].toString();
    greeting.text = value[1].toString();
}

QJsonValue element(const Notice& notice)
{
    return QJsonArray{notice.text, dateText(notice.from), dateText(notice.until)};
}
void read(const QJsonValue& value, Notice& notice)
{
    notice.text = value[0].toString();
    notice.from = dateFrom(value[1]);
    notice.until = dateFrom(value[2]);
}

QJsonValue element(const Question& question)
{
    return QJsonArray{question.text, QString(wordOf(question.kind)), question.mandatory, arrayOf(question.choices)};
}
void read(const QJsonValue& value, Question& question)
{
    question.text = value[0].toString();
    const QByteArray word = value[1].toString().toLatin1();
    question.kind = valueOf<domain::QuestionKind>(QLatin1String(word)).value_or(domain::QuestionKind::Text);
    question.mandatory = value[2].toBool();
    question.choices = vectorFrom<QString>(value[3]);
}

QJsonValue element(const Answer& answer)
{
    return QJsonArray{answer.question, answer.text};
}
void read(const QJsonValue& value, Answer& answer)
{
    answer.question = value[0].toString();
    answer.text = value[1].toString();
}

QJsonValue element(const KnowledgeEntry& entry)
{
    return QJsonArray{entry.id, entry.below, entry.question, entry.answer, arrayOf(entry.words), arrayOf(entry.seeAlso)};
}
void read(const QJsonValue& value, KnowledgeEntry& entry)
{
    entry.id = value[0].toString();
    entry.below = value[1].toString();
    entry.question = value[2].toString();
    entry.answer = value[3].toString();
    entry.words = vectorFrom<QString>(value[4]);
    entry.seeAlso = vectorFrom<QString>(value[5]);
}

QJsonValue element(const Concern& concern)
{
    return QJsonArray{concern.name, concern.email, concern.wording, arrayOf(concern.synonyms), arrayOf(concern.questions)};
}
void read(const QJsonValue& value, Concern& concern)
{
    concern.name = value[0].toString();
    concern.email = value[1].toString();
    concern.wording = value[2].toString();
    concern.synonyms = vectorFrom<QString>(value[3]);
    concern.questions = vectorFrom<Question>(value[4]);
}

QJsonValue element(const TransferAttempt& attempt)
{
    const QJsonValue ended = attempt.endedAt.isValid() ? QJsonValue(attempt.endedAt.toMSecsSinceEpoch()) : QJsonValue();
    return QJsonArray{attempt.name, element(attempt.number), attempt.announced, attempt.startedAt.toMSecsSinceEpoch(), ended,
                      QString(wordOf(attempt.outcome))};
}
void read(const QJsonValue& value, TransferAttempt& attempt)
{
    attempt.name = value[0].toString();
    read(value[1], attempt.number);
    attempt.announced = value[2].toBool();
    attempt.startedAt = QDateTime::fromMSecsSinceEpoch(value[3].toInteger(), Qt::UTC);
    if (value[4].isDouble())
        attempt.endedAt = QDateTime::fromMSecsSinceEpoch(value[4].toInteger(), Qt::UTC);
    const QByteArray word = value[5].toString().toLatin1();
    attempt.outcome = valueOf<domain::AttemptOutcome>(QLatin1String(word)).value_or(domain::AttemptOutcome::Failed);
}

/// In seconds of the day: quicker to read than text, and read at every call.
QJsonValue element(const DayInterval& interval)
{
    return QJsonArray{interval.from.msecsSinceStartOfDay() / 1'000, interval.until.msecsSinceStartOfDay() / 1'000};
}
void read(const QJsonValue& value, DayInterval& interval)
{
    interval.from = QTime::fromMSecsSinceStartOfDay(value[0].toInt() * 1'000);
    interval.until = QTime::fromMSecsSinceStartOfDay(value[1].toInt() * 1'000);
}

QJsonValue element(const ClosedPeriod& period)
{
    return QJsonArray{dateText(period.from), dateText(period.until), period.reason};
}
void read(const QJsonValue& value, ClosedPeriod& period)
{
    period.from = dateFrom(value[0]);
    period.until = dateFrom(value[1]);
    period.reason = value[2].toString();
}

template <class Element>
QJsonArray arrayOf(const std::vector<Element>& list)
{
    QJsonArray array;
    for (const Element& one : list)
        array.append(element(one));
    return array;
}

template <class Element>
std::vector<Element> vectorFrom(const QJsonValue& array)
{
    std::vector<Element> list;
    const QJsonArray values = array.toArray();
    list.reserve(static_cast<size_t>(values.size()));
    for (const QJsonValue& value : values)
        read(value, list.emplace_back());
    return list;
}

QString compact(const QJsonArray& array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::optional<QJsonArray> parsed(const QString& text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isArray())
        return std::nullopt;
    return document.array();
}

template <class Element>
std::optional<std::vector<Element>> parsedList(const QString& text)
{
    const auto array = parsed(text);
    if (!array)
        return std::nullopt;
    return vectorFrom<Element>(*array);
}

} // namespace

QString listText(const std::vector<PhoneNumber>& numbers)
{
    return compact(arrayOf(numbers));
}
QString listText(const std::vector<LabelledNumber>& numbers)
{
    return compact(arrayOf(numbers));
}
QString listText(const std::vector<Greeting>& greetings)
{
    return compact(arrayOf(greetings));
}
QString listText(const std::vector<QString>& lines)
{
    return compact(arrayOf(lines));
}
QString listText(const std::vector<Notice>& notices)
{
    return compact(arrayOf(notices));
}
QString listText(const std::vector<Concern>& concerns)
{
    return compact(arrayOf(concerns));
}

QString listText(const OpeningHours& hours)
{
    QJsonArray week;
    for (const auto& day : hours.week)
        week.append(arrayOf(day));
    const QJsonValue holidays = hours.holidays ? QJsonValue(arrayOf(*hours.holidays)) : QJsonValue();
    return compact({week, arrayOf(hours.closed), holidays, hours.holidayRegion});
}

template <>
std::optional<std::vector<PhoneNumber>> listFrom(const QString& text)
{
    return parsedList<PhoneNumber>(text);
}
template <>
std::optional<std::vector<LabelledNumber>> listFrom(const QString& text)
{
    return parsedList<LabelledNumber>(text);
}
template <>
std::optional<std::vector<Greeting>> listFrom(const QString& text)
{
    return parsedList<Greeting>(text);
}
template <>
std::optional<std::vector<QString>> listFrom(const QString& text)
{
    return parsedList<QString>(text);
}
template <>
std::optional<std::vector<Notice>> listFrom(const QString& text)
{
    return parsedList<Notice>(text);
}
template <>
std::optional<std::vector<Concern>> listFrom(const QString& text)
{
    return parsedList<Concern>(text);
}

QString listText(const std::vector<Answer>& answers)
{
    return answers.empty() ? QStringLiteral("[]") : compact(arrayOf(answers));
}
template <>
std::optional<std::vector<Answer>> listFrom(const QString& text)
{
    if (text == QLatin1String("[]"))
        return std::vector<Answer>();
    return parsedList<Answer>(text);
}

QString listText(const std::vector<KnowledgeEntry>& entries)
{
    return compact(arrayOf(entries));
}
template <>
std::optional<std::vector<KnowledgeEntry>> listFrom(const QString& text)
{
    return parsedList<KnowledgeEntry>(text);
}

QString listText(const std::vector<TransferAttempt>& attempts)
{
    // Nearly every call has none, and is written several times.
    return attempts.empty() ? QStringLiteral("[]") : compact(arrayOf(attempts));
}
template <>
std::optional<std::vector<TransferAttempt>> listFrom(const QString& text)
{
    if (text == QLatin1String("[]"))
        return std::vector<TransferAttempt>();
    return parsedList<TransferAttempt>(text);
}

template <>
std::optional<OpeningHours> listFrom(const QString& text)
{
    const auto array = parsed(text);
    if (!array)
        return std::nullopt;
    OpeningHours hours;
    const QJsonArray week = array->at(0).toArray();
    if (week.size() != static_cast<qsizetype>(hours.week.size()))
        return std::nullopt;
    for (size_t day = 0; day < hours.week.size(); ++day)
        hours.week[day] = vectorFrom<DayInterval>(week.at(static_cast<qsizetype>(day)));
    hours.closed = vectorFrom<ClosedPeriod>(array->at(1));
    if (array->at(2).isArray())
        hours.holidays = vectorFrom<DayInterval>(array->at(2));
    hours.holidayRegion = array->at(3).toString();
    return hours;
}

} // namespace vorzimmer::store
