#pragma once

#include <QByteArray>
#include <QStringList>

/// The XML bodies that ask a CalDAV server something.
namespace vorzimmer::cloud::caldav::questions {

/// What an address is.
[[nodiscard]] QByteArray kind();
/// All that trying a list out wants to know.
[[nodiscard]] QByteArray abilities();
/// The members with their ETags.
[[nodiscard]] QByteArray members();
/// The same, and the token that stands for just these.
[[nodiscard]] QByteArray membersAndToken();
/// What changed since @p token; empty = everything.
[[nodiscard]] QByteArray changesSince(const QString& token);
/// The contents of these members.
[[nodiscard]] QByteArray contents(const QStringList& hrefs);

} // namespace vorzimmer::cloud::caldav::questions
