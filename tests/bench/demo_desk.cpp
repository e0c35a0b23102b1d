#include "demo_desk.h"

#include "event_loop/turn_until.h"
#include "sipp_calls.h"

#include "vorzimmer/cloud/topic_sync.h"
#include "vorzimmer/desk/gatekeeper.h"
#include "vorzimmer/desk/list_keeper.h"
#include "vorzimmer/exchange/demo_bureau.h"
#include "vorzimmer/numbers/libphonenumber_plan.h"
#include "vorzimmer/store/sqlite_store.h"
#include "vorzimmer/system/file_key_ring.h"
#include "vorzimmer/system/random_ids.h"
#include "vorzimmer/system/system_clock.h"
#include "vorzimmer/widgets/appearance.h"
#include "vorzimmer/widgets/reception_page.h"

#include <QMainWindow>
#include <QTemporaryDir>

#include <cstdio>
#include <optional>

namespace vorzimmer::test {

/// The bureau, and the store as only its lane may use it.
struct DemoDesk::Bureau {
    Bureau() : keys(system::FileKeyRing::pathIn(folder.path()))
    {
        directory = store::makeDirectory({folder.path()}, store::Missing::Create);
        room = store::makeCabinetRoom({folder.path()}, clock, ids);
        const auto made = exchange::makeDemoBureau({*directory, *room, numbers, clock.nowUtc(), {}, {}}, ids, keys,
                                                   &desk::ListKeeper::tokenName);
        if (auto user = directory->authenticate(QStringLiteral("anna"), exchange::demoPassword()); made && user)
            anna = std::move(*user);
        directory = store::makeDirectory({folder.path()}, store::Missing::Refuse);
        room = store::makeCabinetRoom({folder.path()}, clock, ids);
    }

    QTemporaryDir folder;
    system::SystemClock clock;
    system::RandomIds ids;
    numbers::LibPhoneNumberPlan numbers;
    system::FileKeyRing keys;
    std::unique_ptr<ports::Directory> directory;
    std::unique_ptr<ports::CabinetRoom> room;
    std::optional<domain::User> anna;
};

struct DemoDesk::Seat {
    explicit Seat(Bureau& bureau)
        : office{lane, *bureau.directory, bureau.clock, bureau.ids, bureau.numbers, bureau.keys, QStringLiteral("DE")},
          gatekeeper(office, *bureau.room, *bureau.anna), board(cloud::makeTopicBoard(lane, bureau.clock)),
          lists(office, gatekeeper, *board), feed(onAnyPort()), reception(office, gatekeeper, feed)
    {
        window.setCentralWidget(new widgets::ReceptionPage(office, reception, lists, QStringLiteral("Anna Brandt")));
        window.resize(1440, 860);
        window.show();
    }

    static telephony::SipConfig onAnyPort()
    {
        telephony::SipConfig config;
        config.port = 0;
        return config;
    }

    lane::Lane lane{"store"};
    desk::Office office;
    desk::Gatekeeper gatekeeper;
    std::unique_ptr<ports::TopicBoard> board;
    desk::ListKeeper lists;
    telephony::SipFeed feed;
    desk::Reception reception;
    QMainWindow window;
};

std::unique_ptr<DemoDesk> DemoDesk::open()
{
    auto bureau = std::make_unique<Bureau>();
    if (!bureau->anna) {
        std::fputs("the demo bureau cannot be made\n", stderr);
        return nullptr;
    }
    return std::unique_ptr<DemoDesk>(new DemoDesk(std::move(bureau)));
}

DemoDesk::DemoDesk(std::unique_ptr<Bureau> bureau) : m_bureau(std::move(bureau)), m_seat(std::make_unique<Seat>(*m_bureau)) {}

DemoDesk::~DemoDesk()
{
    close();
}

desk::Reception& DemoDesk::reception()
{
    return m_seat->reception;
}

telephony::SipFeed& DemoDesk::feed()
{
    return m_seat->feed;
}

QWidget& DemoDesk::window()
{
    return m_seat->window;
}

QString DemoDesk::folder() const
{
    return m_bureau->folder.path();
}

bool DemoDesk::takeCalls(const QStringList& arguments)
{
    m_seat->feed.start();
    return turnUntil([this] { return m_seat->feed.port() != 0; }) && runSipp(m_seat->feed.port(), arguments);
}

void DemoDesk::close()
{
    if (!m_seat)
        return;
    m_seat->feed.stop();
    // What the lane has used is given back there.
    m_seat->lane.post([room = std::shared_ptr(std::move(m_bureau->room)),
                       directory = std::shared_ptr(std::move(m_bureau->directory))] {});
    m_seat.reset();
}

} // namespace vorzimmer::test
