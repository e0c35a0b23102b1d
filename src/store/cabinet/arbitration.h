#pragma once

#include "cabinet/topic_papers.h"

namespace vorzimmer::store {

/// How people decide what both sides changed differently, and take a decision back. Run each method in a transaction.
class Arbitration {
public:
    explicit Arbitration(TopicPapers papers) : m_papers(papers) {}

    [[nodiscard]] domain::Outcome decide(const domain::TopicId& id, domain::TopicField field, ports::ConflictChoice choice,
                                         const domain::OperationId& operation, const ports::Signature& by, const Pen& pen);
    [[nodiscard]] domain::Outcome undo(const domain::TopicId& id, domain::TopicField field, const ports::Signature& by);

private:
    /// Takes what a decision on @p field has put into the outbox out again, as far as it has not left yet.
    [[nodiscard]] domain::Outcome recall(const TopicStanding& topic, domain::TopicField field,
                                         ports::TopicConflict& conflict);
    /// Shows the other side's half of @p conflict over the whole topic as it is by now.
    [[nodiscard]] domain::Outcome renew(const TopicStanding& topic, ports::TopicConflict& conflict);

    TopicPapers m_papers;
};

} // namespace vorzimmer::store
