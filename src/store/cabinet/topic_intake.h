#pragma once

#include "cabinet/topic_papers.h"

#include <vector>

namespace vorzimmer::store {

/// What comes in from the other side of the shared list: it is taken over without touching what this side has changed and
/// not yet sent, and where both changed the same, it becomes a conflict. Every method writes more than once: run it in a
/// transaction.
class TopicIntake {
public:
    explicit TopicIntake(TopicPapers papers) : m_papers(papers) {}

    [[nodiscard]] domain::Result<std::vector<domain::TopicId>> applyChanges(const std::vector<ports::RemoteTopic>& changes,
                                                                            const QString& cursor, const Pen& pen);

    /// How the other side's values came to be known: from its feed, or as the answer to an operation of ours, whose own
    /// fields are no news then.
    struct Source {
        bool answer = false;
        domain::TopicFields own;
    };
    /// Whether anything changed here.
    [[nodiscard]] domain::Result<bool> take(const ports::RemoteTopic& remote, const Source& source, const Pen& pen);
    /// The same for a topic of which it is known how it stands.
    [[nodiscard]] domain::Result<bool> takeKnown(const TopicStanding& topic, const ports::RemoteTopic& remote,
                                                 const Source& source, const Pen& pen);
    [[nodiscard]] domain::Result<bool> takeComments(const ports::RemoteTopic& remote);
    /// @p remote is what both sides hold.
    [[nodiscard]] domain::Outcome saveAgreed(const TopicStanding& topic, const ports::RemoteTopic& remote);
    [[nodiscard]] domain::Outcome openConflict(const domain::Topic& local, domain::TopicField field,
                                               const domain::Topic& base, const domain::Topic& theirs, const Pen& pen);
    /// Both sides have the topic again: what each changed since @p base comes together field by field.
    [[nodiscard]] domain::Outcome reunite(const TopicStanding& topic, const domain::Topic& base,
                                          const ports::RemoteTopic& remote, const Pen& pen);

private:
    [[nodiscard]] domain::Result<bool> takeNew(const ports::RemoteTopic& remote, const Pen& pen);
    [[nodiscard]] domain::Result<bool> takeTombstone(const TopicStanding& topic, const ports::RemoteTopic& remote,
                                                     const Pen& pen);
    [[nodiscard]] domain::Result<bool> takeBack(const TopicStanding& topic, const ports::RemoteTopic& remote,
                                                const Pen& pen);
    [[nodiscard]] domain::Result<bool> takeValues(const TopicStanding& topic, const ports::RemoteTopic& remote,
                                                  const Source& source, const Pen& pen);
    /// The topic's being there is in conflict.
    [[nodiscard]] domain::Result<bool> takeDisputed(const TopicStanding& topic, const ports::TopicConflict& conflict,
                                                    const ports::RemoteTopic& remote, const Source& source, const Pen& pen);
    /// This side's values, if they are other ones than @p before, and what is agreed.
    [[nodiscard]] domain::Outcome saveBoth(const TopicStanding& before, const domain::Topic& local, const AgreedTopic& agreed);
    [[nodiscard]] domain::Outcome updateHalves(const TopicStanding& topic, const ports::RemoteTopic& remote,
                                               domain::TopicFields fields, const Pen& pen);
    [[nodiscard]] domain::Outcome noteUntaken(const TopicStanding& topic, const ports::RemoteTopic& remote,
                                              domain::TopicFields fields, const Pen& pen);

    TopicPapers m_papers;
};

} // namespace vorzimmer::store
