#pragma once

#include "vorzimmer/desk/cabinet_handle.h"
#include "vorzimmer/desk/words_begun.h"
#include "vorzimmer/domain/tenant.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace vorzimmer::desk {

/// A supervisor changes what is asked about each of a client's concerns. Nothing counts before it is saved. Lives on the GUI thread.
class FormSetup : public QObject {
    Q_OBJECT

public:
    /// Goes on with the forms of @p begun, and keeps there what is changed and not saved.
    FormSetup(CabinetHandle cabinet, std::shared_ptr<WordsBegun> begun, QObject* parent = nullptr);

    /// Ends in loaded() or failed().
    void load();
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// As they would be saved.
    [[nodiscard]] const std::vector<domain::Concern>& concerns() const { return m_concerns; }
    [[nodiscard]] bool isChanged() const { return m_concerns != m_saved; }
    /// What is changed and not saved shall not come back.
    void giveUp() { m_begun->forms.reset(); }

    /// Adds an empty question at the end of the form and returns its place.
    size_t add(size_t concern);
    void change(size_t concern, size_t place, const domain::Question& question);
    void remove(size_t concern, size_t place);
    /// Moves the question up (-1) or down (+1); false at the end of the form.
    bool move(size_t concern, size_t place, int by);

    /// The first concern whose form cannot be kept; nothing when all is well.
    [[nodiscard]] std::optional<size_t> flawed() const;
    /// Refused (failed with Invalid) while a form is flawed. Only the questions are written: what others have changed meanwhile stays. A
    /// concern that has gone meanwhile is a Conflict.
    void save();

Q_SIGNALS:
    void loaded();
    void changed();
    void saved();
    void failed(const vorzimmer::domain::Error& error);

private:
    void noteChange();

    CabinetHandle m_cabinet;
    std::shared_ptr<WordsBegun> m_begun;
    bool m_loaded = false;
    std::vector<domain::Concern> m_saved;
    std::vector<domain::Concern> m_concerns;
};

} // namespace vorzimmer::desk
