#include "vorzimmer/widgets/sound_dialog.h"

#include "announcement.h"
#include "theme.h"
#include "ui_sound_dialog.h"

#include "vorzimmer/models/sound_wording.h"

#include <algorithm>
#include <cmath>

namespace vorzimmer::widgets {

using ports::SoundDevice;

namespace {

constexpr std::chrono::milliseconds meterStep{60};

/// As the ear counts: 60 dB below the loudest is nothing.
int percentOf(double level)
{
    constexpr double quietest = 60;
    const double decibel = level > 0 ? 20 * std::log10(level) : -quietest;
    return int(std::clamp((decibel + quietest) / quietest, 0.0, 1.0) * 100);
}

} // namespace

SoundDialog::SoundDialog(ports::SoundSetup& setup, bool own, QWidget* parent)
    : QDialog(parent), m_setup(setup), m_ui(std::make_unique<Ui::SoundDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    // A least width of the dialog itself would let its rows be squeezed.
    m_ui->explanation->setMinimumWidth(em(this, 32));
    for (QProgressBar* level : {m_ui->microphoneLevel, m_ui->loudspeakerLevel})
        level->setFixedHeight(em(this, 0.6));
    m_ui->own->setChecked(own);
    fillAll();
    showState();
    connect(m_ui->own, &QCheckBox::toggled, this, &SoundDialog::ownChosen);
    for (QComboBox* box : {m_ui->microphone, m_ui->loudspeaker, m_ui->ring, m_ui->notice})
        connect(box, &QComboBox::activated, this, &SoundDialog::take);
    connect(m_ui->tone, &QPushButton::clicked, this, [this] { m_setup.testTone(); });
    connect(m_ui->echo, &QPushButton::toggled, this, [this](bool echo) { m_setup.setTesting(true, echo); });
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &SoundDialog::reject);
    connect(&m_setup, &ports::SoundSetup::devicesChanged, this, &SoundDialog::fillAll);
    connect(&m_setup, &ports::SoundSetup::stateChanged, this, &SoundDialog::showState);
    connect(&m_meter, &QTimer::timeout, this, &SoundDialog::showLevels);
    m_setup.setTesting(true, false);
    m_meter.start(meterStep);
}

SoundDialog::~SoundDialog()
{
    m_setup.setTesting(false, false);
}

void SoundDialog::fill(QComboBox* box, SoundDevice::Kind kind, const QString& chosen)
{
    box->clear();
    box->addItem(tr("As the desktop chooses"), QString());
    for (const SoundDevice& device : m_setup.devices())
        if (device.kind == kind)
            box->addItem(device.name, device.id);
    box->addItem(tr("No device"), ports::noDevice);
    // What is chosen stays chosen while it is pulled out.
    if (box->findData(chosen) < 0)
        box->addItem(tr("%1 (not there)").arg(chosen), chosen);
    box->setCurrentIndex(box->findData(chosen));
}

void SoundDialog::fillAll()
{
    const ports::SoundChoice choice = m_setup.choice();
    fill(m_ui->microphone, SoundDevice::Kind::Microphone, choice.microphone);
    fill(m_ui->loudspeaker, SoundDevice::Kind::Loudspeaker, choice.loudspeaker);
    fill(m_ui->ring, SoundDevice::Kind::Loudspeaker, choice.ring);
    fill(m_ui->notice, SoundDevice::Kind::Loudspeaker, choice.notice);
}

void SoundDialog::take()
{
    const ports::SoundChoice choice{m_ui->microphone->currentData().toString(), m_ui->loudspeaker->currentData().toString(),
                                    m_ui->ring->currentData().toString(), m_ui->notice->currentData().toString()};
    m_setup.choose(choice);
    Q_EMIT choiceMade(choice);
}

void SoundDialog::showState()
{
    const QString missing = models::SoundWording::missing(m_setup.state());
    setLook(m_ui->state, "tone", missing.isEmpty() ? QStringLiteral("well") : QStringLiteral("warn"));
    announce(m_ui->state, missing.isEmpty() ? models::SoundWording::inUse(m_setup.state()) : missing);
    // A longer sentence wants another line, and would take it from the rows above.
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

void SoundDialog::showLevels()
{
    const ports::SoundLevels levels = m_setup.takeLevels();
    m_ui->microphoneLevel->setValue(percentOf(levels.microphone));
    m_ui->loudspeakerLevel->setValue(percentOf(levels.loudspeaker));
}

} // namespace vorzimmer::widgets
