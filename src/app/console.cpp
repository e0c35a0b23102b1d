#include "console.h"

#include "taste.h"

#include "vorzimmer/widgets/main_window.h"
#include "vorzimmer/widgets/problem_page.h"
#include "vorzimmer/widgets/sign_in_page.h"
#include "vorzimmer/widgets/sound_dialog.h"

#include "vorzimmer/audio/call_bell.h"
#include "vorzimmer/cloud/calendar_sync.h"
#include "vorzimmer/cloud/mail_post.h"
#include "vorzimmer/cloud/topic_sync.h"
#include "vorzimmer/exchange/demo_bureau.h"
#include "vorzimmer/models/wording.h"
#include "vorzimmer/store/sqlite_store.h"
#include "vorzimmer/system/desktop_key_ring.h"
#include "vorzimmer/telephony/simulator.h"
#include "vorzimmer/telephony/sip_feed.h"

#include <QApplication>
#include <QLoggingCategory>

namespace vorzimmer::app {

using domain::Result;
using widgets::MainWindow;
using widgets::SignInPage;

namespace {

Q_LOGGING_CATEGORY(log, "vorzimmer.app")

/// A demo leaves nothing behind on the desktop.
std::unique_ptr<ports::KeyRing> keysIn(const QString& folder, bool isDemo)
{
    if (isDemo)
        return std::make_unique<system::FileKeyRing>(system::FileKeyRing::pathIn(folder));
    return std::make_unique<system::DesktopKeyRing>(folder);
}

} // namespace

Console::Console(Options options, telephony::Scenario scenario, DemoHouse* demo)
    : m_options(std::move(options)), m_scenario(std::move(scenario)), m_demo(demo), m_keys(keysIn(m_options.dataFolder, demo != nullptr)),
      m_directory(store::makeDirectory({m_options.dataFolder}, store::Missing::Refuse)),
      m_room(store::makeCabinetRoom({m_options.dataFolder}, m_clock, m_ids)), m_storeLane(std::make_unique<lane::Lane>("store")),
      m_office{*m_storeLane, *m_directory, m_clock, m_ids, m_numbers, *m_keys, {}}, m_signIn(m_office),
      m_window(std::make_unique<MainWindow>())
{
    connect(m_window.get(), &MainWindow::themeRequested, this, [this](const QString& theme) {
        dress(theme);
        Taste().setTheme(theme);
    });
    connect(m_window.get(), &MainWindow::languageRequested, this, [](const QString& language) { Taste().setLanguage(language); });
    connect(m_window.get(), &MainWindow::soundRequested, this, &Console::showSound);
    // Later, because the menu entry that asks is a child of what goes.
    connect(m_window.get(), &MainWindow::signOutRequested, this, &Console::endSeat, Qt::QueuedConnection);
    if (m_demo)
        connect(m_demo, &DemoHouse::serverReady, this, &Console::setListsUrl);
}

Console::~Console()
{
    m_seat.reset();
    delete m_soundDialog;
    m_sounds.reset();
    m_window.reset();
    m_storeLane->post([room = std::shared_ptr(std::move(m_room)), directory = std::shared_ptr(std::move(m_directory))] {});
    m_storeLane.reset();
}

void Console::start()
{
    m_window->resize(m_options.size.isValid() ? m_options.size : QSize(1280, 800));
    m_window->show();
    readSettings();
}

void Console::raise()
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->raise();
    m_window->activateWindow();
}

void Console::readSettings()
{
    m_storeLane->ask(
        this,
        [&directory = *m_directory] { return directory.setting(QStringLiteral("region")); },
        [this](const Result<QString>& region) {
            if (!region) {
                showBureauProblem(region.error());
                return;
            }
            m_office.region = region->isEmpty() ? QStringLiteral("DE") : *region;
            showSignIn();
        });
}

void Console::showBureauProblem(const domain::Error& error)
{
    m_window->setPage(new widgets::ProblemPage(error));
}

void Console::showSignIn()
{
    m_signInPage = new SignInPage(m_demo ? exchange::demoPassword() : QString());
    connect(m_signInPage, &SignInPage::signInRequested, this, &Console::attempt);
    m_window->setOffers({});
    if (!m_options.login.isEmpty())
        m_signInPage->setLogin(m_options.login);
    m_window->setPage(m_signInPage);
    // The demo begins to ring by itself; after signing out, the next user chooses.
    if (m_demo && !m_options.login.isEmpty())
        attempt(m_options.login, exchange::demoPassword());
    m_options.login.clear();
}

