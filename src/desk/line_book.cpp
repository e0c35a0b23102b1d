#include "vorzimmer/desk/line_book.h"

#include <algorithm>

namespace vorzimmer::desk {

using domain::Fault;
using domain::LineId;
using domain::Outcome;
using domain::PhoneLine;
using domain::Result;

namespace {

constexpr qsizetype longestPassword = 500;

bool isUsable(const QByteArray& password)
{
    // The SIP library would take what follows a colon for something else.
    const auto isUnfit = [](char c) { return (c >= '\0' && c < ' ') || c == '\x7f' || c == ':'; };
    return password.size() <= longestPassword && std::none_of(password.cbegin(), password.cend(), isUnfit);
}

} // namespace

QString LineBook::passwordName(const LineId& line)
{
    return QStringLiteral("lines/") + line.text();
}

Result<std::vector<LineAccess>> LineBook::all()
{
    auto lines = m_directory.lines();
    if (!lines)
        return domain::failure(lines.error());
    std::vector<LineAccess> all;
    for (PhoneLine& line : *lines) {
        const auto password = m_keys.secret(passwordName(line.id));
        LineAccess access{std::move(line), password.value_or(QByteArray()), {}};
        if (!password && password.error().fault != Fault::NotFound)
            access.problem = password.error().detail;
        all.push_back(std::move(access));
    }
    return all;
}

Outcome LineBook::keep(const PhoneLine& line, const std::optional<QByteArray>& password)
{
    if (password && !isUsable(*password))
        return domain::failure(Fault::Invalid, QStringLiteral("a line's password has at most 500 characters, none that cannot be typed, and no colon"),
                               QStringLiteral("password"));
    // Both or neither: a line with another line's password would be locked out over there.
    return m_directory.atomically([&]() -> Outcome {
        if (auto saved = m_directory.saveLine(line); !saved)
            return saved;
        return password ? m_keys.keep(passwordName(line.id), *password) : Outcome();
    });
}

Outcome LineBook::remove(const LineId& line)
{
    if (auto removed = m_directory.removeLine(line); !removed)
        return removed;
    return m_keys.keep(passwordName(line), {});
}

} // namespace vorzimmer::desk
