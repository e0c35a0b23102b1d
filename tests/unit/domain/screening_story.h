#pragma once

#include "vorzimmer/domain/screening.h"

#include <QString>
#include <QStringList>

#include <map>
#include <vector>

/// Reads tests/unit/domain/screening_cases.txt, which says itself how it is written.
namespace screening_story {

/// One house with its rules.
struct House {
    QString name;
    vorzimmer::domain::OpeningHours hours;
    QTimeZone zone{"Europe/Berlin"};
    std::vector<vorzimmer::domain::Person> people;
    std::vector<vorzimmer::domain::Concern> concerns;
    vorzimmer::domain::RuleSet rules = vorzimmer::domain::builtInRules();

    [[nodiscard]] vorzimmer::domain::CompiledRules compiled() const { return {rules, hours, zone, concerns}; }
};

/// One line: who calls when, and what is to be advised.
struct Case {
    int line = 0;
    size_t house = 0; ///< index into Story::houses
    vorzimmer::domain::ScreeningFacts facts;
    QString advice;
    QString rule;
};

struct Story {
    std::vector<House> houses;
    std::vector<Case> cases;
    QStringList mistakes; ///< lines that cannot be read
};

[[nodiscard]] Story read(const QString& text);

/// A recommendation in the words of the file: "put through Feld, Brandt".
[[nodiscard]] QString said(const vorzimmer::domain::Recommendation& advice, const House& house);

} // namespace screening_story
