#pragma once

#include "vorzimmer/domain/result.h"
#include "vorzimmer/models/row.h"
#include "vorzimmer/ports/list_address.h"

#include <QCoreApplication>

namespace vorzimmer::models {

/// What set-up says about shared lists.
class ListWording {
    Q_DECLARE_TR_FUNCTIONS(vorzimmer::models::ListWording)

public:
    [[nodiscard]] static QString kindName(ports::BoardKind kind);
    /// What has to be at hand to connect one of this kind.
    [[nodiscard]] static QString needs(ports::BoardKind kind);
    /// What stands before the fields, with the mnemonic's ampersand; the account's is empty where there is none.
    [[nodiscard]] static QString addressLabel(ports::BoardKind kind);
    [[nodiscard]] static QString accountLabel(ports::BoardKind kind);
    [[nodiscard]] static QString secretLabel(ports::BoardKind kind);
    /// An address as it may look.
    [[nodiscard]] static QString addressExample(ports::BoardKind kind);
    /// Empty for AddressFlaw::None.
    [[nodiscard]] static QString flawText(ports::AddressFlaw flaw);
    /// What is missing, by Error::where; empty when the error says nothing of the kind.
    [[nodiscard]] static QString missingText(const domain::Error& error, ports::BoardKind kind);

    /// A tenant with where its list is.
    [[nodiscard]] static Row connection(const ports::ListConnection& connection);
    /// What came of trying a list out, in one sentence.
    [[nodiscard]] static QString reportTitle(const ports::BoardReport& report);
    /// What the list can and cannot do, and what that means for the work. Nothing when it does not answer.
    [[nodiscard]] static std::vector<Row> abilities(const ports::BoardReport& report);
};

} // namespace vorzimmer::models
