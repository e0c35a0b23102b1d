#include "vorzimmer/desk/line_setup.h"

#include "vorzimmer/desk/line_book.h"

#include <algorithm>

namespace vorzimmer::desk {

using domain::Fault;
using domain::LineFlaw;
using domain::LineId;
using domain::Outcome;
using domain::PhoneLine;
using domain::Result;

namespace {

Result<std::vector<LineEntry>> entries(Office& office)
{
    const auto all = LineBook(office.directory, office.keys).all();
    if (!all)
        return domain::failure(all.error());
    std::vector<LineEntry> shown;
    for (const LineAccess& one : *all)
        shown.push_back({one.line, !one.password.isEmpty(), one.problem});
    return shown;
}

/// A password opens what it was kept for: it must not go to another server because somebody mistyped one.
bool goesElsewhere(const PhoneLine& line, const PhoneLine& before)
{
    return domain::addressOf(line) != domain::addressOf(before) || line.proxy != before.proxy;
}

Outcome saveOnLane(Office& office, const PhoneLine& line, const QByteArray& password, const domain::UserId& user, const QDateTime& at)
{
    LineBook book(office.directory, office.keys);
    const auto all = book.all();
    if (!all)
        return domain::failure(all.error());
    const auto before = std::find_if(all->begin(), all->end(), [&](const LineAccess& one) { return one.line.id == line.id; });
    std::optional<QByteArray> word;
    if (!password.isEmpty())
        word = password;
    else if (before != all->end() && !before->password.isEmpty() && goesElsewhere(line, before->line))
        return domain::failure(Fault::Invalid, QStringLiteral("the password was kept for another place"), QStringLiteral("password"));
    return office.directory.atomically([&]() -> Outcome {
        if (auto kept = book.keep(line, word); !kept)
            return kept;
        return office.directory.audit({at, user, {}, QStringLiteral("line-saved"), line.name});
    });
}

} // namespace

LineSetup::LineSetup(Office& office, Gatekeeper& gatekeeper, LineWatch& watch, QObject* parent)
    : QObject(parent), m_office(office), m_gatekeeper(gatekeeper), m_watch(watch)
{
}

bool LineSetup::allowed()
{
    if (m_gatekeeper.user().role == domain::Role::Supervisor)
        return true;
    Q_EMIT failed({Fault::Refused, QStringLiteral("telephone lines are set up by supervisors"), {}});
    return false;
}

void LineSetup::load()
{
    if (!allowed())
        return;
    m_office.storeLane.ask(this, [&office = m_office] { return entries(office); },
                           [this](Result<std::vector<LineEntry>> all) {
                               if (!all) {
                                   Q_EMIT failed(all.error());
                                   return;
                               }
                               m_lines = std::move(*all);
                               Q_EMIT loaded();
                           });
}

void LineSetup::save(const PhoneLine& line, const QByteArray& password)
{
    if (!allowed())
        return;
    PhoneLine tidied = line;
    if (const LineFlaw flaw = tidy(tidied); flaw != LineFlaw::None) {
        Q_EMIT refused(flaw);
        return;
    }
    if (tidied.id.isNull())
        tidied.id = m_office.ids.fresh<LineId>();
    m_office.storeLane.ask(
        this,
        [&office = m_office, tidied, password, user = m_gatekeeper.user().id, at = m_office.clock.nowUtc()] {
            return saveOnLane(office, tidied, password, user, at);
        },
        [this, id = tidied.id](const Outcome& kept) {
            if (!kept) {
                Q_EMIT failed(kept.error());
                return;
            }
            Q_EMIT saved(id);
            Q_EMIT linesChanged();
            load();
        });
}

void LineSetup::remove(const LineId& line)
{
    if (!allowed())
        return;
    const auto known = std::find_if(m_lines.begin(), m_lines.end(), [&](const LineEntry& one) { return one.line.id == line; });
    const QString name = known == m_lines.end() ? QString() : known->line.name;
    m_office.storeLane.ask(
        this,
        [&office = m_office, line, name, user = m_gatekeeper.user().id, at = m_office.clock.nowUtc()]() -> Outcome {
            if (auto gone = LineBook(office.directory, office.keys).remove(line); !gone)
                return gone;
            return office.directory.audit({at, user, {}, QStringLiteral("line-removed"), name});
        },
        [this, line](const Outcome& gone) {
            if (!gone) {
                Q_EMIT failed(gone.error());
                return;
            }
            Q_EMIT removed(line);
            Q_EMIT linesChanged();
            load();
        });
}

} // namespace vorzimmer::desk
