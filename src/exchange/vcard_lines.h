#pragma once

#include "vorzimmer/exchange/flaw.h"

#include <QMultiHash>
#include <QStringList>

namespace vorzimmer::exchange {

/// One content line of a vCard, unfolded: `item1.TEL;TYPE=cell:+49 ...`.
struct VcardProperty {
    int line = 0;  ///< where it begins
    QString group; ///< "item1"; may be empty
    QString name;  ///< in capitals
    QMultiHash<QString, QString> parameters; ///< names in capitals; the bare words of 2.1 ("TEL;CELL:") count as TYPE
    QString value; ///< still escaped; already decoded where it was quoted-printable

    /// The words of @p parameter in small letters: TYPE=work,VOICE gives work and voice.
    [[nodiscard]] QStringList words(const QString& parameter) const;
    /// The value with \n, \, \; and \\ resolved.
    [[nodiscard]] QString text() const;
    /// The parts of a structured value, resolved: N and ORG.
    [[nodiscard]] QStringList parts() const;
};

/// All properties in order. Flaws for lines that are none.
[[nodiscard]] Taken<std::vector<VcardProperty>> readVcardLines(const QString& text);

} // namespace vorzimmer::exchange
