#pragma once

#include "vorzimmer/models/row.h"
#include "vorzimmer/ports/topic_board.h"
#include "vorzimmer/ports/topic_list.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace vorzimmer::models {

/// Puts the shared list into words. Times are shown in the tenant's zone.
class TopicWording {
    Q_DECLARE_TR_FUNCTIONS(vorzimmer::models::TopicWording)

public:
    [[nodiscard]] static QString stateName(domain::TopicState state);
    [[nodiscard]] static Lamp stateLamp(domain::TopicState state);
    [[nodiscard]] static Tone stateTone(domain::TopicState state);
    [[nodiscard]] static QString priorityName(domain::TopicPriority priority);
    [[nodiscard]] static QString fieldName(domain::TopicField field);
    /// "overdue since yesterday", "due today", "due Fri, 27 Nov"; empty without a due date.
    [[nodiscard]] static QString dueText(QDate due, QDate today);
    [[nodiscard]] static Tone dueTone(QDate due, QDate today);
    /// "From a call · 24.11.26 14:32 · Anna Brandt".
    [[nodiscard]] static QString originText(const domain::Topic& topic, const QTimeZone& zone);

    /// What one field of @p topic says, as people read it; never empty.
    [[nodiscard]] static QString valueText(domain::TopicField field, const domain::Topic& topic);
    /// One line of the history: what was done; who and when stand in signatureText().
    [[nodiscard]] static QString eventText(const ports::TopicEvent& event);
    [[nodiscard]] static QString signatureText(const ports::TopicEvent& event, const QTimeZone& zone);
    /// "Kept: ours".
    [[nodiscard]] static QString choiceText(const ports::ConflictDecision& decision);

    // ---- the outbox
    [[nodiscard]] static QString operationText(ports::OperationKind kind);
    /// Where the operation stands, and what happens next or what to do.
    [[nodiscard]] static QString operationStanding(const ports::OutboxOperation& operation);
    [[nodiscard]] static Tone operationTone(ports::OperationState state);
    /// Whose move it is on this list: nobody's, ours, the other side's, a person's; with what to do.
    [[nodiscard]] static QString moveText(const ports::BoardStatus& status);
    /// The same for a list that does not answer, whatever else there is to do.
    [[nodiscard]] static QString silenceText(const ports::BoardStatus& status);
    /// "3 waiting · 1 on the way · 2 refused · 1 conflict".
    [[nodiscard]] static QString countsText(const ports::BoardStatus& status);
    [[nodiscard]] static QString lastSyncText(const ports::BoardStatus& status);
};

} // namespace vorzimmer::models
