#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <nlohmann/json.hpp>

#include <optional>
#include <vector>

namespace vorzimmer::cloud::topics::trello {

/// Trello's JSON, as far as we use it. Reading never throws: a document that is not what it should be is nothing at all.

/// True for 24 hexadecimal digits, which is how Trello names everything.
[[nodiscard]] bool isObjectId(const QString& text);
/// When the thing with this id was made, which its first eight digits tell; UTC.
[[nodiscard]] QDateTime madeAt(const QString& objectId);
/// The smallest id of a thing made at @p secs since 1970.
[[nodiscard]] QString firstIdAt(qint64 secs);

struct Card {
    QString id;
    QString board;
    QString list;
    QString name;
    QString desc;
    bool closed = false; ///< in the archive
    QDateTime due;       ///< UTC; invalid = none
    bool dueComplete = false;
};

struct List {
    QString id;
    QString name;
    bool closed = false; ///< in the archive, with all its cards
    double pos = 0;
};

/// One field that an action changed.
struct Change {
    std::string field; ///< "desc"
    nlohmann::json was;
    nlohmann::json is;
};

/// Something that somebody did on the board.
struct Action {
    QString id;
    QString type;   ///< "commentCard"
    QString card;   ///< empty when it is about none
    QString member; ///< who did it, by name
    QDateTime at;   ///< UTC
    QString text;   ///< of a comment
    QString listBefore;
    QString listAfter;
    std::vector<Change> changes;
};

/// A card, and what happened to it, newest first.
struct CardFile {
    Card card;
    std::vector<Action> actions;
};

struct BoardSheet {
    QString id;
    QString name;
    bool closed = false;
};

[[nodiscard]] std::optional<CardFile> cardFrom(const QByteArray& document);
[[nodiscard]] std::optional<std::vector<Card>> cardsFrom(const QByteArray& document);
[[nodiscard]] std::optional<std::vector<List>> listsFrom(const QByteArray& document);
[[nodiscard]] std::optional<List> listFrom(const QByteArray& document);
[[nodiscard]] std::optional<std::vector<Action>> actionsFrom(const QByteArray& document);
[[nodiscard]] std::optional<Action> actionFrom(const QByteArray& document);
[[nodiscard]] std::optional<BoardSheet> boardFrom(const QByteArray& document);

/// What a token may do.
struct TokenSheet {
    QString member;
    bool writes = false;
};
/// @p board is the one it is asked about.
[[nodiscard]] std::optional<TokenSheet> tokenFrom(const QByteArray& document, const QString& board);
/// How @p member belongs to the board: "admin", "normal", "observer"; empty when it does not.
[[nodiscard]] std::optional<QString> membershipFrom(const QByteArray& document, const QString& member);

/// As Trello writes it.
[[nodiscard]] QString instant(const QDateTime& time);
[[nodiscard]] QByteArray document(const nlohmann::json& value);
/// Two values of one field that Trello holds for the same.
[[nodiscard]] bool sameValue(const std::string& field, const nlohmann::json& one, const nlohmann::json& other);

} // namespace vorzimmer::cloud::topics::trello