void Console::attempt(const QString& login, const QString& password)
{
    m_signIn.attempt(login, password, m_signInPage, [this](const Result<domain::User>& user) {
        if (user)
            prepareSeat(*user);
        else
            m_signInPage->showProblem(user.error());
    });
}

bool Console::isSimulated() const
{
    return !m_options.simulation.isEmpty() || (m_demo && m_options.sipListen.isEmpty());
}

void Console::openSounds()
{
    const bool own = m_options.sound.isEmpty() ? Taste().ownSound() : m_options.sound == QStringLiteral("on");
    if (own)
        makeSounds();
}

void Console::makeSounds()
{
    m_sounds = std::make_unique<audio::SoundDesk>(Taste().soundChoice());
    connect(m_sounds.get(), &audio::SoundDesk::stateChanged, this, [this](const ports::SoundState& state) {
        // While sound is being set up, the dialog tells.
        if (m_seat && !m_soundDialog)
            m_seat->showSound(state);
    });
}

void Console::showSound()
{
    if (!m_seat || m_soundDialog)
        return;
    if (!m_sounds)
        makeSounds();
    m_soundDialog = new widgets::SoundDialog(*m_sounds, Taste().ownSound(), m_window.get());
    connect(m_soundDialog, &widgets::SoundDialog::ownChosen, this, [](bool own) { Taste().setOwnSound(own); });
    connect(m_soundDialog, &widgets::SoundDialog::choiceMade, this, [](const ports::SoundChoice& choice) { Taste().setSoundChoice(choice); });
    m_soundDialog->open();
}

void Console::prepareSeat(const domain::User& user)
{
    if (user.role == domain::Role::Client) {
        openSeat(user, nullptr);
        return;
    }
    openSounds();
    if (isSimulated()) {
        openSeat(user, std::make_unique<telephony::Simulator>(m_scenario));
        return;
    }
    // Nobody signs in twice meanwhile.
    m_signInPage->setEnabled(false);
    m_storeLane->ask(
        m_signInPage, [&directory = *m_directory, &keys = *m_keys] { return Telephone::read(directory, keys); },
        [this, user](const Result<Telephone>& telephone) {
            m_signInPage->setEnabled(true);
            if (!telephone) {
                m_signInPage->showProblem(telephone.error());
                return;
            }
            auto feed = std::make_unique<telephony::SipFeed>(telephone->config(m_options.sipListen), m_sounds.get());
            m_sip = feed.get();
            openSeat(user, std::move(feed));
        });
}

void Console::openSeat(const domain::User& user, std::unique_ptr<ports::CallFeed> feed)
{
    m_signInPage = nullptr;
    if (feed && m_sounds)
        new audio::CallBell(*feed, {[this](bool ring) { m_sounds->setRinging(ring); }, [this] { m_sounds->notice(); }}, feed.get());
    m_seat = std::make_unique<Seat>(m_office, *m_room, user, cloud::makeTopicBoard(*m_storeLane, m_clock),
                                    cloud::makeSlotCalendar(*m_storeLane, m_clock), cloud::makeMailPost(*m_storeLane, m_clock),
                                    std::move(feed), *m_window);
    connect(
        m_seat.get(), &Seat::failed, this,
        [this](const domain::Error& error) {
            endSeat();
            m_signInPage->showProblem(error);
        },
        Qt::QueuedConnection);
    connect(m_seat.get(), &Seat::linesChanged, this, &Console::takeLines);
    m_seat->start();
}

void Console::takeLines()
{
    m_storeLane->ask(
        this, [&directory = *m_directory, &keys = *m_keys] { return Telephone::read(directory, keys); },
        [this](const Result<Telephone>& telephone) {
            if (telephone && m_sip)
                m_sip->reconfigure(telephone->config(m_options.sipListen));
            else if (!telephone)
                qCWarning(log) << "the telephone lines cannot be read:" << telephone.error().detail;
        });
}

void Console::endSeat()
{
    m_seat.reset();
    delete m_soundDialog;
    m_sounds.reset();
    showSignIn();
}

void Console::setListsUrl(const QString& url)
{
    m_storeLane->ask(this,
                     [&directory = *m_directory, url] { return directory.setSetting(desk::ListKeeper::urlSetting(), url); },
                     [this](const domain::Outcome& outcome) {
                         if (!outcome)
                             qCWarning(log) << "the demo's list address cannot be kept:" << outcome.error().detail;
                         else if (m_seat)
                             m_seat->openLists();
                     });
}

} // namespace vorzimmer::app
