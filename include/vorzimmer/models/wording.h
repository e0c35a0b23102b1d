#pragma once

#include "vorzimmer/domain/call.h"
#include "vorzimmer/domain/caller.h"
#include "vorzimmer/domain/note.h"
#include "vorzimmer/domain/opening_hours.h"
#include "vorzimmer/domain/person.h"
#include "vorzimmer/domain/result.h"
#include "vorzimmer/domain/screening.h"
#include "vorzimmer/domain/service_level.h"
#include "vorzimmer/domain/transfer.h"
#include "vorzimmer/domain/topic.h"
#include "vorzimmer/models/row.h"
#include "vorzimmer/ports/call_feed.h"
#include "vorzimmer/ports/topic_board.h"

#include <QCoreApplication>

#include <chrono>
#include <vector>

namespace vorzimmer::models {

/// Puts the domain into words of the user's language. Dates and numbers follow QLocale(), which app sets to it.
class Wording {
    Q_DECLARE_TR_FUNCTIONS(vorzimmer::models::Wording)

public:
    // ---- advice
    /// "Put through to Dr. Brandt".
    [[nodiscard]] static QString recommendationTitle(const domain::Recommendation& advice, const std::vector<domain::Person>& people);
    /// "because: VIP · house open · Dr. Brandt is available".
    /// What the secretary is to say or ask: the one-time message, the rule's remark, its questions.
    [[nodiscard]] static QString adviceNotes(const domain::Recommendation& advice);
    [[nodiscard]] static QString reasonSentence(const std::vector<domain::Reason>& reasons);
    [[nodiscard]] static QString ruleText(const QString& rule);

    // ---- a call
    [[nodiscard]] static QString dispositionText(domain::Disposition disposition);
    [[nodiscard]] static QString relationText(domain::Relation relation);
    [[nodiscard]] static QString endReasonText(domain::EndReason reason);
    [[nodiscard]] static QString callStateText(ports::CallState state);
    /// What is going on and, where the user has to act, what comes next.
    [[nodiscard]] static QString transferText(const domain::TransferStatus& status);
    [[nodiscard]] static QString attemptOutcomeText(domain::AttemptOutcome outcome);

    /// "5 of 6 within 20 s"; empty without calls.
    [[nodiscard]] static QString serviceLevelText(const domain::ServiceLevel& level);

    // ---- a note
    /// Empty for NoteFlaw::None.
    [[nodiscard]] static QString noteFlawText(domain::NoteFlaw flaw);
    [[nodiscard]] static QString flagText(domain::NoteFlag flag);
    [[nodiscard]] static QString flagsText(domain::NoteFlags flags);
    [[nodiscard]] static QString topicStateText(domain::TopicState state);

    // ---- house and people
    /// "open until 12:30", "closed, opens tomorrow at 08:00".
    [[nodiscard]] static QString houseStatusText(const domain::HouseStatus& status, const QDateTime& localNow);
    /// In the reader's language.
    [[nodiscard]] static QString holidayName(const domain::Holiday& holiday);
    /// @p zone is the tenant's: "until 11:15" is a time where the person is.
    [[nodiscard]] static QString presenceText(const domain::Presence& presence, const QDateTime& now, const QTimeZone& zone);
    [[nodiscard]] static Lamp presenceLamp(domain::PresenceState state);
    [[nodiscard]] static Tone presenceTone(domain::PresenceState state);

    // ---- the machinery
    [[nodiscard]] static QString boardStatusText(const ports::BoardStatus& status);
    [[nodiscard]] static Lamp boardLamp(const ports::BoardStatus& status);
    [[nodiscard]] static Tone boardTone(const ports::BoardStatus& status);
    [[nodiscard]] static QString backendText(ports::BackendState state);
    /// What happened, what was kept, what to do next; for people, so without the technical detail.
    [[nodiscard]] static QString faultSentence(const domain::Error& error);

    // ---- times; @p local and @p localNow in the same zone
    [[nodiscard]] static QString timeText(const QDateTime& local);
    [[nodiscard]] static QString timeWithSeconds(const QDateTime& local);
    /// "today", "yesterday", "Tue, 24 Nov".
    [[nodiscard]] static QString dayText(QDate day, QDate today);
    /// "12:30", "tomorrow 08:00", "Mon, 24 Nov 08:00".
    [[nodiscard]] static QString momentText(const QDateTime& local, const QDateTime& localNow);
    /// As momentText(), but the beginning of a day to come is that day: "tomorrow", "Mon, 24 Nov".
    [[nodiscard]] static QString endText(const QDateTime& local, const QDateTime& localNow);
    /// "0:07", "12:30", "1:02:03".
    [[nodiscard]] static QString durationText(std::chrono::seconds duration);
    /// The language's own name: "Deutsch", "English".
    [[nodiscard]] static QString languageName(const QString& bcp47);
};

} // namespace vorzimmer::models
