#include "email_form.h"
#include "gui_checks.h"
#include "mail_card.h"
#include "mail_copies.h"
#include "mail_page.h"
#include "sample_desk.h"
#include "test_bureau.h"

#include "vorzimmer/models/mail_letters.h"
#include "vorzimmer/ports/cabinet.h"
#include "vorzimmer/ports/mail_outbox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSpinBox>
#include <QtTest>

#include <map>

using namespace vorzimmer;
using namespace vorzimmer::widgets;
using domain::NoteDelivery;
using samples::part;
using test::TestBureau;

namespace {

class AskedPost : public ports::MailPost {
public:
    void open(const domain::TenantId& tenant, const ports::MailAccess& access, std::shared_ptr<ports::MailOutbox>) override { opened[tenant] = access; }
    void close(const domain::TenantId& tenant) override { opened.erase(tenant); }
    void push(const domain::TenantId&) override { ++pushes; }
    void retryNow(const domain::TenantId&) override {}
    void test(const ports::MailAccess& access, const domain::Mail& mail, QObject*, std::function<void(const ports::MailReport&)> tell) override
    {
        tried = access;
        trial = mail;
        answer = std::move(tell);
    }

    std::map<domain::TenantId, ports::MailAccess> opened;
    std::optional<ports::MailAccess> tried;
    domain::Mail trial;
    std::function<void(const ports::MailReport&)> answer;
    int pushes = 0;
};

domain::Mail nothing(const ports::DigestShare&, const domain::TenantEntry&)
{
    return {};
}

struct Office {
    Office() : gatekeeper(bureau.office(), bureau.room(), bureau.petra), keeper(bureau.office(), gatekeeper, post, &nothing) {}

    TestBureau bureau;
    AskedPost post;
    desk::Gatekeeper gatekeeper;
    desk::MailKeeper keeper;
};

struct SetUp : Office {
    SetUp()
    {
        page->resize(1100, 760);
        page->show();
        page->activateWindow();
        (void)test::turnUntil([this] { return part<QListView>(*page, "tenants")->model()->rowCount() == 4; });
    }
    void type(const char* name, const char* words)
    {
        auto* line = part<QLineEdit>(*page, name);
        line->clear();
        QTest::keyClicks(line, QString::fromLatin1(words));
    }
    void enterAccount()
    {
        type("sender", "office@example.org");
        type("host", "mail.example.org");
        type("user", "office");
        type("secret", "very secret");
    }

    desk::MailSetup setup{bureau.office(), gatekeeper, keeper, post};
    std::unique_ptr<MailPage> page = std::make_unique<MailPage>(setup);
};

struct Outbox : Office {
    /// The practice's card with one mail in it that was refused.
    Outbox()
    {
        mail.id = domain::MailId(QUuid::createUuid());
        mail.reason = domain::MailReason::Redirect;
        mail.subject = QStringLiteral("Your enquiry");
        mail.text = QStringLiteral("Please write to us.");
        mail.recipients = {{QStringLiteral("wrong@example.org"), QStringLiteral("T. Albers")}};
        mail.writtenAt = bureau.clock.nowUtc();
        mail.writtenBy = bureau.anna.name;
        (void)bureau.inCabinet(bureau.practice, [this](ports::Cabinet& cabinet) -> domain::Outcome {
            (void)cabinet.mailOutbox().add(mail);
            (void)cabinet.mailOutbox().take(mail.writtenAt);
            return cabinet.mailOutbox().settle(mail.id, 0, {ports::MailFate::Refused, QStringLiteral("550 no such mailbox"), {}});
        });
        gatekeeper.open(bureau.practice.id, desk::Occasion::visit(QStringLiteral("x")), qApp, [this](domain::Result<desk::CabinetHandle> cabinet) {
            card = std::make_unique<MailCard>(keeper, std::make_shared<desk::MailDesk>(bureau.office(), std::move(*cabinet)));
        });
        (void)test::turnUntil([this] { return card != nullptr; });
        card->resize(900, 400);
        card->show();
        card->activateWindow();
        (void)test::turnUntil([this] { return rows() == 1; });
    }
    [[nodiscard]] int rows() const { return part<QListView>(*card, "mails")->model()->rowCount(); }
    [[nodiscard]] domain::Recipient standing()
    {
        return bureau.inCabinet(bureau.practice, [](ports::Cabinet& cabinet) { return cabinet.mailOutbox().mails({}); })->front().recipients.front();
    }

