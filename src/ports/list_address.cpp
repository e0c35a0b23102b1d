#include "vorzimmer/ports/list_address.h"

#include <QRegularExpression>

namespace vorzimmer::ports {


namespace {

const auto trelloBoards = QStringLiteral("https://trello.com/b/");

AddressFlaw takeBoard(const QString& written, BoardAccess& access)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:https://(?:www\\.)?trello\\.com/b/)?([0-9A-Za-z]{6,32})(?:[/?#].*)?$"));
    const QString board = form.match(written).captured(1);
    if (board.isEmpty())
        return AddressFlaw::NoTrelloBoard;
    access.url = QUrl();
    access.list = board;
    return AddressFlaw::None;
}

} // namespace

AddressFlaw takeListAddress(const QString& written, BoardAccess& access)
{
    const QString text = written.trimmed();
    if (access.kind == BoardKind::Trello)
        return takeBoard(text, access);
    const QUrl url(text);
    const bool onThisComputer = url.host() == u"localhost" || url.host() == u"127.0.0.1" || url.host() == u"::1";
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"https" && url.scheme() != u"http"))
        return AddressFlaw::NoWebAddress;
    if (url.scheme() == u"http" && !onThisComputer)
        return AddressFlaw::NotEncrypted;
    if (!url.userInfo().isEmpty())
        return AddressFlaw::HoldsCredentials;
    access.url = url;
    access.list.clear();
    return AddressFlaw::None;
}

QString listAddress(const BoardAccess& access)
{
    if (access.kind == BoardKind::Trello)
        return access.list.isEmpty() ? QString() : trelloBoards + access.list;
    return access.url.toString();
}

QString listIdentity(const BoardAccess& access)
{
    QUrl url = access.url.adjusted(QUrl::StripTrailingSlash | QUrl::NormalizePathSegments);
    if (url.path() == u"/")
        url.setPath(QString());
    return QStringLiteral("%1 %2 %3").arg(static_cast<int>(access.kind)).arg(url.toString(), access.list);
}

} // namespace vorzimmer::ports
