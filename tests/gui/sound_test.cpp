#include "gui_checks.h"

#include "vorzimmer/models/language.h"
#include "vorzimmer/models/sound_wording.h"
#include "vorzimmer/widgets/sound_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace vorzimmer;
using namespace vorzimmer::widgets;
using samples::part;

namespace {

/// Notes what is asked of it.
class FakeSound final : public ports::SoundSetup {
public:
    [[nodiscard]] const std::vector<ports::SoundDevice>& devices() const override { return list; }
    [[nodiscard]] const ports::SoundChoice& choice() const override { return chosen; }
    void choose(const ports::SoundChoice& choice) override { chosen = choice; }
    [[nodiscard]] const ports::SoundState& state() const override { return now; }
    void testTone() override { ++tones; }
    void setTesting(bool on, bool withEcho) override
    {
        testing = on;
        echo = withEcho;
    }
    [[nodiscard]] ports::SoundLevels takeLevels() override { return levels; }

    std::vector<ports::SoundDevice> list{
        {ports::SoundDevice::Kind::Microphone, QStringLiteral("m1"), QStringLiteral("Headset"), true},
        {ports::SoundDevice::Kind::Loudspeaker, QStringLiteral("l1"), QStringLiteral("Headset"), true},
        {ports::SoundDevice::Kind::Loudspeaker, QStringLiteral("l2"), QStringLiteral("Desk"), false}};
    ports::SoundChoice chosen{QString(), QString(), QStringLiteral("l2"), QStringLiteral("gone")};
    ports::SoundState now;
    ports::SoundLevels levels;
    int tones = 0;
    bool testing = false;
    bool echo = false;
};

} // namespace

class SoundTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void devicesAreChosen();
    void soundIsTriedOut();
    void whatIsMissingIsTold();
    void everyControlHasANameAndAKey();
};

void SoundTest::devicesAreChosen()
{
    FakeSound sound;
    auto* dialog = new SoundDialog(sound, false);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    const std::unique_ptr<SoundDialog> owner(dialog);
    auto* loudspeaker = part<QComboBox>(*dialog, "loudspeaker");
    auto* microphone = part<QComboBox>(*dialog, "microphone");
    QCOMPARE(microphone->count(), 3);
    QCOMPARE(loudspeaker->count(), 4);
    QCOMPARE(part<QComboBox>(*dialog, "ring")->currentText(), QStringLiteral("Desk"));
    QCOMPARE(part<QComboBox>(*dialog, "notice")->currentData().toString(), QStringLiteral("gone"));

    QSignalSpy made(dialog, &SoundDialog::choiceMade);
    loudspeaker->setCurrentIndex(2);
    Q_EMIT loudspeaker->activated(2);
    QCOMPARE(made.count(), 1);
    QCOMPARE(sound.chosen.loudspeaker, QStringLiteral("l2"));
    QCOMPARE(sound.chosen.microphone, QString());
    QCOMPARE(sound.chosen.notice, QStringLiteral("gone"));

    sound.list.pop_back();
    Q_EMIT sound.devicesChanged();
    QCOMPARE(loudspeaker->currentData().toString(), QStringLiteral("l2")); // pulled out, and still the wish

    QSignalSpy own(dialog, &SoundDialog::ownChosen);
    part<QCheckBox>(*dialog, "own")->click();
    QCOMPARE(own.count(), 1);
    QVERIFY(own.first().first().toBool());
}

void SoundTest::soundIsTriedOut()
{
    FakeSound sound;
    {
        SoundDialog dialog(sound, true);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QVERIFY(sound.testing);
        QVERIFY(!sound.echo);
        part<QPushButton>(dialog, "tone")->click();
        QCOMPARE(sound.tones, 1);
        part<QPushButton>(dialog, "echo")->click();
        QVERIFY(sound.echo);
        sound.levels = {0.1, 0.0};
        QTRY_COMPARE(part<QProgressBar>(dialog, "microphoneLevel")->value(), 66); // 20 of 60 dB below the loudest
        QCOMPARE(part<QProgressBar>(dialog, "loudspeakerLevel")->value(), 0);
    }
    QVERIFY(!sound.testing);
}

void SoundTest::whatIsMissingIsTold()
{
    FakeSound sound;
    SoundDialog dialog(sound, true);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    auto* label = part<QLabel>(dialog, "state");
    QVERIFY(label->isHidden());
    sound.now = {true, {}, QStringLiteral("Headset"), true, true};
    Q_EMIT sound.stateChanged(sound.now);
    QVERIFY(label->text().contains(QStringLiteral("silence")));
    sound.now.microphoneWanted = false; // none was chosen: that is no fault
    Q_EMIT sound.stateChanged(sound.now);
    QVERIFY(label->isHidden());
    sound.now = {true, QStringLiteral("Headset"), QStringLiteral("Desk"), true, true};
    Q_EMIT sound.stateChanged(sound.now);
    QVERIFY(label->text().contains(QStringLiteral("Desk")));
    QVERIFY(!models::SoundWording::missing({true, {}, {}, true, true}).isEmpty());
    QVERIFY(models::SoundWording::missing({false, {}, {}, true, true}).isEmpty());
}

void SoundTest::everyControlHasANameAndAKey()
{
    FakeSound sound;
    for (const QLocale::Language language : {QLocale::German, QLocale::English}) {
        models::speak(QLocale(language));
        SoundDialog dialog(sound, true);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QCOMPARE(samples::nameless(dialog), QStringList());
        QCOMPARE(samples::mnemonicCollisions({&dialog}), QStringList());
    }
    models::speak(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

int main(int argc, char** argv)
{
    return samples::runGuiTest(argc, argv, [] { return std::make_unique<SoundTest>(); });
}

#include "sound_test.moc"