    domain::Mail mail;
    std::unique_ptr<MailCard> card;
};

desk::MailHabits habits(NoteDelivery delivery)
{
    return {true, {delivery, QTime(18, 0), QStringLiteral("house@example.org")}};
}

} // namespace

class MailTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTestMailChangesNothing();
    void savingKeepsTheAccountAndForgetsWhatWasTyped();
    void aFlawIsSaidAndGoneTo();
    void eachHouseSaysHowItWantsItsMessages();
    void whatWasRefusedIsCorrectedAndSentAgain();
    void whatIsNoAddressIsNotSent();
    void aMailIsGivenUp();
    void copiesFollowThePersonUntilSomebodyTypes();
    void copiesToNoAddressHoldTheNoteBack();
    void theCallerGetsItOnlyWhenAsked();
    void everythingHasANameAndAKeyOfItsOwn();
};

void MailTest::aTestMailChangesNothing()
{
    SetUp on;
    on.enterAccount();
    on.type("trialTo", "petra@example.org");
    QTest::keyClick(on.page.get(), Qt::Key_R, Qt::ControlModifier);
    QVERIFY(test::turnUntil([&] { return on.post.tried.has_value(); }));
    QCOMPARE(on.post.tried->secret, QByteArray("very secret"));
    QCOMPARE(on.post.trial.recipients.front().address, QStringLiteral("petra@example.org"));
    on.post.answer({false, QStringLiteral("535 no"), true});
    QVERIFY(samples::allText(*on.page).contains(QStringLiteral("The server does not let this account send: 535 no")));
    on.bureau.settle();
    QVERIFY(on.post.opened.empty());
}

