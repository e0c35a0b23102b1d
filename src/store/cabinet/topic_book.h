#pragma once

#include "cabinet/topic_papers.h"

#include <vector>

namespace vorzimmer::store {

/// What people here do with the shared list: every change goes into the history and into the outbox. Every method writes
/// more than once: run it in a transaction.
class TopicBook {
public:
    explicit TopicBook(TopicPapers papers) : m_papers(papers) {}

    [[nodiscard]] domain::Outcome add(const domain::Topic& topic, const domain::OperationId& operation);
    [[nodiscard]] domain::Outcome edit(const domain::Topic& wanted, domain::TopicFields fields,
                                       const domain::OperationId& operation, const ports::Signature& by, const Pen& pen);
    [[nodiscard]] domain::Outcome remove(const domain::TopicId& id, const domain::OperationId& operation,
                                         const ports::Signature& by);
    /// Puts the topic on the list first, should it never have been there.
    [[nodiscard]] domain::Outcome addComment(const domain::TopicId& id, const domain::Comment& comment,
                                             const domain::OperationId& operation, const Pen& pen);
    [[nodiscard]] domain::Outcome giveUp(const domain::OperationId& id, const ports::Signature& by);
    [[nodiscard]] domain::Outcome startOver(const Pen& pen);
    [[nodiscard]] domain::Outcome goOnWith(const QString& list, const Pen& pen);

private:
    [[nodiscard]] domain::Result<TopicStanding> living(const domain::TopicId& id);
    /// Whether an edit made our half equal to theirs is looked at, too.
    [[nodiscard]] domain::Outcome endEqualConflicts(const TopicStanding& topic, const domain::Topic& edited,
                                                    domain::TopicFields fields, const ports::Signature& by);
    /// What was on its way is given up: theirs of @p fields in conflict is what the other side has by now.
    [[nodiscard]] domain::Outcome renewHalves(TopicStanding topic, const domain::Topic& theirs, domain::TopicFields fields,
                                              const ports::Signature& by);
    [[nodiscard]] domain::Outcome giveUpUpdate(const TopicStanding& topic, domain::TopicFields fields,
                                               const ports::Signature& by);
    [[nodiscard]] domain::Outcome giveUpDeletion(const TopicStanding& topic, const ports::Signature& by);
    [[nodiscard]] domain::Outcome giveUpCreation(const TopicStanding& topic, const ports::Signature& by);
    [[nodiscard]] domain::Outcome deleteHere(const TopicStanding& topic, const ports::Signature& by);

    TopicPapers m_papers;
};

} // namespace vorzimmer::store
