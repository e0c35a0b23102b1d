#pragma once

#include "topics/trello/board.h"

#include <map>

namespace vorzimmer::cloud::topics::trello {

/// Changes single fields of cards, and comments on them. Trello has no condition for changes, so what somebody wrote between
/// our reading and our writing would be gone: the card's own actions tell afterwards what our change replaced, and if it was
/// not what we had read, it is put back and the answer is Differs.
class CardWriter {
public:
    /// The card as Trello has it after the change; only when Done.
    using Then = std::function<void(const Reply& reply, const Card& after)>;
    using Said = std::function<void(const Reply& reply)>;
    using Settled = std::function<void(const std::optional<Reply>& failed)>;

    CardWriter(Line& line, Board& board) : m_line(line), m_board(board) {}

    /// @p before is the card as it was read; @p fields differ from it.
    void write(const CardFile& before, const nlohmann::json& fields, Then then);
    /// Looks at last after a change of @p card whose reply, or whose actions, did not come; before it is read again.
    void settle(const QString& card, Settled then);
    /// Looks after a change of a former run of the program, if its actions tell that it was made: @p wanted, in @p changed,
    /// on top of @p known. Done, with nothing lost, also when somebody has changed the card again since.
    void makeGood(const CardFile& now, const domain::Topic& wanted, domain::TopicFields changed, const domain::Topic& known,
                  Said then);
    /// Writes a comment with its author and id. Refused when it is longer than Trello takes.
    void say(const QString& card, const domain::Comment& comment, Said then);

private:
    struct Trial {
        CardFile before;
        nlohmann::json read;   ///< what the fields held before
        nlohmann::json fields; ///< what they are to hold
        int round = 0;
    };
    void write(const Trial& trial, Then then);
    void verify(const Trial& trial, const Card& after, Then then);
    void putBack(const Trial& trial, const Card& after, std::vector<Action> actions, const nlohmann::json& lost, Then then);

    Line& m_line;
    Board& m_board;
    std::map<QString, Trial> m_unsettled; ///< by card
};

} // namespace vorzimmer::cloud::topics::trello
