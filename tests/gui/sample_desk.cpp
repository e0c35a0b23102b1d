#include "sample_desk.h"

#include <QRegularExpression>

namespace vorzimmer::samples {

using namespace domain;

namespace {

template <class AnyId>
AnyId fresh()
{
    return AnyId(QUuid::createUuid());
}

LabelledNumber number(const QString& label, const char* e164)
{
    return {label, PhoneNumber::fromE164(QString::fromLatin1(e164))};
}

ports::HistoryEntry past(int daysAgo, const QTime& at, Disposition disposition, const QString& concern, const QString& note)
{
    ports::HistoryEntry entry;
    entry.call.id = fresh<CallId>();
    entry.call.offeredAt = QDateTime(now().date().addDays(-daysAgo), at, QTimeZone("Europe/Berlin")).toUTC();
    entry.call.disposition = disposition;
    entry.call.concern = concern;
    entry.noteText = note;
    return entry;
}

Slot slot(int inDays, const QTime& at, const QString& kind, int minutes)
{
    return {fresh<SlotId>(), QDateTime(now().date().addDays(inDays), at, QTimeZone("Europe/Berlin")).toUTC(), minutes, kind, {}, {}};
}

OpeningHours practiceHours()
{
    OpeningHours hours;
    for (size_t day = 0; day < 5; ++day)
        hours.week[day] = {{QTime(8, 0), QTime(12, 30)}, {QTime(14, 0), QTime(18, 0)}};
    return hours;
}

widgets::CallFacts factsOf(const Caller& caller)
{
    widgets::CallFacts facts;
    facts.number = caller.numbers.front().number;
    facts.presented = facts.number.e164();
    facts.secretary = QStringLiteral("Jana Richter");
    facts.now = now();
    facts.display = displayNumber;
    facts.readNumber = readNumber;
    facts.state = ports::CallState::Active;
    facts.capabilities = ports::Capability::Answer | ports::Capability::Reject | ports::Capability::Hold | ports::Capability::BlindTransfer;
    return facts;
}

} // namespace

QDateTime now()
{
    return QDateTime(QDate(2026, 11, 24), QTime(10, 42, 7), QTimeZone("Europe/Berlin")).toUTC();
}

Caller caller(const QString& name, Relation relation, const QString& e164)
{
    Caller known;
    known.id = fresh<CallerId>();
    known.name = name;
    known.relation = relation;
    known.numbers = {{QString(), PhoneNumber::fromE164(e164)}};
    return known;
}

Person person(const QString& name, const QString& role, const std::vector<LabelledNumber>& numbers)
{
    Person someone;
    someone.id = fresh<PersonId>();
    someone.name = name;
    someone.role = role;
    someone.numbers = numbers;
    someone.presence.confirmedAt = now().addSecs(-9420);
    return someone;
}

Desk practice()
{
    Desk desk;
    TenantProfile& profile = desk.sheet.profile;
    profile.entry.name = QStringLiteral("Hausarztpraxis am Lindenplatz");
    profile.entry.answerAs = QStringLiteral("Praxis am Lindenplatz");
    profile.entry.accent = QStringLiteral("#0f766e");
    profile.entry.language = QStringLiteral("de");
    profile.entry.zone = QTimeZone("Europe/Berlin");
    profile.greetings = {{QStringLiteral("de"), QStringLiteral("Guten Tag, Praxis am Lindenplatz, mein Name ist {secretary} – was kann ich für Sie tun?")},
                         {QStringLiteral("en"), QStringLiteral("Good morning, Lindenplatz Practice, {secretary} speaking – how may I help you?")},
                         {QStringLiteral("tr"), QStringLiteral("İyi günler, Lindenplatz Muayenehanesi, ben {secretary} – size nasıl yardımcı olabilirim?")}};
    profile.hours = practiceHours();
    profile.instructions = {QStringLiteral("Rezepte und Überweisungen: immer auf E-Mail verweisen, Versichertennummer aufnehmen."),
                            QStringLiteral("Akute Beschwerden (Brust, Atem, Kind unter 2): **sofort durchstellen**, sonst 112."),
                            QStringLiteral("Termine nur aus den freigegebenen Zeiten, Neupatienten 20 Minuten.")};
    profile.notices = {{QStringLiteral("Labor bis 11 Uhr nicht erreichbar."), {}, {}}};
    profile.concerns = {{QStringLiteral("Befund"), {}, {}},
                        {QStringLiteral("Rezept"), QStringLiteral("rezept@praxis-lindenplatz.example"), {}},
                        {QStringLiteral("Überweisung"), QStringLiteral("rezept@praxis-lindenplatz.example"), {}},
                        {QStringLiteral("Termin"), {}, {}},
                        {QStringLiteral("Abrechnung"), QStringLiteral("abrechnung@praxis-lindenplatz.example"), {}}};

    Person brandt = person(QStringLiteral("Dr. Maren Brandt"), QStringLiteral("Ärztin"),
                           {number(QStringLiteral("Durchwahl"), "+493055501211"), number(QStringLiteral("mobil"), "+4915155500111")});
    brandt.responsibilities = QStringLiteral("Praxisleitung, alle Anliegen");
    Person yilmaz = person(QStringLiteral("Dr. Selin Yılmaz"), QStringLiteral("Ärztin"), {number(QStringLiteral("Durchwahl"), "+493055501212")});
    yilmaz.responsibilities = QStringLiteral("Kinder, Impfungen");
    yilmaz.presence.state = PresenceState::Busy;
    yilmaz.presence.note = QStringLiteral("in Behandlung");
    yilmaz.presence.until = now().addSecs(1973);
    Person kern = person(QStringLiteral("Tobias Kern"), QStringLiteral("Abrechnung"), {number(QStringLiteral("Büro"), "+493055501219")});
    kern.email = QStringLiteral("abrechnung@praxis-lindenplatz.example");
    kern.presence.state = PresenceState::Absent;
    kern.presence.until = QDateTime(now().date().addDays(6), QTime(7, 0), Qt::UTC);
    brandt.deputy = yilmaz.id;
    yilmaz.deputy = brandt.id;
    desk.sheet.people = {brandt, yilmaz, kern};

    Caller albers = caller(QStringLiteral("Tina Albers"), Relation::Customer, QStringLiteral("+4917655501187"));
    albers.language = QStringLiteral("de");
    albers.specialInstruction = QStringLiteral("Befund liegt vor – bei Rückfrage an Dr. Brandt durchstellen.");
    desk.sheet.callers = {albers};

    ports::HistoryEntry owed = past(1, QTime(16, 20), Disposition::MessageTaken, QStringLiteral("Befund"),
                                    QStringLiteral("Fragt nach dem Befund der Blutabnahme vom 18. November, Rückruf für heute früh zugesagt."));
    owed.flags = NoteFlag::PleaseCallBack;
    owed.topicState = TopicState::Open;
    owed.forName = brandt.name;
    owed.note = fresh<NoteId>();
    desk.sheet.history = {owed, past(6, QTime(9, 5), Disposition::AppointmentMade, QStringLiteral("Blutabnahme"), {}),
                          past(13, QTime(11, 40), Disposition::RedirectedToEmail, QStringLiteral("Rezept"), {}),
                          past(41, QTime(8, 12), Disposition::PutThrough, QStringLiteral("Befund"), {})};

    desk.sheet.slots = {slot(0, QTime(15, 40), QStringLiteral("Sprechstunde"), 10), slot(0, QTime(16, 20), QStringLiteral("Sprechstunde"), 10),
                        slot(1, QTime(8, 40), QStringLiteral("Sprechstunde"), 10),  slot(1, QTime(9, 20), QStringLiteral("Sprechstunde"), 10),
                        slot(1, QTime(11, 0), QStringLiteral("Sprechstunde"), 10),  slot(2, QTime(15, 10), QStringLiteral("Neupatient"), 20),
                        slot(2, QTime(15, 30), QStringLiteral("Neupatient"), 20)};

    desk.facts = factsOf(albers);
    desk.advice = {QStringLiteral("special-instruction"), Action::PutThrough, brandt.id, {},
                   {{ReasonKind::CallerKnown, {}}, {ReasonKind::SpecialInstruction, {}}, {ReasonKind::HouseOpen, {}},
                    {ReasonKind::PersonAvailable, brandt.name}}};
    desk.note.id = fresh<NoteId>();
    desk.note.callerName = albers.name;
    desk.note.callbackNumber = QStringLiteral("0176 55501187");
    desk.note.concern = QStringLiteral("Befund");
    desk.note.forPerson = brandt.id;
    desk.note.forName = brandt.name;
    desk.note.flags = NoteFlag::PleaseCallBack;
    desk.note.text = QStringLiteral("Fragt nach dem Befund der Blutabnahme vom 18. November, Rückruf war für heute früh zugesagt. Ist bis 13 Uhr");
    return desk;
}

Desk englishPractice()
{
    Desk desk = practice();
    TenantProfile& profile = desk.sheet.profile;
    profile.entry.name = QStringLiteral("Harbour & Quay LLP");
    profile.entry.answerAs = QStringLiteral("Harbour and Quay, Solicitors");
    profile.entry.accent = QStringLiteral("#1d4ed8");
    profile.entry.language = QStringLiteral("en");
    profile.greetings = {{QStringLiteral("en"), QStringLiteral("Good morning, Harbour and Quay, {secretary} speaking – how may I help you?")},
                         {QStringLiteral("de"), QStringLiteral("Guten Tag, Kanzlei Harbour und Quay, mein Name ist {secretary}.")}};
    profile.instructions = {QStringLiteral("New matters: take name, other side and deadline; **give no legal advice**."),
                            QStringLiteral("Court and opposing counsel: put through at once, or to the deputy."),
                            QStringLiteral("Invoices go by e-mail to accounts.")};
    profile.notices = {{QStringLiteral("Ms Whitcombe wants every call about the “Solveig” at once."), {}, {}}};
    profile.concerns = {{QStringLiteral("New matter"), {}, {}}, {QStringLiteral("Invoice"), QStringLiteral("accounts@harbour-quay.example"), {}}};
    desk.sheet.people[0].name = QStringLiteral("Eleanor Whitcombe");
    desk.sheet.people[0].role = QStringLiteral("Partner");
    desk.sheet.people[0].responsibilities = QStringLiteral("Shipping, insurance");
    desk.sheet.people[1].name = QStringLiteral("Rajan Mehta");
    desk.sheet.people[1].role = QStringLiteral("Associate");
    desk.sheet.people[1].responsibilities = QStringLiteral("Employment");
    desk.sheet.people[1].presence.note = QStringLiteral("in a meeting");
    desk.sheet.people[2].name = QStringLiteral("Grace Oduya");
    desk.sheet.people[2].role = QStringLiteral("Accounts");
    desk.sheet.people[2].responsibilities = QStringLiteral("Invoices, payments");
    desk.sheet.people[2].email = QStringLiteral("accounts@harbour-quay.example");
    for (Person& someone : desk.sheet.people)
        someone.numbers.resize(1);
    for (Person& someone : desk.sheet.people)
        someone.numbers.front().label = QStringLiteral("desk");
    desk.sheet.callers = {};
    desk.sheet.history = {};
    desk.sheet.slots = {};
    desk.advice = {QStringLiteral("unknown"), Action::TakeMessage, {}, {}, {{ReasonKind::CallerUnknown, {}}, {ReasonKind::HouseOpen, {}}}};
    desk.note = Note{};
    desk.note.id = fresh<NoteId>();
    desk.note.callbackNumber = QStringLiteral("0176 55501187");
    return desk;
}

std::vector<models::WaitingCall> waiting()
{
    return {{fresh<CallId>(), QStringLiteral("Dachdeckerei Nordlicht"), QStringLiteral("040 55510042"), QStringLiteral("de"), now().addSecs(-14)},
            {fresh<CallId>(), QStringLiteral("Harbour & Quay LLP"), {}, QStringLiteral("en"), now().addSecs(-5)}};
}

std::vector<models::OwnCall> own()
{
    return {{fresh<CallId>(), QStringLiteral("Hausarztpraxis am Lindenplatz"), ports::CallState::Active, now().addSecs(-86),
             QStringLiteral("Tina Albers"), true, false},
            {fresh<CallId>(), QStringLiteral("Immobilien Westpark"), ports::CallState::HeldByUs, now().addSecs(-48), {}, false, true}};
}

std::vector<models::PastCall> today()
{
    const auto ended = [](int minutesAgo, const char* company, Disposition disposition) {
        return models::PastCall{fresh<CallId>(), QString::fromUtf8(company), now().addSecs(-60 * minutesAgo), disposition, EndReason::CallerHungUp};
    };
    return {ended(11, "Kanzlei am Markt", Disposition::MessageTaken), ended(18, "Dachdeckerei Nordlicht", Disposition::PutThrough),
            ended(31, "Immobilien Westpark", Disposition::RedirectedToEmail), ended(44, "Harbour & Quay LLP", Disposition::Settled),
            ended(52, "Hausarztpraxis am Lindenplatz", Disposition::MessageTaken), ended(63, "Weinhandlung Pichler", Disposition::Abandoned)};
}

std::optional<PhoneNumber> readNumber(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^(\\+|00|0)[0-9 /()-]{4,24}$"));
    if (!form.match(text.trimmed()).hasMatch())
        return {};
    QString digits = text;
    digits.remove(QRegularExpression(QStringLiteral("[^0-9+]")));
    if (digits.startsWith(QLatin1String("00")))
        digits = QLatin1Char('+') + digits.mid(2);
    else if (digits.startsWith(QLatin1Char('0')))
        digits = QStringLiteral("+49") + digits.mid(1);
    return PhoneNumber::fromE164(digits);
}

QString displayNumber(const PhoneNumber& number)
{
    QString text = number.e164();
    if (text.startsWith(QLatin1String("+4930")))
        return QStringLiteral("030 ") + text.mid(5);
    if (text.startsWith(QLatin1String("+491")))
        return QStringLiteral("0%1 %2").arg(text.mid(3, 3), text.mid(6));
    return text;
}

} // namespace vorzimmer::samples
