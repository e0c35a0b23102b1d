#include "vorzimmer/exchange/tenant_filing.h"

#include "identity.h"
#include "tenant_content.h"

#include "vorzimmer/ports/appointment_book.h"
#include "vorzimmer/ports/knowledge_book.h"
#include "vorzimmer/ports/rule_book.h"

#include <QLoggingCategory>

namespace vorzimmer::exchange {

using domain::Fault;
using domain::Outcome;

namespace {

Q_LOGGING_CATEGORY(exchangeLog, "vorzimmer.exchange", QtWarningMsg)

/// The identity the file is filed under; a flaw when its key already belongs to somebody else.
Taken<domain::TenantId> identityOf(const Archive& archive, const TenantFile& file)
{
    const auto known = findTenant(archive.directory, file.key);
    if (!known && known.error().fault != Fault::NotFound)
        return refuse(known.error());
    if (known && !file.id.isNull() && known->id != file.id)
        return refuse({Flaw{0, QStringLiteral("/key"), QStringLiteral("another tenant has this key (%1)").arg(known->name)}});
    if (!file.id.isNull())
        return file.id;
    return known ? known->id : derivedTenantId(file.key);
}

/// Flaws for dialled numbers that already mean somebody else.
Taken<void> checkNumbers(const Archive& archive, const domain::TenantEntry& entry)
{
    std::vector<Flaw> flaws;
    for (size_t i = 0; i < entry.numbers.size(); ++i) {
        const auto owner = archive.directory.tenantForNumber(entry.numbers[i]);
        if (!owner)
            return refuse(owner.error());
        if (*owner && (*owner)->id != entry.id) {
            flaws.push_back({0, QStringLiteral("/numbers/%1").arg(i),
                             QStringLiteral("this dialled number already belongs to another tenant (%1)").arg((*owner)->name)});
        }
    }
    if (!flaws.empty())
        return refuse(std::move(flaws));
    return {};
}

/// Writes one worked-out tenant through the ports, record by record, and counts.
class Filing {
public:
    Filing(const Archive& archive, ports::Cabinet& cabinet, const TenantContent& content)
        : m_archive(archive), m_cabinet(cabinet), m_content(content)
    {
        m_tally.tenant = content.profile.entry.id;
        m_total = static_cast<int>(1 + content.people.size() + content.callers.size() + content.history.size() +
                                   content.openTimes.size() + content.expected.size());
    }

    [[nodiscard]] const Tally& tally() const { return m_tally; }

    Outcome everything()
    {
        Outcome outcome = counted(m_cabinet.saveProfile(m_content.profile));
        for (size_t i = 0; outcome && i < m_content.people.size(); ++i, ++m_tally.people)
            outcome = counted(m_cabinet.savePerson(m_content.people[i], static_cast<int>(i)));
        for (size_t i = 0; outcome && i < m_content.callers.size(); ++i, ++m_tally.callers)
            outcome = counted(m_cabinet.saveCaller(m_content.callers[i]));
        for (size_t i = 0; outcome && i < m_content.history.size(); ++i)
            outcome = counted(fileOnce(m_content.history[i]));
        for (size_t i = 0; outcome && i < m_content.kinds.size(); ++i)
            outcome = m_cabinet.appointments().saveKind(m_content.kinds[i]);
        for (size_t i = 0; outcome && i < m_content.openTimes.size(); ++i, ++m_tally.openTimes)
            outcome = counted(m_cabinet.saveSlot(m_content.openTimes[i]));
        for (size_t i = 0; outcome && i < m_content.expected.size(); ++i)
            outcome = counted(m_cabinet.ruleBook().expect(m_content.expected[i]));
        if (outcome)
            outcome = fileKnowledge();
        return outcome ? fileRules() : outcome;
    }

private:
    Outcome counted(Outcome outcome)
    {
        ++m_done;
        if (outcome && m_archive.progress)
            m_archive.progress(m_done, m_total);
        return outcome;
    }

    /// As a new version, unless just that is there already.
    Outcome fileKnowledge()
    {
        if (!m_content.knowledge)
            return {};
        auto knowledge = m_cabinet.knowledgeBook().knowledge();
        if (!knowledge)
            return domain::failure(knowledge.error());
        if (knowledge->entries == *m_content.knowledge)
            return {};
        knowledge->entries = *m_content.knowledge;
        knowledge->savedBy = QStringLiteral("import");
        const auto saved = m_cabinet.knowledgeBook().save(*knowledge);
        return saved ? Outcome() : domain::failure(saved.error());
    }

    /// As a new version, unless they are in force already.
    Outcome fileRules()
    {
        if (!m_content.rules)
            return {};
        const auto inForce = m_cabinet.ruleBook().rules();
        if (!inForce)
            return domain::failure(inForce.error());
        domain::RuleSet rules = *m_content.rules;
        rules.version = inForce->version;
        rules.savedAt = inForce->savedAt;
        rules.savedBy = inForce->savedBy;
        rules.change = inForce->change;
        if (rules == *inForce)
            return {};
        rules.savedBy = QStringLiteral("import");
        rules.change.clear();
        const auto saved = m_cabinet.ruleBook().save(rules);
        return saved ? Outcome() : domain::failure(saved.error());
    }

    /// What happened has happened: a call or note that is on file stays as it is.
    Outcome fileOnce(const PastCall& past)
    {
        if (past.call) {
            ++m_tally.calls;
            const auto there = m_cabinet.call(past.call->id);
            if (!there && there.error().fault != Fault::NotFound)
                return domain::failure(there.error());
            if (!there) {
                if (auto saved = m_cabinet.saveCall(*past.call); !saved)
                    return saved;
            }
        }
        if (!past.note)
            return {};
        ++m_tally.notes;
        const auto there = m_cabinet.note(past.note->id);
        if (!there && there.error().fault == Fault::NotFound)
            return m_cabinet.fileNote(*past.note, past.topic);
        return there ? Outcome() : domain::failure(there.error());
    }

    const Archive& m_archive;
    ports::Cabinet& m_cabinet;
    const TenantContent& m_content;
    Tally m_tally;
    int m_done = 0;
    int m_total = 0;
};

} // namespace

Taken<Tally> fileTenant(const Archive& archive, const TenantFile& file)
{
    const auto tenant = identityOf(archive, file);
    if (!tenant)
        return tl::unexpected(tenant.error());
    auto users = archive.directory.users();
    if (!users)
        return refuse(users.error());
    users->insert(users->end(), archive.expectedUsers.begin(), archive.expectedUsers.end());
    const auto content = workOut(file, *tenant, archive.numbers, archive.now, *users);
    if (!content)
        return tl::unexpected(content.error());
    if (const auto free = checkNumbers(archive, content->profile.entry); !free)
        return tl::unexpected(free.error());

    // Nothing is made before everything has been checked.
    const auto cabinet = archive.room.create(*tenant);
    if (!cabinet)
        return refuse(cabinet.error());
    Filing filing(archive, **cabinet, *content);
    const Outcome filed = (*cabinet)->atomically([&]() -> Outcome {
        if (auto inCabinet = filing.everything(); !inCabinet)
            return inCabinet;
        return archive.directory.atomically([&]() -> Outcome {
            if (auto saved = archive.directory.saveTenant(content->profile.entry); !saved)
                return saved;
            return archive.directory.setSetting(tenantKeySetting(*tenant), file.key);
        });
    });
    if (!filed)
        return refuse(filed.error());
    qCInfo(exchangeLog) << "tenant filed" << tenant->text();
    return filing.tally();
}

} // namespace vorzimmer::exchange
