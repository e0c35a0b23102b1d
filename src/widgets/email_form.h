#pragma once

#include "vorzimmer/domain/tenant.h"

#include <QWidget>

#include <memory>
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
    ~EmailForm() override;

    void setConcern(const QString& concern);
    void setLanguage(const QString& bcp47);
    void focusConcern();

Q_SIGNALS:
    void redirectDone(const QString& email, const QString& concern);

private:
    void showConcern();
    void finish();
    [[nodiscard]] const domain::Concern* current() const;

    std::vector<domain::Concern> m_concerns; ///< only those with an address
    QString m_language;
    bool m_done = false;
    std::unique_ptr<Ui::EmailForm> m_ui;
};

} // namespace vorzimmer::widgets
