#include "vorzimmer/telephony/scenario.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace vorzimmer::telephony {

using domain::Fault;
using domain::Result;

namespace {

constexpr double longestSeconds = 24 * 60 * 60;

/// Reads the fields of one JSON object and remembers the first thing wrong with them.
class Fields {
public:
    Fields(QJsonObject object, QString place, std::optional<domain::Error>& error)
        : m_object(std::move(object)), m_place(std::move(place)), m_error(error)
    {
    }

    void only(std::initializer_list<QLatin1String> known)
    {
        for (auto field = m_object.constBegin(); field != m_object.constEnd(); ++field)
            if (std::find(known.begin(), known.end(), field.key()) == known.end())
                complain(field.key(), QStringLiteral("unknown field"));
    }

    QString text(QLatin1String key, bool needed = false)
    {
        const QJsonValue value = m_object.value(key);
        if (value.isUndefined() ? needed : !value.isString())
            complain(key, QStringLiteral("a text is expected"));
        else if (needed && value.toString().isEmpty())
            complain(key, QStringLiteral("must not be empty"));
        return value.toString();
    }

    bool flag(QLatin1String key)
    {
        const QJsonValue value = m_object.value(key);
        if (!value.isUndefined() && !value.isBool())
            complain(key, QStringLiteral("true or false is expected"));
        return value.toBool();
    }

    std::optional<std::chrono::milliseconds> seconds(QLatin1String key)
    {
        const QJsonValue value = m_object.value(key);
        if (value.isUndefined())
            return {};
        if (!value.isDouble() || value.toDouble() < 0 || value.toDouble() > longestSeconds)
            complain(key, QStringLiteral("seconds from 0 to 86400 are expected"));
        return std::chrono::milliseconds(qRound64(value.toDouble() * 1000));
    }

    QJsonValue value(QLatin1String key) const { return m_object.value(key); }
    QString place(const QString& key) const { return m_place.isEmpty() ? key : m_place + u'.' + key; }

    void complain(const QString& key, const QString& detail)
    {
        if (!m_error)
            m_error = domain::Error{Fault::Invalid, detail, place(key)};
    }

private:
    QJsonObject m_object;
    QString m_place;
    std::optional<domain::Error>& m_error;
};

std::optional<ScriptedTransfer> transferNamed(const QString& name)
{
    if (name.isEmpty() || name == u"succeeds")
        return ScriptedTransfer::Succeeds;
    if (name == u"refused")
        return ScriptedTransfer::Refused;
    if (name == u"unanswered")
        return ScriptedTransfer::Unanswered;
    return {};
}

void readCaller(Fields& fields, ScriptedCall& call, std::optional<domain::Error>& error)
{
    const QLatin1String key("caller");
    const QJsonValue value = fields.value(key);
    if (value.isString() && value.toString() == u"anonymous")
        return;
    if (!value.isObject()) {
        fields.complain(key, QStringLiteral("{\"number\": ..., \"name\": ...} or \"anonymous\" is expected"));
        return;
    }
    Fields caller(value.toObject(), fields.place(key), error);
    caller.only({QLatin1String("number"), QLatin1String("name")});
    call.number = caller.text(QLatin1String("number"), true);
    call.name = caller.text(QLatin1String("name"));
}

ScriptedCall readCall(const QJsonValue& value, const QString& place, std::optional<domain::Error>& error)
{
    if (!value.isObject() && !error)
        error = domain::Error{Fault::Invalid, QStringLiteral("an object is expected"), place};
    Fields fields(value.toObject(), place, error);
    fields.only({QLatin1String("about"), QLatin1String("afterSeconds"), QLatin1String("onlyWhenIdle"),
                 QLatin1String("caller"), QLatin1String("dialled"), QLatin1String("redirectedBy"),
                 QLatin1String("ringsForSeconds"), QLatin1String("hangsUpAfterSeconds"), QLatin1String("transfer")});
    ScriptedCall call;
    call.after = fields.seconds(QLatin1String("afterSeconds")).value_or(call.after);
    call.onlyWhenIdle = fields.flag(QLatin1String("onlyWhenIdle"));
    readCaller(fields, call, error);
    call.dialled = fields.text(QLatin1String("dialled"), true);
    call.redirectedBy = fields.text(QLatin1String("redirectedBy"));
    call.rings = fields.seconds(QLatin1String("ringsForSeconds")).value_or(call.rings);
    call.hangsUpAfter = fields.seconds(QLatin1String("hangsUpAfterSeconds"));
    const QLatin1String transfer("transfer");
    if (const auto named = transferNamed(fields.text(transfer)))
        call.transfer = *named;
    else
        fields.complain(transfer, QStringLiteral("\"succeeds\", \"refused\" or \"unanswered\" is expected"));
    return call;
}

std::optional<ScriptedAnswer> answerNamed(const QString& name)
{
    if (name.isEmpty() || name == u"answers")
        return ScriptedAnswer::Answers;
    if (name == u"busy")
        return ScriptedAnswer::Busy;
    if (name == u"declines")
        return ScriptedAnswer::Declines;
    if (name == u"unanswered")
        return ScriptedAnswer::Unanswered;
    if (name == u"unknown")
        return ScriptedAnswer::Unknown;
    return {};
}

ScriptedTarget readTarget(const QJsonValue& value, const QString& place, std::optional<domain::Error>& error)
{
    if (!value.isObject() && !error)
        error = domain::Error{Fault::Invalid, QStringLiteral("an object is expected"), place};
    Fields fields(value.toObject(), place, error);
    fields.only(
        {QLatin1String("about"), QLatin1String("number"), QLatin1String("does"), QLatin1String("hangsUpAfterSeconds")});
    ScriptedTarget target;
    target.number = fields.text(QLatin1String("number"), true);
    target.hangsUpAfter = fields.seconds(QLatin1String("hangsUpAfterSeconds"));
    const QLatin1String does("does");
    if (const auto named = answerNamed(fields.text(does)))
        target.does = *named;
    else
        fields.complain(does,
                        QStringLiteral("\"answers\", \"busy\", \"declines\", \"unanswered\" or \"unknown\" is expected"));
    return target;
}

QString lineAndColumn(const QByteArray& json, qsizetype offset)
{
    const QByteArray before = json.left(offset);
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = before.size() - before.lastIndexOf('\n');
    return QStringLiteral("%1:%2").arg(line).arg(column);
}

} // namespace