void MailTest::savingKeepsTheAccountAndForgetsWhatWasTyped()
{
    SetUp on;
    on.enterAccount();
    auto* security = part<QComboBox>(*on.page, "security");
    security->setCurrentIndex(1);
    Q_EMIT security->activated(1);
    QCOMPARE(part<QSpinBox>(*on.page, "port")->value(), 465);
    QTest::keyClick(part<QLineEdit>(*on.page, "secret"), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(test::turnUntil([&] { return on.post.opened.size() == 3; })); // the first entry serves all
    QCOMPARE(on.post.opened.begin()->second.port, quint16(465));
    QCOMPARE(part<QLineEdit>(*on.page, "secret")->text(), QString());
    QVERIFY(!samples::allText(*on.page).contains(QStringLiteral("very secret")));
    QVERIFY(test::turnUntil([&] { return samples::allText(*on.page).contains(QStringLiteral("office@example.org by mail.example.org")); }));
}

void MailTest::aFlawIsSaidAndGoneTo()
{
    SetUp on;
    on.enterAccount();
    on.type("sender", "office");
    QTest::keyClick(part<QLineEdit>(*on.page, "host"), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(samples::allText(*on.page).contains(QStringLiteral("The sender's address cannot be used.")));
    QVERIFY(part<QLineEdit>(*on.page, "sender")->hasFocus());
    QVERIFY(part<QPushButton>(*on.page, "save")->isEnabled());
}

void MailTest::eachHouseSaysHowItWantsItsMessages()
{
    SetUp on;
    QVERIFY(!part<QWidget>(*on.page, "notesCard")->isVisible()); // that is nobody's
    auto* tenants = part<QListView>(*on.page, "tenants");
    tenants->setCurrentIndex(tenants->model()->index(1, 0));
    QVERIFY(part<QWidget>(*on.page, "notesCard")->isVisible());
    auto* delivery = part<QComboBox>(*on.page, "delivery");
    delivery->setCurrentIndex(2);
    Q_EMIT delivery->activated(2);
    on.type("house", "post@example.org");
    part<QPushButton>(*on.page, "saveNotes")->click();
    QVERIFY(test::turnUntil([&] { return samples::allText(*on.page).contains(QStringLiteral("Saved.")); }));
    QVERIFY(test::turnUntil([&] { return on.setup.connections()[1].notes.delivery == NoteDelivery::DailyDigest; }));
    QCOMPARE(on.setup.connections()[1].notes.houseAddress, QStringLiteral("post@example.org"));
}

void MailTest::whatWasRefusedIsCorrectedAndSentAgain()
{
    Outbox out;
    const QString said = samples::allText(*out.card);
    QVERIFY(said.contains(QStringLiteral("not delivered")));
    QVERIFY(said.contains(QStringLiteral("550 no such mailbox")));
    auto* address = part<QLineEdit>(*out.card, "address");
    QCOMPARE(address->text(), QStringLiteral("wrong@example.org"));
    address->setFocus();
    address->selectAll();
    QTest::keyClicks(address, QStringLiteral("right@example.org"));
    QTest::keyClick(address, Qt::Key_Return);
    QVERIFY(test::turnUntil([&] { return out.standing().state == domain::MailState::Waiting; }));
    QCOMPARE(out.standing().address, QStringLiteral("right@example.org"));
    QCOMPARE(out.post.pushes, 1);
}

void MailTest::whatIsNoAddressIsNotSent()
{
    Outbox out;
    auto* address = part<QLineEdit>(*out.card, "address");
    address->selectAll();
    QTest::keyClicks(address, QStringLiteral("nobody"));
    part<QPushButton>(*out.card, "again")->click();
    QVERIFY(test::turnUntil([&] { return samples::allText(*out.card).contains(QStringLiteral("This is no e-mail address.")); }));
    QCOMPARE(out.standing().state, domain::MailState::Failed);
}

void MailTest::aMailIsGivenUp()
{
    Outbox out;
    part<QPushButton>(*out.card, "dismiss")->click();
    QVERIFY(test::turnUntil([&] { return samples::allText(*out.card).contains(QStringLiteral("given up")); }));
    QVERIFY(!part<QPushButton>(*out.card, "again")->isEnabled());
}

void MailTest::copiesFollowThePersonUntilSomebodyTypes()
{
    TestBureau bureau;
    const auto begun = std::make_shared<desk::WordsBegun>();
    MailCopies copies(habits(NoteDelivery::AtOnce), bureau.practice, begun);
    domain::Person person = bureau.doctor;
    person.email = QStringLiteral("feld@example.org");
    QCOMPARE(part<QLineEdit>(copies, "to")->text(), QStringLiteral("house@example.org"));
    copies.setPerson(&person);
    QCOMPARE(part<QLineEdit>(copies, "to")->text(), QStringLiteral("feld@example.org"));
    QTest::keyClicks(part<QLineEdit>(copies, "to"), QStringLiteral("; b@example.org"));
    copies.setPerson(nullptr);
    QTest::keyClicks(part<QLineEdit>(copies, "copy"), QStringLiteral("c@example.org"));
    QVERIFY(copies.check());
    domain::Note note;
    note.callerName = QStringLiteral("T. Albers");
    note.text = QStringLiteral("bittet um Rückruf");
    const auto made = copies.copiesOf(note);
    QCOMPARE(made.delivery, NoteDelivery::AtOnce);
    QCOMPARE(made.mail.recipients.size(), size_t(3));
    QCOMPARE(made.mail.recipients[2].copy, true);
    QVERIFY(made.mail.text.contains(note.text));
    // The desk is made anew: what was typed is there, and nobody's address takes its place.
    MailCopies anew(habits(NoteDelivery::AtOnce), bureau.practice, begun);
    anew.setPerson(&person);
    anew.setPerson(nullptr);
    QVERIFY(anew.copiesOf(note).mail.recipients == made.mail.recipients);
    MailCopies none(habits(NoteDelivery::None), bureau.practice, std::make_shared<desk::WordsBegun>());
    QVERIFY(none.isHidden());
    QCOMPARE(none.copiesOf(note).delivery, NoteDelivery::None);
}

void MailTest::copiesToNoAddressHoldTheNoteBack()
{
    TestBureau bureau;
    MailCopies copies(habits(NoteDelivery::DailyDigest), bureau.practice, std::make_shared<desk::WordsBegun>());
    copies.show();
    part<QLineEdit>(copies, "to")->clear();
    QTest::keyClicks(part<QLineEdit>(copies, "to"), QStringLiteral("feld@"));
    QVERIFY(!copies.check());
    QVERIFY(samples::allText(copies).contains(QStringLiteral("This is no e-mail address: feld@")));
    part<QLineEdit>(copies, "to")->clear();
    QVERIFY(copies.check()); // nobody: not by e-mail
    QTest::keyClicks(part<QLineEdit>(copies, "copy"), QStringLiteral("c@example.org"));
    QVERIFY(!copies.check());
}

void MailTest::theCallerGetsItOnlyWhenAsked()
{
    TestBureau bureau;
    const samples::Desk desk = samples::practice();
    for (const bool wanted : {false, true}) {
        EmailForm form(desk.sheet.profile.concerns, QStringLiteral("Rezept"), QStringLiteral("de"));
        const auto begun = std::make_shared<desk::WordsBegun>();
        form.offerMail(bureau.practice, QStringLiteral("T. Albers"), QStringLiteral("albers@example.org"), begun);
        form.show();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        domain::Mail sent;
        int times = 0;
        connect(&form, &EmailForm::redirectDone, &form, [&](const QString&, const QString&, const domain::Mail& mail) {
            sent = mail;
            ++times;
        });
        part<QCheckBox>(form, "alsoSend")->setChecked(wanted);
        if (wanted) {
            part<QLineEdit>(form, "callerAddress")->setText(QStringLiteral("albers@"));
            QTest::keyClick(&form, Qt::Key_Return, Qt::ControlModifier);
            QCOMPARE(times, 0);
            QVERIFY(part<QLineEdit>(form, "callerAddress")->hasFocus());
            part<QLineEdit>(form, "callerAddress")->clear();
            QTest::keyClicks(part<QLineEdit>(form, "callerAddress"), QStringLiteral("thea@example.org"));
            EmailForm anew(desk.sheet.profile.concerns, QStringLiteral("Rezept"), QStringLiteral("de"));
            anew.offerMail(bureau.practice, QStringLiteral("T. Albers"), QStringLiteral("albers@example.org"), begun);
            QCOMPARE(part<QLineEdit>(anew, "callerAddress")->text(), QStringLiteral("thea@example.org"));
            QVERIFY(part<QCheckBox>(anew, "alsoSend")->isChecked());
        }
        QTest::keyClick(&form, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(times, 1);
        QCOMPARE(sent.recipients.size(), size_t(wanted ? 1 : 0));
        if (wanted) {
            QVERIFY(sent.text.contains(QStringLiteral("rezept@praxis-lindenplatz.example")));
            QCOMPARE(sent.replyTo, QStringLiteral("rezept@praxis-lindenplatz.example"));
        }
    }
}

void MailTest::everythingHasANameAndAKeyOfItsOwn()
{
    SetUp on;
    auto* tenants = part<QListView>(*on.page, "tenants");
    tenants->setCurrentIndex(tenants->model()->index(1, 0));
    Outbox out;
    TestBureau bureau;
    MailCopies copies(habits(NoteDelivery::AtOnce), bureau.practice, std::make_shared<desk::WordsBegun>());
    copies.show();
    for (const QWidget* part : std::initializer_list<const QWidget*>{on.page.get(), out.card.get(), &copies}) {
        const QStringList found = samples::nameless(*part);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QStringLiteral(", "))));
        const QStringList collisions = samples::mnemonicCollisions({part});
        QVERIFY2(collisions.isEmpty(), qPrintable(collisions.join(QStringLiteral(", "))));
    }
}

int main(int argc, char** argv)
{
    return samples::runGuiTest(argc, argv, [] { return std::make_unique<MailTest>(); });
}

#include "mail_test.moc"
