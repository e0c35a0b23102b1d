#pragma once

#include "fault_proxy.h"
#include "list_desk_process.h"
#include "provider_rig.h"

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <set>

namespace vorzimmer::testing {

/// What is wrong after the chaos; all zero = nothing.
struct ChaosFindings {
    int lost = 0;      ///< texts that somebody typed and that are nowhere any more
    int doubled = 0;   ///< topics that the list holds twice, or that nobody made
    int diverged = 0;  ///< rounds after which the sides did not become equal
    int conflicts = 0; ///< that people decided: no fault, but without any the rest says little
    int kills = 0;
    [[nodiscard]] bool isClean() const { return lost == 0 && doubled == 0 && diverged == 0; }
};

/// How many rounds one list and its cabinets live for: what is compared grows with each.
constexpr int roundsPerList = 25;

/// Two desks, each a process with a real cabinet, and the client company's editor work on one list at random: the same
/// fields of the same topics, deletions, comments; they go offline, the desks are killed with -9, and the line between desks
/// and server fails at random. The same seed gives the same deeds, if not the same timing.
class SyncChaos {
public:
    SyncChaos(unsigned seed, ProviderRig& rig);

    /// One round: chaos, then quiet; looks at it, lets people decide every conflict, looks again. Says on standard error
    /// what it found wrong.
    void round();
    [[nodiscard]] const ChaosFindings& findings() const { return m_findings; }

private:
    int pick(int below) { return static_cast<int>(m_chance() % static_cast<unsigned>(below)); }
    [[nodiscard]] domain::TopicId newId();
    /// A text that nobody else has typed.
    QString word();
    domain::TopicId anyTopic();
    void deskActs(ListDeskProcess& desk);
    void clientActs();
    void typed(const QString& text) { m_typed.insert(text.toStdString()); }
    void overwritten(const std::vector<QString>& texts);
    void restart(ListDeskProcess& desk);
    void becomeQuiet(const char* when);
    void decideAll();
    void look(const char* when);
    void complain(const char* when, const std::string& what);
    [[nodiscard]] std::array<nlohmann::json, 2> dumps();
    [[nodiscard]] std::string firstDifference(const std::array<nlohmann::json, 2>& desks,
                                              const std::vector<ListedTopic>& there) const;

    unsigned m_seed;
    std::mt19937 m_chance;     ///< of the deeds
    std::mt19937 m_lineChance; ///< of the line: when it is asked is not ours to say
    ProviderRig& m_rig;
    FaultProxy m_proxy;
    bool m_calm = false;
    std::array<ListDeskProcess, 2> m_desks;
    std::vector<domain::TopicId> m_topics; ///< all that were ever made
    std::set<std::string> m_deletedOnce;   ///< topics whose comments the list may have lost
    std::set<std::string> m_typed;         ///< by anyone, and told to be safe
    std::set<std::string> m_clientsMemory; ///< what the editor knowingly wrote over
    std::map<std::string, std::set<std::string>> m_clientsOwn; ///< by topic: what the editor typed there
    int m_words = 0;
    int m_rounds = 0;
    ChaosFindings m_findings;
};

/// What so many rounds find; each list of them has a seed of its own, beginning with @p seed, which is printed when it is
/// the one that fails and does the same deeds when it is given alone.
[[nodiscard]] ChaosFindings runChaos(unsigned seed, int rounds, const std::function<std::unique_ptr<ProviderRig>()>& newRig);

} // namespace vorzimmer::testing
