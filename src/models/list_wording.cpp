#include "vorzimmer/models/list_wording.h"

#include <QStringList>

namespace vorzimmer::models {

using ports::AddressFlaw;
using ports::BoardAbility;
using ports::BoardKind;
using ports::BoardReport;

namespace {

Row row(const QVariant& id, Lamp lamp, Tone lampTone, const QString& title, const QString& detail)
{
    Row made;
    made.id = id;
    made.lamp = lamp;
    made.lampTone = lampTone;
    Cell cell{{{{{title, Tone::Strong}}, 1, {}}}};
    if (!detail.isEmpty())
        cell.lines.push_back({{{detail, Tone::Muted}}, 2, {}});
    made.cells = {cell};
    made.spoken = detail.isEmpty() ? title : QStringLiteral("%1: %2").arg(title, detail);
    return made;
}

} // namespace

QString ListWording::kindName(BoardKind kind)
{
    switch (kind) {
    case BoardKind::TopicServer: return tr("Topic server");
    case BoardKind::CalDav: return tr("CalDAV (Nextcloud, Radicale and others)");
    case BoardKind::Trello: return tr("Trello");
    }
    return {};
}

QString ListWording::needs(BoardKind kind)
{
    switch (kind) {
    case BoardKind::TopicServer:
        return tr("The bureau's own server. You need its address and the token that was made there for this client.");
    case BoardKind::CalDav:
        return tr("A task list in the client's cloud. You need the address of that one list, and an account that may write to it; in "
                  "Nextcloud take an app password.");
    case BoardKind::Trello:
        return tr("A board of the client's. You need its address, an API key, and a token of an account that may write to it.");
    }
    return {};
}

QString ListWording::addressLabel(BoardKind kind)
{
    return kind == BoardKind::Trello ? tr("Bo&ard") : tr("&Address");
}

QString ListWording::accountLabel(BoardKind kind)
{
    switch (kind) {
    case BoardKind::TopicServer: return {};
    case BoardKind::CalDav: return tr("Acco&unt");
    case BoardKind::Trello: return tr("AP&I key");
    }
    return {};
}

QString ListWording::secretLabel(BoardKind kind)
{
    return kind == BoardKind::CalDav ? tr("&Password") : tr("Toke&n");
}

QString ListWording::addressExample(BoardKind kind)
{
    switch (kind) {
    case BoardKind::TopicServer: return QStringLiteral("https://lists.example.com");
    case BoardKind::CalDav: return QStringLiteral("https://cloud.example.com/remote.php/dav/calendars/USER/LIST");
    case BoardKind::Trello: return QStringLiteral("https://trello.com/b/AbCd1234");
    }
    return {};
}

QString ListWording::flawText(AddressFlaw flaw)
{
    switch (flaw) {
    case AddressFlaw::None: return {};
    case AddressFlaw::NoWebAddress: return tr("This is no web address. It begins with https://.");
    case AddressFlaw::NotEncrypted: return tr("Over the network a list is reached by https:// only. http:// goes on this computer.");
    case AddressFlaw::HoldsCredentials: return tr("The address must not hold a password. It has a field of its own.");
    case AddressFlaw::NoTrelloBoard: return tr("This is no Trello board. Its address begins with https://trello.com/b/.");
    }
    return {};
}

QString ListWording::missingText(const domain::Error& error, BoardKind kind)
{
    if (error.fault != domain::Fault::Invalid)
        return {};
    if (error.where == u"user")
        return tr("The API key is missing.");
    if (error.where == u"secret")
        return kind == BoardKind::CalDav ? tr("The password is missing. It is asked for anew when address or account change.")
                                         : tr("The token is missing. It is asked for anew when the address changes.");
    return {};
}

Row ListWording::connection(const ports::ListConnection& connection)
{
    if (!connection.connected)
        return row(connection.tenant.uuid(), Lamp::Off, Tone::Muted, connection.name, tr("No list: everything stays here"));
    const QString where = QStringLiteral("%1 · %2").arg(kindName(connection.kind), connection.address);
    if (!connection.problem.isEmpty())
        return row(connection.tenant.uuid(), Lamp::Alarm, Tone::Danger, connection.name, tr("%1 · the access is missing").arg(where));
    return row(connection.tenant.uuid(), Lamp::On, Tone::Ok, connection.name, where);
}

QString ListWording::reportTitle(const BoardReport& report)
{
    if (!report.reachable)
        return tr("The list cannot be used. It says: %1").arg(report.problem);
    QStringList parts;
    if (!report.product.isEmpty())
        parts << report.product;
    if (!report.listName.isEmpty())
        parts << tr("list “%1”").arg(report.listName);
    return parts.isEmpty() ? tr("The list answers.") : tr("The list answers: %1.").arg(parts.join(QStringLiteral(", ")));
}

std::vector<Row> ListWording::abilities(const BoardReport& report)
{
    std::vector<Row> rows;
    if (!report.reachable)
        return rows;
    const auto tell = [&](BoardAbility ability, const QString& name, const QString& can, const QString& cannot) {
        const bool has = report.abilities.testFlag(ability);
        const bool vital = ability == BoardAbility::Writing;
        rows.push_back(row(static_cast<int>(ability), has ? Lamp::On : vital ? Lamp::Alarm : Lamp::Off,
                           has ? Tone::Ok : vital ? Tone::Danger : Tone::Warn, has ? tr("%1: yes").arg(name) : tr("%1: no").arg(name),
                           has ? can : cannot));
    };
    tell(BoardAbility::Writing, tr("Writing"), tr("This access may change the list."),
         tr("This access may only read. Whatever is changed here would be refused there."));
    const int seconds = static_cast<int>(report.pollEvery.count() / 1000);
    tell(BoardAbility::InstantNews, tr("News at once"), tr("What the client changes is here within a second."),
         tr("What the client changes is here after %n second(s) at the latest.", nullptr, seconds));
    tell(BoardAbility::Comments, tr("Comments"), tr("Both sides read each other's comments."),
         tr("Comments are kept, but the client's programs may not show them."));
    tell(BoardAbility::Assignee, tr("For whom"), tr("The client sees for whom a topic is."), tr("For whom a topic is, is seen here only."));
    tell(BoardAbility::Priority, tr("Priority"), tr("The client sees what is urgent."), tr("What is urgent is seen here only."));
    tell(BoardAbility::UpdateGuard, tr("Guard against overwriting"), tr("Two changes at the same moment are noticed by the list itself."),
         tr("Two changes at the same moment are found by looking again afterwards."));
    tell(BoardAbility::SaysWhoChanged, tr("Who changed what"), tr("The history names who it was on the other side."),
         tr("The history only says that it was the other side."));
    return rows;
}

} // namespace vorzimmer::models
