#pragma once

#include "vorzimmer/domain/tenant.h"

#include <QFrame>

#include <memory>

namespace vorzimmer::widgets {

namespace Ui {
class GreetingPane;
}

/// What to say first, large, in the caller's language, with the secretary's own name in it.
class GreetingPane : public QFrame {
    Q_OBJECT

public:
    /// @p language is the caller's, if known (BCP 47): its tab is opened.
    GreetingPane(const std::vector<domain::Greeting>& greetings, const QString& secretary, const QString& language,
                 QWidget* parent = nullptr);
    ~GreetingPane() override;

    /// The language of the tab in front; empty without greetings.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString& bcp47);
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void languageChanged(const QString& bcp47);

private:
    void showGreeting(int index);

    std::vector<domain::Greeting> m_greetings;
    QString m_secretary;
    std::unique_ptr<Ui::GreetingPane> m_ui;
};

} // namespace vorzimmer::widgets
