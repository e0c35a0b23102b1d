#pragma once

#include <nlohmann/json.hpp>

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace vorzimmer::testing {

/// What Trello would answer with an error status.
struct FakeRefusal : std::runtime_error {
    FakeRefusal(int httpStatus, const std::string& words) : std::runtime_error(words), status(httpStatus) {}
    int status;
};

/// Somebody with an account.
struct FakeMember {
    std::string id;
    std::string fullName;
    std::string username;
    std::string membership = "normal"; ///< of the boards; empty = of none
};

/// Boards, lists, cards and actions as Trello keeps them, in memory. Knows nothing of HTTP, nor of Vorzimmer. Not
/// thread-safe.
class FakeBoard {
public:
    using json = nlohmann::json;

    FakeBoard();

    [[nodiscard]] std::string newId();
    std::string addBoard(const std::string& name);
    std::string addList(const std::string& board, const std::string& name, const json& pos, const FakeMember& by);

    [[nodiscard]] const json& board(const std::string& idOrLink) const;
    [[nodiscard]] json lists(const std::string& board) const;
    [[nodiscard]] json cards(const std::string& board) const; ///< newest first
    [[nodiscard]] const json& card(const std::string& id) const;
    /// Newest first.
    [[nodiscard]] std::vector<json> actionsOfBoard(const std::string& board) const;
    [[nodiscard]] std::vector<json> actionsOfCard(const std::string& card) const;

    json createCard(const json& fields, const FakeMember& by);
    json copyCard(const std::string& source, const FakeMember& by);
    json changeCard(const std::string& id, const json& fields, const FakeMember& by);
    void deleteCard(const std::string& id, const FakeMember& by);
    /// The card is gone, and no action tells of it.
    void vanish(const std::string& id);
    json comment(const std::string& card, const std::string& text, const FakeMember& by);
    void deleteComment(const std::string& action);
    void changeBoard(const std::string& board, const json& fields);
    void changeList(const std::string& list, const json& fields, const FakeMember& by);
    void addChecklist(const std::string& card, const std::string& name);
    void addLabel(const std::string& card, const std::string& color);
    void dropBoard(const std::string& board);

private:
    json& cardAt(const std::string& id);
    [[nodiscard]] const json& listAt(const std::string& id) const;
    json act(const std::string& type, const std::string& board, json data, const FakeMember& by);
    [[nodiscard]] static json briefly(const json& card);

    unsigned m_counter = 0;
    std::map<std::string, json> m_boards;
    std::map<std::string, json> m_lists;
    std::map<std::string, json> m_cards;
    std::vector<json> m_actions; ///< oldest first
};

} // namespace vorzimmer::testing
