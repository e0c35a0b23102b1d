#pragma once

#include "vorzimmer/domain/phone_line.h"
#include "vorzimmer/ports/directory.h"
#include "vorzimmer/ports/key_ring.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace vorzimmer::desk {

/// One line with what opens it.
struct LineAccess {
    domain::PhoneLine line;
    QByteArray password;
    QString problem; ///< why the password cannot be read: technical; empty = it can, or there is none
};

/// The bureau's telephone lines: accounts in the directory, passwords in the key ring and nowhere else. Call its functions
/// on the store lane, or where there is none.
class LineBook {
public:
    LineBook(ports::Directory& directory, ports::KeyRing& keys) : m_directory(directory), m_keys(keys) {}

    /// The key ring's name for a line's password.
    [[nodiscard]] static QString passwordName(const domain::LineId& line);

    /// By name.
    [[nodiscard]] domain::Result<std::vector<LineAccess>> all();
    /// Adds or changes a line. Without @p password the one that is kept stays; an empty one means that none is asked for.
    /// Invalid or Conflict as ports::Directory::saveLine(); then nothing is changed.
    [[nodiscard]] domain::Outcome keep(const domain::PhoneLine& line, const std::optional<QByteArray>& password);
    /// The line with its password.
    [[nodiscard]] domain::Outcome remove(const domain::LineId& line);

private:
    ports::Directory& m_directory;
    ports::KeyRing& m_keys;
};

} // namespace vorzimmer::desk
