#pragma once

#include "vorzimmer/domain/caller.h"

#include <QMenu>

#include <optional>
#include <vector>

namespace vorzimmer::widgets {

/// What can be laid down about the caller during the call: VIP, blocked, whose number this is, a special instruction. Each entry
/// has a letter.
class CallerMenu : public QMenu {
    Q_OBJECT

public:
    /// @p caller is nobody for an unknown number; without a number nothing can be laid down for one. Belongs to @p parent.
    CallerMenu(const std::optional<domain::Caller>& caller, bool hasNumber, QWidget* parent);

    /// Asks whose number it is, among @p callers; opens a dialog and returns at once.
    void askWhose(const std::vector<domain::Caller>& callers, QWidget* window);

Q_SIGNALS:
    void relationChosen(vorzimmer::domain::Relation relation);
    void instructionEntered(const QString& instruction);
    void callersWanted();
    void ownerChosen(const vorzimmer::domain::CallerId& caller);

private:
    void addRelation(const QString& text, domain::Relation relation, const std::optional<domain::Caller>& caller);
    void askInstruction(const QString& present);
};

} // namespace vorzimmer::widgets
