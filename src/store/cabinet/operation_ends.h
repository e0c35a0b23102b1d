#pragma once

#include "cabinet/topic_intake.h"
#include "cabinet/topic_papers.h"

namespace vorzimmer::store {

/// How an operation of this side came to its end: the other side took it, or holds something else that a person has to decide
/// about. Every method writes more than once: run it in a transaction.
class OperationEnds {
public:
    OperationEnds(TopicPapers papers, TopicIntake& intake) : m_papers(papers), m_intake(intake) {}

    /// See ports::TopicLedger.
    [[nodiscard]] domain::Outcome confirm(const domain::OperationId& id, const ports::RemoteTopic& agreed, const Pen& pen);
    [[nodiscard]] domain::Outcome setAside(const domain::OperationId& id, const ports::RemoteTopic& theirs,
                                           domain::TopicFields clash, const Pen& pen);

private:
    [[nodiscard]] domain::Outcome setAsideTopic(const TopicStanding& topic, const ports::RemoteTopic& theirs,
                                                const Pen& pen);
    [[nodiscard]] domain::Outcome setAsideFields(const TopicStanding& topic, const domain::OperationId& id,
                                                 const ports::RemoteTopic& theirs, domain::TopicFields clash,
                                                 const domain::Topic& base, const Pen& pen);

    TopicPapers m_papers;
    TopicIntake& m_intake;
};

} // namespace vorzimmer::store
