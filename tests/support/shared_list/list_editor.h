#pragma once

#include "vorzimmer/domain/topic.h"

#include <QByteArray>

#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace vorzimmer::testing {

/// The client company's side: reads and edits the list at the server directly, waiting for each reply. Shares no code with
/// what is under test.
class ListEditor {
public:
    ListEditor(quint16 port, const QByteArray& token);
    ~ListEditor();

    /// All topics as the server holds them, without deleted ones, in the order of their ids.
    [[nodiscard]] std::vector<nlohmann::json> topics();
    /// Behind everything that has happened so far.
    [[nodiscard]] QString cursor();
    [[nodiscard]] nlohmann::json topic(const domain::TopicId& id);
    /// Creates one of its own; returns its id.
    domain::TopicId create(const std::string& title);
    /// Sets members of a topic as it is now; returns it as it was, null when it is gone.
    nlohmann::json edit(const domain::TopicId& id, const nlohmann::json& members);
    /// False when the topic is gone.
    bool comment(const domain::TopicId& id, const std::string& text);
    /// Returns it as it was, null when it is gone already.
    nlohmann::json remove(const domain::TopicId& id);
    /// Brings a deleted topic back under this title; false when it is not deleted.
    bool restore(const domain::TopicId& id, const std::string& title);

private:
    struct Connection;
    std::unique_ptr<Connection> m_connection;
};

} // namespace vorzimmer::testing
