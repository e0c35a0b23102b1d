#include "topics/trello/trello_list.h"

#include "topics/nonsense.h"
#include "topics/trello/answers.h"
#include "topics/trello/card_topic.h"
#include "topics/trello/description.h"

#include <QPointer>

#include <algorithm>

namespace vorzimmer::cloud::topics::trello {

using domain::Comment;
using domain::Topic;
using domain::TopicField;
using domain::TopicFields;
using domain::TopicId;
using nlohmann::json;
using ports::BoardAbility;
using ports::RemoteTopic;

namespace {

const TopicFields everything = TopicFields(TopicField::Title) | TopicField::Text | TopicField::State | TopicField::Person |
                               TopicField::Due | TopicField::Priority;
TopicReply failedWith(const Reply& reply)
{
    TopicReply result;
    static_cast<Reply&>(result) = reply;
    return result;
}

/// False for a card that is another topic by now, because two had been made for one.
bool belongs(const Card& card, const TopicId& topic)
{
    const TopicId marker = Description::read(card.desc).id;
    return marker.isNull() || marker == topic || idOfForeignCard(card.id) == topic;
}

bool holdsComment(const CardFile& file, const domain::CommentId& id)
{
    return std::any_of(file.actions.cbegin(), file.actions.cend(), [&id](const Action& action) {
        const auto comment = commentOf(action);
        return comment && comment->id == id;
    });
}

TopicReply refused(const QString& problem)
{
    return failedWith(answered(Answer::Refused, problem));
}

} // namespace

TrelloList::TrelloList(std::unique_ptr<http::Client> client, Account account, const QString& board,
                       const ports::Clock& clock, const Habits& habits)
    : m_habits(habits), m_line(std::move(client), std::move(account), habits.pace, habits.patience), m_board(m_line, board),
      m_writer(m_line, m_board), m_news(m_line, m_board, m_writer, clock, habits.fullListEvery)
{
}

TrelloList::~TrelloList() = default;

/// Hands the answer over and goes on with the next job, unless the answer was the end of this.
template <class AnyReply>
std::function<void(const AnyReply&)> TrelloList::ending(std::function<void(const AnyReply&)> handler)
{
    return [this, here = QPointer<QObject>(&m_here), handler = std::move(handler)](const AnyReply& reply) {
        handler(reply);
        if (here)
            next();
    };
}

void TrelloList::queue(Job job)
{
    m_jobs.push_back(std::move(job));
    if (!m_busy)
        next();
}

void TrelloList::next()
{
    m_busy = !m_jobs.empty();
    if (!m_busy)
        return;
    // From the event loop, so that no answer comes from within the question.
    QMetaObject::invokeMethod(
        &m_here,
        [this] {
            const Job job = std::move(m_jobs.front());
            m_jobs.pop_front();
            job();
        },
        Qt::QueuedConnection);
}

TopicReply TrelloList::found(const CardFile& file, const TopicId& topic) const
{
    TopicReply reply;
    reply.topic = topicOf(file, topic, m_board.lists());
    reply.answer = reply.topic.topic.deleted ? Answer::Deleted : Answer::Done;
    if (reply.topic.topic.deleted)
        reply.problem = QStringLiteral("the card was deleted");
    return reply;
}

/// The card of a topic with all that happened to it. Deleted when it was there and is nowhere now, else Missing.
void TrelloList::locate(const TopicId& topic, const QString& remoteId, FileThen then)
{
    m_board.open([this, topic, remoteId, then = std::move(then)](const std::optional<Reply>& closed) {
        const QString card = isObjectId(remoteId) ? remoteId : QString();
        if (closed) {
            then(closed, {});
        } else if (card.isEmpty()) {
            search(topic, false, then);
        } else {
            m_writer.settle(card, [this, topic, card, then](const std::optional<Reply>& unsettled) {
                if (unsettled) {
                    then(unsettled, {});
                    return;
                }
                m_board.readCard(card, [this, topic, then](const std::optional<Reply>& failed, const CardFile& file) {
                    const bool gone = failed && failed->answer == Answer::Missing;
                    // One in the archive may have been put there because another card is the topic.
                    if (gone || (!failed && (isDeleted(file.card) || !belongs(file.card, topic))))
                        search(topic, true, then);
                    else
                        then(failed, file);
                });
            });
        }
    });
}

void TrelloList::scan(Board::Then then)
{
    m_board.readCards([this, then = std::move(then)](const std::optional<Reply>& failed, const std::vector<Card>& cards) {
        if (!failed)
            m_board.identifyAll(cards);
        then(failed);
    });
}

void TrelloList::search(const TopicId& topic, bool wasThere, FileThen then)
{
    scan([this, topic, wasThere, then = std::move(then)](const std::optional<Reply>& failed) {
        const QString card = m_board.cardOf(topic);
        if (failed)
            then(failed, {});
        else if (card.isEmpty())
            then(answered(wasThere ? Answer::Deleted : Answer::Missing, QStringLiteral("the board has no such card")), {});
        else
            m_board.readCard(card, then);
    });
}

void TrelloList::create(const Topic& topic, TopicHandler handler)
{
    queue([this, topic, done = ending<TopicReply>(std::move(handler))] {
        if (const QString problem = tooLong(newCard(topic)); !problem.isEmpty()) {
            done(refused(problem));
            return;
        }
        m_board.open([this, topic, done](const std::optional<Reply>& closed) {
            if (closed) {
                done(failedWith(*closed));
                return;
            }
            // Once per start all cards are looked at: a book from yesterday's backup may not know what was sent since.
            const auto make = [this, topic, done](const std::optional<Reply>& failed) {
                if (failed)
                    done(failedWith(*failed));
                else if (!m_board.cardOf(topic.id).isEmpty())
                    done(failedWith(
                        answered(Answer::Differs, QStringLiteral("the board has a card for this topic already"))));
                else
                    makeCard(topic, done);
            };
            if (m_board.scanned())
                make(std::nullopt);
            else
                scan(make);
        });
    });
}

void TrelloList::makeCard(const Topic& topic, TopicHandler done)
{
    m_board.listFor(topic.state,
                    [this, topic, done = std::move(done)](const std::optional<Reply>& failed, const QString& list) {
                        if (failed) {
                            done(failedWith(*failed));
                            return;
                        }
                        m_line.post(QStringLiteral("/cards"), {{"idList", list}}, newCard(topic),
                                    [this, topic, done](const http::Reply& reply) {
                                        if (auto trouble = trello::trouble(reply, m_line.window())) {
                                            if (trouble->answer == Answer::Missing || trouble->answer == Answer::Refused)
                                                m_board.forgetScan();
                                            if (trouble->answer == Answer::Missing) // the list it was for
                                                trouble->answer = Answer::NotTaken;
                                            done(failedWith(*trouble));
                                            return;
                                        }
                                        const auto made = cardFrom(reply.body);
                                        if (!made || made->card.board != m_board.id()) {
                                            done(failedWith(nonsense(reply)));
                                            return;
                                        }
                                        m_board.bind(topic.id, made->card.id);
                                        TopicReply result = found(*made, topic.id);
                                        result.topic.topic.createdAt = topic.createdAt;
                                        result.topic.topic.createdBy = topic.createdBy;
                                        done(result);
                                    });
                    });
}

void TrelloList::update(const Topic& wanted, TopicFields changed, const RemoteTopic& known, TopicHandler handler)
{
    queue([this, wanted, changed, known, done = ending<TopicReply>(std::move(handler))] {
        locate(wanted.id, known.remoteId,
               [this, wanted, changed, known, done](const std::optional<Reply>& failed, const CardFile& file) {
                   if (failed) {
                       done(failedWith(*failed));
                       return;
                   }
                   const TopicReply now = found(file, wanted.id);
                   if (now.answer != Answer::Done) {
                       done(now);
                       return;
                   }
                   if (now.topic.revision != known.revision) {
                       done(failedWith(answered(Answer::Differs, QStringLiteral("the card has changed"))));
                       return;
                   }
                   Patch patch = patchFor(wanted, changed, file.card, m_board.lists());
                   apply(wanted, file, std::move(patch), done);
               });
    });
}

void TrelloList::makeGood(const Topic& wanted, TopicFields changed, const RemoteTopic& known, CommentHandler handler)
{
    queue([this, wanted, changed, known, done = ending<Reply>(std::move(handler))] {
        locate(wanted.id, known.remoteId,
               [this, wanted, changed, known, done](const std::optional<Reply>& failed, const CardFile& file) {
                   const bool gone = failed && (failed->answer == Answer::Missing || failed->answer == Answer::Deleted);
                   if (gone)
                       done(answered(Answer::Done));
                   else if (failed)
                       done(*failed);
                   else
                       m_writer.makeGood(file, wanted, changed, known.topic, done);
               });
    });
}

/// Writes @p patch, once there is the board's list that it asks for.
void TrelloList::apply(const Topic& wanted, const CardFile& file, Patch patch, TopicHandler done)
{
    if (!patch.missing) {
        change(wanted, file, std::move(patch.fields), std::move(done));
        return;
    }
    m_board.listFor(*patch.missing, [this, wanted, file, fields = std::move(patch.fields),
                                     done = std::move(done)](const std::optional<Reply>& unmade, const QString& list) {
        if (unmade) {
            done(failedWith(*unmade));
            return;
        }
        json moved = fields;
        moved["idList"] = list.toStdString();
        change(wanted, file, std::move(moved), done);
    });
}

/// Writes what differs; Done answers with what the card is then.
void TrelloList::change(const Topic& wanted, const CardFile& file, json fields, TopicHandler done)
{
    if (fields.empty()) {
        done(found(file, wanted.id));
        return;
    }
    if (const QString problem = tooLong(fields); !problem.isEmpty()) {
        done(refused(problem));
        return;
    }
    m_writer.write(file, fields,
                   [this, id = wanted.id, file, done = std::move(done)](const Reply& reply, const Card& after) {
                       if (reply.answer != Answer::Done) {
                           Reply result = reply;
                           if (result.answer == Answer::Missing)
                               result.answer = Answer::Deleted; // we had just read it
                           done(failedWith(result));
                           return;
                       }
                       CardFile now = file;
                       now.card = after;
                       done(found(now, id));
                   });
}

void TrelloList::remove(const RemoteTopic& known, const QString&, TopicHandler handler)
{
    queue([this, known, done = ending<TopicReply>(std::move(handler))] {
        locate(known.topic.id, known.remoteId,
               [this, known, done](const std::optional<Reply>& failed, const CardFile& file) {
                   if (failed) {
                       done(failedWith(*failed));
                       return;
                   }
                   const TopicReply now = found(file, known.topic.id);
                   if (now.answer != Answer::Done)
                       done(now);
                   else if (now.topic.revision != known.revision)
                       done(failedWith(answered(Answer::Differs, QStringLiteral("the card has changed"))));
                   else
                       deleteCard(known, file, done);
               });
    });
}

/// Puts the card into the archive with a mark: Trello would not give back what was deleted, nor tell whether somebody had
/// written on it a moment before.
void TrelloList::deleteCard(const RemoteTopic& known, const CardFile& file, TopicHandler done)
{
    json fields = {{"desc", deletedDescription(file.card, known.topic.id).toStdString()}};
    if (!file.card.closed)
        fields["closed"] = true;
    if (const QString problem = tooLong(fields); !problem.isEmpty()) {
        done(refused(problem));
        return;
    }
    m_writer.write(file, fields, [this, known, file, done = std::move(done)](const Reply& reply, const Card& after) {
        if (reply.answer != Answer::Done) {
            done(failedWith(reply));
            return;
        }
        Card expected = after; // apart from what we wrote
        expected.desc = file.card.desc;
        expected.closed = file.card.closed;
        if (revisionOf(expected) != known.revision) {
            CardFile marked;
            marked.card = after;
            json back = {{"desc", file.card.desc.toStdString()}};
            if (!file.card.closed)
                back["closed"] = false;
            m_writer.write(marked, back, [done](const Reply& undone, const Card&) {
                Reply result = undone;
                if (result.answer == Answer::Done)
                    result = answered(Answer::Differs, QStringLiteral("the card has just been changed"));
                done(failedWith(result));
            });
            return;
        }
        CardFile gone;
        gone.card = after;
        TopicReply result = found(gone, known.topic.id);
        result.answer = Answer::Done;
        result.problem.clear();
        done(result);
    });
}

void TrelloList::restore(const Topic& topic, const RemoteTopic& tombstone, TopicHandler handler)
{
    queue([this, topic, tombstone, done = ending<TopicReply>(std::move(handler))] {
        if (const QString problem = tooLong(newCard(topic)); !problem.isEmpty()) {
            done(refused(problem));
            return;
        }
        locate(topic.id, tombstone.remoteId, [this, topic, done](const std::optional<Reply>& failed, const CardFile& file) {
            if (failed && (failed->answer == Answer::Deleted || failed->answer == Answer::Missing))
                makeCard(topic, done); // somebody deleted it for good
            else if (failed)
                done(failedWith(*failed));
            else if (!isDeleted(file.card))
                done(failedWith(answered(Answer::Differs, QStringLiteral("the card is there"))));
            else
                putUpAgain(topic, file, done);
        });
    });
}

void TrelloList::putUpAgain(const Topic& topic, const CardFile& file, TopicHandler done)
{
    Card open = file.card; // as if it had only been put up again
    open.closed = false;
    Patch patch = patchFor(topic, everything, open, m_board.lists());
    patch.fields["closed"] = false;
    if (!patch.fields.contains("desc")) {
        Description desc = Description::read(file.card.desc);
        desc.deleted = false;
        patch.fields["desc"] = desc.written().toStdString();
    }
    apply(topic, file, std::move(patch), std::move(done));
}

void TrelloList::addComment(const RemoteTopic& known, const Comment& comment, CommentHandler handler)
{
    queue([this, known, comment, done = ending<Reply>(std::move(handler))] {
        locate(known.topic.id, known.remoteId,
               [this, comment, done](const std::optional<Reply>& failed, const CardFile& file) {
                   if (failed)
                       done(*failed);
                   else if (isDeleted(file.card))
                       done(answered(Answer::Deleted, QStringLiteral("the card was deleted")));
                   else if (holdsComment(file, comment.id))
                       done(answered(Answer::Done)); // it was sent before
                   else
                       m_writer.say(file.card.id, comment, done);
               });
    });
}

void TrelloList::fetch(const TopicId& topic, const QString& remoteId, TopicHandler handler)
{
    queue([this, topic, remoteId, done = ending<TopicReply>(std::move(handler))] {
        locate(topic, remoteId, [this, topic, done](const std::optional<Reply>& failed, const CardFile& file) {
            done(failed ? failedWith(*failed) : found(file, topic));
        });
    });
}

void TrelloList::changes(const QString& cursor, std::chrono::seconds, FeedHandler handler, MoreHandler)
{
    queue([this, cursor, done = ending<FeedReply>(std::move(handler))] { m_news.read(cursor, done); });
}

void TrelloList::probe(ProbeHandler handler)
{
    queue([this, done = ending<ProbeReply>(std::move(handler))] {
        m_board.open([this, done](const std::optional<Reply>& closed) {
            if (closed) {
                ProbeReply reply;
                static_cast<Reply&>(reply) = *closed;
                done(reply);
                return;
            }
            probeBoard(done);
        });
    });
}

void TrelloList::probeBoard(ProbeHandler done)
{
    m_line.get(m_board.path(), {{"fields", QStringLiteral("id,name,closed")}}, [this, done](const http::Reply& reply) {
        ProbeReply result;
        if (const auto failed = trouble(reply, m_line.window())) {
            static_cast<Reply&>(result) = failed->answer == Answer::Missing ? noBoard() : *failed;
            done(result);
            return;
        }
        const auto board = boardFrom(reply.body);
        if (!board) {
            static_cast<Reply&>(result) = nonsense(reply);
            done(result);
            return;
        }
        if (board->closed) {
            result.answer = Answer::NotTaken;
            result.needsPerson = true;
            result.problem = QStringLiteral("the board is closed: open it again in Trello or choose another");
            done(result);
            return;
        }
        result.report.product = QStringLiteral("Trello");
        result.report.listName = board->name;
        result.report.pollEvery = m_habits.pollEvery;
        result.report.abilities = ports::BoardAbilities(BoardAbility::Comments) | BoardAbility::Assignee |
                                  BoardAbility::UpdateGuard | BoardAbility::SaysWhoChanged | BoardAbility::Priority;
        probeToken(result, done);
    });
}

void TrelloList::probeToken(ProbeReply soFar, ProbeHandler done)
{
    m_line.get(m_line.ownTokenPath(), {}, [this, soFar = std::move(soFar), done](const http::Reply& reply) mutable {
        if (const auto failed = trouble(reply, m_line.window())) {
            static_cast<Reply&>(soFar) = *failed;
            if (failed->answer == Answer::Missing)
                static_cast<Reply&>(soFar) = answered(Answer::NotTaken, QStringLiteral("Trello does not know the token"));
            done(soFar);
            return;
        }
        const auto token = tokenFrom(reply.body, m_board.id());
        if (!token) {
            static_cast<Reply&>(soFar) = nonsense(reply);
            done(soFar);
            return;
        }
        soFar.report.abilities.setFlag(BoardAbility::Writing, token->writes);
        probeMember(std::move(soFar), token->member, done);
    });
}

/// Who only watches a board may not write, whatever the token allows. When Trello does not tell, the token decides.
void TrelloList::probeMember(ProbeReply soFar, const QString& member, ProbeHandler done)
{
    m_line.get(m_board.path() + QStringLiteral("/memberships"), {{"filter", QStringLiteral("all")}},
               [this, soFar = std::move(soFar), member, done](const http::Reply& reply) mutable {
                   soFar.answer = Answer::Done;
                   const auto kind = trouble(reply, m_line.window()) ? std::nullopt : membershipFrom(reply.body, member);
                   if (kind && (kind->isEmpty() || *kind == QLatin1String("observer")))
                       soFar.report.abilities.setFlag(BoardAbility::Writing, false);
                   done(soFar);
               });
}

} // namespace vorzimmer::cloud::topics::trello
