#pragma once

#include <QString>

#include <utility>

namespace vorzimmer::domain {

/// A telephone number in E.164 ("+493023125120"). Only ports::NumberPlan makes one from text.
class PhoneNumber {
public:
    PhoneNumber() = default;
    /// @p e164 must already be E.164; nothing is checked here.
    [[nodiscard]] static PhoneNumber fromE164(QString e164)
    {
        PhoneNumber number;
        number.m_e164 = std::move(e164);
        return number;
    }
    [[nodiscard]] bool isEmpty() const { return m_e164.isEmpty(); }
    [[nodiscard]] const QString& e164() const { return m_e164; }
    friend bool operator==(const PhoneNumber&, const PhoneNumber&) = default;

private:
    QString m_e164;
};

/// A number as it stands on a card: what the owner calls it, and the number itself.
struct LabelledNumber {
    QString label;
    PhoneNumber number;
    friend bool operator==(const LabelledNumber&, const LabelledNumber&) = default;
};

} // namespace vorzimmer::domain