Result<Scenario> parseScenario(const QByteArray& json)
{
    QJsonParseError syntax;
    const QJsonDocument document = QJsonDocument::fromJson(json, &syntax);
    if (syntax.error != QJsonParseError::NoError)
        return domain::failure(Fault::Invalid, syntax.errorString(), lineAndColumn(json, syntax.offset));

    std::optional<domain::Error> error;
    Fields fields(document.object(), {}, error);
    if (fields.text(QLatin1String("format")) != u"vorzimmer/calls")
        fields.complain(QStringLiteral("format"), QStringLiteral("\"vorzimmer/calls\" is expected"));
    if (fields.value(QLatin1String("version")).toInt() != 1)
        fields.complain(QStringLiteral("version"), QStringLiteral("this program reads version 1"));
    fields.only({QLatin1String("format"), QLatin1String("version"), QLatin1String("repeat"), QLatin1String("calls"),
                 QLatin1String("targets")});

    Scenario scenario;
    scenario.repeat = fields.flag(QLatin1String("repeat"));
    const QLatin1String key("calls");
    const QJsonArray calls = fields.value(key).toArray();
    if (calls.isEmpty())
        fields.complain(key, QStringLiteral("at least one call is expected"));
    for (qsizetype i = 0; i < calls.size() && !error; ++i)
        scenario.calls.push_back(readCall(calls.at(i), QStringLiteral("calls[%1]").arg(i), error));
    const QLatin1String people("targets");
    const QJsonValue targets = fields.value(people);
    if (!targets.isUndefined() && !targets.isArray())
        fields.complain(people, QStringLiteral("a list is expected"));
    for (qsizetype i = 0; i < targets.toArray().size() && !error; ++i)
        scenario.targets.push_back(readTarget(targets.toArray().at(i), QStringLiteral("targets[%1]").arg(i), error));
    if (error)
        return domain::failure(std::move(*error));
    return scenario;
}

Result<Scenario> readScenario(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return domain::failure(Fault::NotFound, file.errorString(), path);
    Result<Scenario> scenario = parseScenario(file.readAll());
    if (!scenario) {
        domain::Error error = scenario.error();
        error.where = path + u':' + error.where;
        return domain::failure(std::move(error));
    }
    return scenario;
}

} // namespace vorzimmer::telephony
