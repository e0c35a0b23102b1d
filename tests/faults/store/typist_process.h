#pragma once

#include "fixture.h"

#include <QProcess>

#include <map>
#include <set>

namespace vorzimmer::store {

/// A process that types into a cabinet (typist/main.cpp), and what it was told is safe. Ended with this object.
class TypistProcess {
public:
    TypistProcess(const QString& folder, const domain::TenantId& tenant, const QStringList& mode)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(VORZIMMER_TYPIST), QStringList{folder, tenant.text()} + mode);
        REQUIRE(m_process.waitForStarted(startTime));
    }
    ~TypistProcess() { kill(); }
    TypistProcess(const TypistProcess&) = delete;
    TypistProcess& operator=(const TypistProcess&) = delete;

    void waitForFirstLine() { REQUIRE(m_process.waitForReadyRead(startTime)); }
    [[nodiscard]] bool waitForEnd() { return m_process.waitForFinished(startTime) && m_process.exitCode() == 0; }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(startTime);
    }

    /// Reads what it said before it ended.
    void readLines()
    {
        while (m_process.canReadLine()) {
            const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
            lines << line;
            const QStringList words = line.split(QLatin1Char(' '));
            if (words[0] == QStringLiteral("draft"))
                drafts[domain::NoteId::parse(words[1])] = words[2].toInt();
            else if (words[0] == QStringLiteral("finished"))
                finished.insert(domain::NoteId::parse(words[1]));
        }
    }

    /// Checks that @p cabinet holds everything that this process was told is safe, once, and nothing half done.
    void checkKept(ports::Cabinet& cabinet) const
    {
        for (const auto& [id, burst] : drafts) {
            const domain::Note note = must(cabinet.note(id));
            CHECK(note.text.section(QLatin1Char(' '), 0, 0).toInt() >= burst);
            if (finished.count(id))
                CHECK(note.state == domain::NoteState::Finished);
        }
        std::set<QUuid> topics;
        for (const auto& topic : must(cabinet.topics()))
            topics.insert(topic.topic.id.uuid());
        for (const domain::NoteId& id : finished)
            CHECK(topics.count(id.uuid()) == 1);
        CHECK(must(cabinet.ledger().outbox()).waiting == static_cast<int>(topics.size()));
        CHECK(must(cabinet.flaws()).empty());
    }

    QStringList lines;
    std::map<domain::NoteId, int> drafts; ///< the last burst that was safe
    std::set<domain::NoteId> finished;

private:
    static constexpr int startTime = 60'000; ///< milliseconds; only a broken build ever waits so long
    QProcess m_process;
};

} // namespace vorzimmer::store
