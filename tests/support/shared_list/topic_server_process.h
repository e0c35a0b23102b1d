#pragma once

#include "child_process.h"
#include "vorzimmer/domain/id.h"

#include <QByteArray>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace vorzimmer::testing {

/// A list at the server and what opens it.
struct ListAccount {
    domain::TenantId tenant;
    QByteArray token;
    QByteArray readOnlyToken;
};

/// The real vorzimmer-topics on a free loopback port; ends with this object.
class TopicServerProcess {
public:
    /// @p options are added to its command line; it has room for so many @p accounts.
    explicit TopicServerProcess(const QStringList& options = {}, int accounts = 4);

    /// One for all tests that do not harm it; starting takes its time.
    [[nodiscard]] static std::shared_ptr<TopicServerProcess> shared();

    void start();
    void kill(); ///< -9
    /// Wipes all lists: their cursors are of another life afterwards.
    void forgetEverything();

    [[nodiscard]] quint16 port() const { return m_port; }
    /// A list that nobody has used yet.
    [[nodiscard]] ListAccount newAccount();

private:
    void writeTokens() const;

    QTemporaryDir m_directory;
    QStringList m_options;
    std::vector<ListAccount> m_accounts;
    size_t m_given = 0;
    std::unique_ptr<ChildProcess> m_process;
    quint16 m_port = 0;
};

} // namespace vorzimmer::testing
