#include "vorzimmer/models/language.h"
#include "vorzimmer/models/wording.h"

#include <QCoreApplication>
#include <QSet>

#include <catch2/catch.hpp>

using namespace vorzimmer;
using models::Wording;

namespace {

const QTimeZone berlin("Europe/Berlin");

QDateTime at(const QDate& day, const QTime& time)
{
    return QDateTime(day, time, berlin);
}

const QDate tuesday(2026, 11, 24);

/// An application that speaks a language for as long as it lives.
struct Speaking {
    explicit Speaking(const char* language) { models::speak(QLocale(QString::fromLatin1(language))); }
    ~Speaking() { QLocale::setDefault(QLocale::c()); }

    int argc = 1;
    char name[5] = "test";
    char* argv[2] = {name, nullptr};
    QCoreApplication application{argc, argv};
};

/// Each value has words, and no two values the same ones.
template <class Enum, class Words>
void checkDistinct(std::initializer_list<Enum> values, Words words)
{
    QSet<QString> seen;
    for (const Enum value : values) {
        const QString text = words(value);
        INFO("value " << static_cast<int>(value) << ": " << text.toStdString());
        CHECK_FALSE(text.isEmpty());
        CHECK_FALSE(seen.contains(text));
        seen.insert(text);
    }
}

std::string said(const QString& text)
{
    return text.toStdString();
}

} // namespace

TEST_CASE("every outcome, relation, end and state has words of its own")
{
    using D = domain::Disposition;
    checkDistinct({D::None, D::PutThrough, D::MessageTaken, D::RedirectedToEmail, D::AppointmentMade, D::Settled, D::Abandoned, D::Refused},
                  &Wording::dispositionText);
    using R = domain::Relation;
    checkDistinct({R::Unknown, R::Anonymous, R::Customer, R::Prospect, R::Supplier, R::Vip, R::Family, R::Authority, R::Press, R::Solicitor,
                   R::Blocked},
                  &Wording::relationText);
    using E = domain::EndReason;
    checkDistinct({E::CallerGaveUp, E::CallerHungUp, E::WeHungUp, E::Rejected, E::Transferred, E::AnsweredElsewhere, E::PeerLost,
                   E::BackendLost, E::NetworkFailure, E::PeerHungUp, E::PeerBusy, E::PeerDeclined, E::NoAnswer, E::Unreachable},
                  &Wording::endReasonText);
    CHECK(Wording::endReasonText(E::None).isEmpty());
    using C = ports::CallState;
    checkDistinct({C::Offered, C::OutgoingRinging, C::Active, C::HeldByUs, C::HeldByPeer, C::Transferring, C::Ended}, &Wording::callStateText);
    using T = domain::TopicState;
    checkDistinct({T::Open, T::InProgress, T::Waiting, T::Done}, &Wording::topicStateText);
    using B = ports::BackendState;
    checkDistinct({B::Down, B::Starting, B::Up, B::Degraded}, &Wording::backendText);
    using F = domain::NoteFlaw;
    checkDistinct({F::NothingSaid, F::TextTooLong, F::CallbackWithoutNumber, F::NumberUnreadable}, &Wording::noteFlawText);
    CHECK(Wording::noteFlawText(F::None).isEmpty());
}

TEST_CASE("a fault is said in three sentences without its technical detail")
{
    using F = domain::Fault;
    checkDistinct({F::NotFound, F::Refused, F::Invalid, F::Conflict, F::Unsupported, F::Unreachable, F::StorageFull, F::StorageBroken,
                   F::StorageNewer, F::Locked, F::Busy, F::Cancelled, F::Internal},
                  [](F fault) { return Wording::faultSentence({fault, QStringLiteral("disk I/O error 1802"), QStringLiteral("notes")}); });
    const QString sentence = Wording::faultSentence({F::StorageFull, QStringLiteral("disk I/O error 1802"), {}});
    CHECK_FALSE(sentence.contains(QStringLiteral("1802")));
    CHECK(sentence.count(QLatin1Char('.')) >= 2);
}

TEST_CASE("advice names the person, the address and the reasons in order")
{
    domain::Person brandt;
    brandt.id = domain::PersonId(QUuid::createUuid());
    brandt.name = QStringLiteral("Dr. Brandt");
    domain::Recommendation advice;
    advice.action = domain::Action::PutThrough;
    advice.person = brandt.id;
    CHECK(said(Wording::recommendationTitle(advice, {brandt})) == "Put through to Dr. Brandt");
    CHECK(said(Wording::recommendationTitle(advice, {})) == "Put through");
    advice.action = domain::Action::TakeMessage;
    CHECK(said(Wording::recommendationTitle(advice, {brandt})) == "Take a message for Dr. Brandt");
    advice = {{}, domain::Action::RedirectToEmail, {}, QStringLiteral("post@example.org"), {}};
    CHECK(said(Wording::recommendationTitle(advice, {})) == "Refer to post@example.org");
    advice.action = domain::Action::Decline;
    CHECK(said(Wording::recommendationTitle(advice, {})) == "Decline politely");

    CHECK(Wording::reasonSentence({}).isEmpty());
    CHECK(said(Wording::reasonSentence({{domain::ReasonKind::CallerIsVip, {}}, {domain::ReasonKind::PersonAvailable, QStringLiteral("Kern %1")}}))
          == "because: VIP · Kern %1 can be reached");
    using K = domain::ReasonKind;
    checkDistinct({K::CallerIsVip, K::CallerIsFamily, K::CallerIsBlocked, K::CallerIsSolicitor, K::CallerKnown, K::CallerUnknown,
                   K::CallerAnonymous, K::SeveralCallersShareNumber, K::SpecialInstruction, K::ConcernGoesByEmail, K::HouseOpen, K::HouseClosed,
                   K::PersonAvailable, K::DeputyAvailable, K::NobodyAvailable},
                  [](K kind) { return Wording::reasonSentence({{kind, QStringLiteral("x")}}); });
}

