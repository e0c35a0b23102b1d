#pragma once

#include "dav_server.h"

#include <nlohmann/json.hpp>

namespace vorzimmer::testing {

/// The client company's own tools: todoman on a folder that vdirsyncer keeps equal with the server. Waits for each.
class ClientTools {
public:
    ClientTools(const DavServer& server, const QString& path);

    void sync() const;
    /// The task with this title as todoman sees it; null when there is none.
    [[nodiscard]] nlohmann::json task(const QString& title) const;
    [[nodiscard]] size_t count() const;
    void create(const QString& title) const;
    void edit(const QString& title, const QStringList& options) const;
    void complete(const QString& title) const;
    void remove(const QString& title) const;

private:
    struct Outcome {
        int exitCode = -1;
        QString output;
    };
    [[nodiscard]] Outcome run(const QString& program, const QStringList& arguments) const;
    [[nodiscard]] nlohmann::json tasks() const;
    [[nodiscard]] QString idOf(const QString& title) const;
    void todo(const QStringList& arguments) const;
    void write(const QString& name, const QString& text) const;

    QTemporaryDir m_directory;
};

} // namespace vorzimmer::testing
