#pragma once

#include "demo_house.h"
#include "options.h"
#include "seat.h"
#include "telephone.h"

#include "vorzimmer/audio/sound_desk.h"
#include "vorzimmer/desk/office.h"
#include "vorzimmer/desk/sign_in.h"
#include "vorzimmer/numbers/libphonenumber_plan.h"
#include "vorzimmer/system/random_ids.h"
#include "vorzimmer/system/system_clock.h"
#include "vorzimmer/telephony/scenario.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace vorzimmer::widgets {
class MainWindow;
class SignInPage;
class SoundDialog;
} // namespace vorzimmer::widgets

namespace vorzimmer::telephony {
class SipFeed;
} // namespace vorzimmer::telephony

namespace vorzimmer::app {

/// The program as a whole: opens the bureau, lets somebody sign in, makes and ends her seat. Wires adapters to ports.
class Console : public QObject {
    Q_OBJECT

public:
    /// @p scenario is played where the options ask for simulated calls. @p demo is null on real data.
    Console(Options options, telephony::Scenario scenario, DemoHouse* demo);
    ~Console() override;

    void start();
    /// Brings the window to the front (a second start).
    void raise();

private:
    void readSettings();
    void showBureauProblem(const domain::Error& error);
    void showSignIn();
    void attempt(const QString& login, const QString& password);
    void endSeat();
    void setListsUrl(const QString& url);
    /// The bell, and the voice of calls, where this computer has them.
    void openSounds();
    void makeSounds();
    void showSound();
    /// Reads how the bureau telephones before the seat is made: lines may have changed since the last sign-in.
    void prepareSeat(const domain::User& user);
    void openSeat(const domain::User& user, std::unique_ptr<ports::CallFeed> feed);
    [[nodiscard]] bool isSimulated() const;
    /// The telephony goes on with what the bureau has set up by now.
    void takeLines();

    Options m_options;
    telephony::Scenario m_scenario;
    DemoHouse* m_demo;
    system::SystemClock m_clock;
    system::RandomIds m_ids;
    numbers::LibPhoneNumberPlan m_numbers;
    std::unique_ptr<ports::KeyRing> m_keys;
    std::unique_ptr<ports::Directory> m_directory; ///< used, and destroyed, on the store lane
    std::unique_ptr<ports::CabinetRoom> m_room;    ///< likewise
    std::unique_ptr<lane::Lane> m_storeLane;
    desk::Office m_office;
    desk::SignIn m_signIn;
    std::unique_ptr<widgets::MainWindow> m_window;
    widgets::SignInPage* m_signInPage = nullptr; ///< owned by the window
    /// Null where telephones stand on the desks, unless sound is being set up; outlives the seat's feed.
    std::unique_ptr<audio::SoundDesk> m_sounds;
    QPointer<widgets::SoundDialog> m_soundDialog; ///< owned by the window
    QPointer<telephony::SipFeed> m_sip; ///< the seat's, where calls are real
    std::unique_ptr<Seat> m_seat;
};

} // namespace vorzimmer::app