TEST_CASE("times and days follow the language and today")
{
    const Speaking german("de");
    const QDateTime now = at(tuesday, QTime(10, 42, 7));
    CHECK(said(Wording::timeText(now)) == "10:42");
    CHECK(said(Wording::timeWithSeconds(now)) == "10:42:07");
    CHECK(said(Wording::dayText(tuesday, tuesday)) == "heute");
    CHECK(said(Wording::dayText(tuesday.addDays(1), tuesday)) == "morgen");
    CHECK(said(Wording::dayText(tuesday.addDays(-1), tuesday)) == "gestern");
    CHECK(said(Wording::dayText(tuesday.addDays(-6), tuesday)) == "Mi. 18.11.");
    CHECK(said(Wording::dayText(QDate(2025, 1, 9), tuesday)) == "9.1.2025");
    CHECK(said(Wording::momentText(at(tuesday, QTime(12, 30)), now)) == "12:30");
    CHECK(said(Wording::momentText(at(tuesday.addDays(1), QTime(8, 0)), now)) == "morgen 08:00");
    CHECK(said(Wording::languageName(QStringLiteral("de"))) == "Deutsch");
    CHECK(said(Wording::languageName(QStringLiteral("en"))) == "English");
    CHECK(said(Wording::languageName(QStringLiteral("en-GB"))) == "English");
    CHECK(said(Wording::languageName(QStringLiteral("fr"))) == "Français");
    CHECK(said(Wording::languageName({})).empty());
}

TEST_CASE("English counts one call and two calls")
{
    const Speaking english("en");
    ports::BoardStatus status;
    status.state = ports::BoardState::Unreachable;
    status.waiting = 1;
    CHECK(said(Wording::boardStatusText(status)) == "Topic list: not reachable, 1 change waits here safely");
    status.waiting = 2;
    CHECK(said(Wording::boardStatusText(status)) == "Topic list: not reachable, 2 changes wait here safely");
}

TEST_CASE("durations count on past the hour")
{
    using std::chrono::seconds;
    CHECK(said(Wording::durationText(seconds(0))) == "0:00");
    CHECK(said(Wording::durationText(seconds(67))) == "1:07");
    CHECK(said(Wording::durationText(seconds(3599))) == "59:59");
    CHECK(said(Wording::durationText(seconds(3723))) == "1:02:03");
    CHECK(said(Wording::durationText(seconds(-5))) == "0:00");
}

TEST_CASE("the house says until when it is open, or when it opens and why it is closed")
{
    const Speaking german("de");
    const QDateTime now = at(tuesday, QTime(10, 42));
    CHECK(said(Wording::houseStatusText({true, at(tuesday, QTime(12, 30)), {}}, now)) == "Geöffnet bis 12:30");
    CHECK(said(Wording::houseStatusText({true, {}, {}}, now)) == "Geöffnet");
    CHECK(said(Wording::houseStatusText({false, at(tuesday.addDays(1), QTime(8, 0)), {}}, now)) == "Geschlossen, öffnet morgen 08:00");
    CHECK(said(Wording::houseStatusText({false, at(tuesday.addDays(3), QTime(8, 0)), QStringLiteral("Betriebsferien")}, now))
          == "Geschlossen: Betriebsferien, öffnet Fr. 27.11. 08:00");
    CHECK(said(Wording::houseStatusText({false, {}, {}}, now)) == "Geschlossen");
    const domain::Holiday whitMonday{QStringLiteral("Whit Monday"), QStringLiteral("Pfingstmontag")};
    CHECK(said(Wording::houseStatusText({false, {}, {}, whitMonday}, now)) == "Geschlossen: Pfingstmontag");
    CHECK(said(Wording::houseStatusText({true, {}, {}, whitMonday}, now)) == "Geöffnet (Pfingstmontag)");
    CHECK(said(Wording::houseStatusText({false, {}, QStringLiteral("Betriebsferien"), whitMonday}, now)) == "Geschlossen: Betriebsferien");
}

TEST_CASE("presence is worded with its end, and ends by itself")
{
    const Speaking german("de");
    const QDateTime now = at(tuesday, QTime(10, 42));
    domain::Presence presence{domain::PresenceState::Busy, at(tuesday, QTime(11, 15)).toUTC(), QStringLiteral("in Behandlung"), {}};
    CHECK(said(Wording::presenceText(presence, now.toUTC(), berlin)) == "in Behandlung bis 11:15");
    CHECK(said(Wording::presenceText(presence, now.addSecs(3600).toUTC(), berlin)) == "erreichbar");
    presence = {domain::PresenceState::Absent, {}, QStringLiteral("Lissabon"), {}};
    CHECK(said(Wording::presenceText(presence, now.toUTC(), berlin)) == "abwesend (Lissabon)");
    using P = domain::PresenceState;
    QSet<int> shapes;
    for (const P state : {P::Available, P::Busy, P::Absent})
        shapes.insert(static_cast<int>(Wording::presenceLamp(state)));
    CHECK(shapes.size() == 3);
}

TEST_CASE("a shipped language is German in every sentence")
{
    const Speaking german("de");
    CHECK(models::shippedLanguages().contains(QStringLiteral("de")));
    CHECK(said(Wording::dispositionText(domain::Disposition::MessageTaken)) == "Notiz aufgenommen");
    models::speak(QLocale(QStringLiteral("en")));
    CHECK(said(Wording::dispositionText(domain::Disposition::MessageTaken)) == "Message taken");
}
