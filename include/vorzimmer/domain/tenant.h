#pragma once

#include "vorzimmer/domain/id.h"
#include "vorzimmer/domain/opening_hours.h"
#include "vorzimmer/domain/phone_number.h"
#include "vorzimmer/domain/question.h"

#include <QString>
#include <QTimeZone>

#include <vector>

namespace vorzimmer::domain {

/// What the secretary says first, in one language. `{secretary}` stands for her own name.
struct Greeting {
    QString language; ///< BCP 47: "de", "en", "fr"
    QString text;
    friend bool operator==(const Greeting&, const Greeting&) = default;
};

/// @p greeting with the secretary's name filled in.
[[nodiscard]] QString spokenGreeting(const Greeting& greeting, const QString& secretary);

/// A remark for some days only; local dates, both ends included; an invalid date is an open end.
struct Notice {
    QString text;
    QDate from;
    QDate until;
    friend bool operator==(const Notice&, const Notice&) = default;
};

/// What a caller may want of this tenant, and where e-mail about it goes.
struct Concern {
    QString name;
    QString email;   ///< empty: not redirected by e-mail
    QString wording; ///< to read aloud when redirecting; empty: the general sentence
    std::vector<QString> synonyms = {}; ///< what else people call it
    std::vector<Question> questions = {}; ///< the form of a message about it, in the order to ask
    friend bool operator==(const Concern&, const Concern&) = default;
};

/// The concern that @p text names, by its name or a synonym, in any case of letters; null when none.
[[nodiscard]] const Concern* concernNamed(const std::vector<Concern>& concerns, const QString& text);

/// What the bureau knows of a tenant before its cabinet is opened (kept in bureau.db).
struct TenantEntry {
    TenantId id;
    QString name;
    QString answerAs; ///< how the house is named on the telephone
    QString accent;   ///< "#rrggbb", a strip's colour; never the sole carrier of meaning
    QString language; ///< BCP 47, of the house
    QString region;   ///< ISO 3166, for reading national numbers
    QTimeZone zone;
    std::vector<PhoneNumber> numbers; ///< dialled numbers that mean this tenant
    friend bool operator==(const TenantEntry&, const TenantEntry&) = default;
};

/// A tenant's own profile (kept in its cabinet).
struct TenantProfile {
    TenantEntry entry;
    QString trade;
    std::vector<Greeting> greetings; ///< the first is the house's own language
    OpeningHours hours;
    std::vector<QString> instructions; ///< one line each; **bold** is the only markup
    int instructionVersion = 1;        ///< counts up with every change of instructions or greetings
    std::vector<Notice> notices;
    std::vector<Concern> concerns;
    friend bool operator==(const TenantProfile&, const TenantProfile&) = default;
};

} // namespace vorzimmer::domain
