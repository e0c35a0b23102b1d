#include "action_bar.h"

#include "key_button.h"
#include "ui_action_bar.h"

#include <QShortcut>

namespace vorzimmer::widgets {

namespace {

constexpr qint64 hammeringMilliseconds = 100;

} // namespace

ActionBar::ActionBar(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::ActionBar>())
{
    m_ui->setupUi(this);
    setAccessibleName(tr("Actions"));
    const auto choose = [this](domain::Action action) { return [this, action] { Q_EMIT actionChosen(action); }; };
    bind(m_ui->putThrough, Qt::Key_F5, true, choose(domain::Action::PutThrough));
    bind(m_ui->message, Qt::Key_F6, true, choose(domain::Action::TakeMessage));
    bind(m_ui->email, Qt::Key_F7, true, choose(domain::Action::RedirectToEmail));
    bind(m_ui->hold, Qt::Key_F3, true, [this] { Q_EMIT holdToggled(); });
    bind(m_ui->hangUp, Qt::Key_F4, true, [this] { Q_EMIT hangUpRequested(); });
    bind(m_ui->putAway, Qt::CTRL | Qt::Key_W, true, [this] { Q_EMIT putAwayRequested(); });
    bind(m_ui->answer, Qt::Key_F2, false, [this] { Q_EMIT answerRequested(); });
    bind(m_ui->mute, Qt::CTRL | Qt::Key_M, false, [this] { Q_EMIT muteToggled(); });
    bind(m_ui->appointments, Qt::Key_F8, false, [this] { Q_EMIT appointmentsRequested(); });
    bind(m_ui->topics, Qt::Key_F9, false, [this] { Q_EMIT topicsRequested(); });
    bind(m_ui->find, Qt::CTRL | Qt::Key_K, false, [this] { Q_EMIT findRequested(); });
    m_ui->hangUp->setButtonLook(QStringLiteral("danger"));
    m_ui->answer->setButtonLook(QStringLiteral("primary"));
}

ActionBar::~ActionBar() = default;

void ActionBar::bind(KeyButton* button, const QKeySequence& key, bool ownKey, std::function<void()> act)
{
    const auto actOnce = [this, button, act = std::move(act)] {
        if (!button->isEnabled() || button->isHidden())
            return;
        QElapsedTimer& last = m_lastPress[button];
        if (last.isValid() && last.elapsed() < hammeringMilliseconds)
            return;
        last.start();
        act();
    };
    connect(button, &QPushButton::clicked, this, actOnce);
    if (!ownKey)
        return;
    // Not the button's own shortcut: that one answers 100 ms late, for the sake of an animation.
    auto* shortcut = new QShortcut(key, this);
    shortcut->setAutoRepeat(false);
    connect(shortcut, &QShortcut::activated, this, actOnce);
}

void ActionBar::setCall(ports::CallState state, ports::Capabilities capabilities, bool muted)
{
    const bool rings = state == ports::CallState::Offered;
    const bool held = state == ports::CallState::HeldByUs;
    const bool live = state != ports::CallState::Ended;
    m_ui->answer->setVisible(rings);
    m_ui->answer->setEnabled(capabilities.testFlag(ports::Capability::Answer));
    m_ui->hold->setVisible(live && !rings);
    m_ui->hold->setText(held ? tr("Retrieve") : tr("Hold"));
    m_ui->hold->setIconName(held ? QStringLiteral("call-start") : QStringLiteral("media-playback-pause"));
    m_ui->hold->setEnabled(capabilities.testFlag(ports::Capability::Hold)
                           && (held || state == ports::CallState::Active || state == ports::CallState::HeldByPeer));
    m_ui->mute->setVisible(live && !rings && capabilities.testFlag(ports::Capability::Mute));
    m_ui->mute->setText(muted ? tr("Unmute") : tr("Mute"));
    m_ui->mute->setButtonLook(muted ? QStringLiteral("danger") : QString());
    m_ui->hangUp->setVisible(live);
    m_ui->hangUp->setText(rings ? tr("Decline") : tr("Hang up"));
    m_ui->hangUp->setEnabled(!rings || capabilities.testFlag(ports::Capability::Reject));
    m_ui->putAway->setVisible(!live);
}

KeyButton* ActionBar::buttonFor(domain::Action action) const
{
    switch (action) {
    case domain::Action::PutThrough: return m_ui->putThrough;
    case domain::Action::TakeMessage: return m_ui->message;
    case domain::Action::RedirectToEmail: return m_ui->email;
    case domain::Action::OfferAppointment:
    case domain::Action::Decline: break;
    }
    return nullptr;
}

void ActionBar::setRecommended(domain::Action action)
{
    m_recommended = action;
    showLooks();
}

void ActionBar::setOpen(std::optional<domain::Action> action)
{
    m_open = action;
    showLooks();
}

void ActionBar::showLooks()
{
    for (const domain::Action action : {domain::Action::PutThrough, domain::Action::TakeMessage, domain::Action::RedirectToEmail}) {
        KeyButton* button = buttonFor(action);
        const bool recommended = m_recommended == action;
        button->setButtonLook(m_open == action ? QStringLiteral("open") : recommended ? QStringLiteral("recommended") : QString());
        button->setAccessibleDescription(recommended ? tr("%1, recommended").arg(button->keyCap()) : button->keyCap());
    }
}

} // namespace vorzimmer::widgets
