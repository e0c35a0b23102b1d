#pragma once

#include "vorzimmer/desk/words_begun.h"
#include "vorzimmer/domain/mail.h"
#include "vorzimmer/domain/tenant.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace vorzimmer::widgets {

namespace Ui {
class EmailForm;
}

/// Refers the caller to the right e-mail address: what to say, and the address letter by letter.
class EmailForm : public QWidget {
    Q_OBJECT

public:
    /// @p concern is chosen first if e-mail about it has an address. @p language is what is spoken with the caller.
    EmailForm(const std::vector<domain::Concern>& concerns, const QString& concern, const QString& language, QWidget* parent = nullptr);
    /// Offers to send it all to the caller as well, in the name of @p house; @p address is the caller's, where it is known. Goes on
    /// with what @p begun says of it, and keeps there what is typed.
    void offerMail(const domain::TenantEntry& house, const QString& callerName, const QString& address,
                   std::shared_ptr<desk::WordsBegun> begun);
    ~EmailForm() override;

    void setConcern(const QString& concern);
    void setLanguage(const QString& bcp47);
    void focusConcern();

Q_SIGNALS:
    /// @p toCaller: what the caller gets in writing; without recipients nothing.
    void redirectDone(const QString& email, const QString& concern, const vorzimmer::domain::Mail& toCaller);

private:
    void showConcern();
    void finish();
    /// What the caller gets in writing; nothing when the address is none.
    [[nodiscard]] std::optional<domain::Mail> toCaller(const domain::Concern& concern);
    [[nodiscard]] const domain::Concern* current() const;

    std::vector<domain::Concern> m_concerns; ///< only those with an address
    QString m_language;
    std::optional<domain::TenantEntry> m_house; ///< set when mail can be sent
    QString m_callerName;
    std::shared_ptr<desk::WordsBegun> m_begun = std::make_shared<desk::WordsBegun>();
    bool m_done = false;
    std::unique_ptr<Ui::EmailForm> m_ui;
};

} // namespace vorzimmer::widgets
