#pragma once

#include "child_process.h"
#include "vorzimmer/domain/id.h"
#include "vorzimmer/ports/topic_board.h"

#include <QTemporaryDir>

#include <memory>

#include <nlohmann/json.hpp>

namespace vorzimmer::testing {

/// A desk in a process of its own, with a real cabinet in a folder that outlives it.
class ListDeskProcess {
public:
    explicit ListDeskProcess(const domain::TenantId& tenant);

    [[nodiscard]] bool isRunning() const { return m_process != nullptr; }
    void start();
    /// -9, at whatever it is doing.
    void kill();

    void open(const ports::BoardAccess& access);
    void close() { (void)ask({{"do", "close"}}); }
    /// The answer, once the store has said that it is safe.
    nlohmann::json ask(const nlohmann::json& order);
    /// Without waiting for the answer: to be killed over it.
    void tell(const nlohmann::json& order);

private:
    domain::TenantId m_tenant;
    QTemporaryDir m_folder;
    std::unique_ptr<ChildProcess> m_process;
};

} // namespace vorzimmer::testing
