#pragma once

#include "topic_server.h"

#include "vorzimmer/domain/result.h"

#include <QString>
#include <QStringList>

#include <variant>

namespace vorzimmer::topicserver {

struct ServeCommand {
    QString listen;
    int port = 0;
    QString tokensFile;
    QString tlsCertificate;
    QString tlsKey;
    bool behindProxy = false;
    bool untilStdinCloses = false;
    ServerLimits limits;
};

struct TokenAddCommand {
    domain::TenantId tenant;
    bool readOnly = false;
};

struct TokenListCommand {};

struct TokenRevokeCommand {
    QString id;
};

struct BackupCommand {
    QString target;
};

/// --help or --version: say it and be done.
struct SayCommand {
    QString text;
};

struct CommandLine {
    QString data;
    std::variant<ServeCommand, TokenAddCommand, TokenListCommand, TokenRevokeCommand, BackupCommand, SayCommand> command;
};

/// Invalid says what is wrong with @p arguments, the program's own name first.
[[nodiscard]] domain::Result<CommandLine> parseCommandLine(const QStringList& arguments);

} // namespace vorzimmer::topicserver
