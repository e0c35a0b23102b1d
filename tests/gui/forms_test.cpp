#include "clamp_label.h"
#include "email_form.h"
#include "gui_checks.h"
#include "key_button.h"
#include "message_form.h"
#include "put_through_form.h"
#include "question_fields.h"
#include "reading_view.h"
#include "row_list.h"
#include "sample_desk.h"
#include "spelling_board.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QtTest>

using namespace vorzimmer;
using namespace vorzimmer::widgets;
using samples::part;

namespace {

struct Message {
    samples::Desk desk = samples::practice();
    MessageForm form{desk.note, desk.sheet.people, desk.sheet.profile.concerns, samples::readNumber};
    QSignalSpy edited{&form, &MessageForm::edited};
    QSignalSpy finished{&form, &MessageForm::finishRequested};

    Message()
    {
        form.show();
        (void)QTest::qWaitForWindowActive(&form);
    }
    [[nodiscard]] domain::Note last() const { return edited.back().front().value<domain::Note>(); }
    [[nodiscard]] QPlainTextEdit* text() const { return part<QPlainTextEdit>(form, "text"); }
    [[nodiscard]] QLineEdit* number() const { return part<QLineEdit>(form, "number"); }
};

} // namespace

class FormsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNoteIsPrefilled();
    void everyChangeGoesOutAtOnce();
    void finishingTwiceIsOnce();
    void flawsAreSaidBesideTheField();
    void anEmptyNoteIsNoMistakeUntilFinished();
    void aLateCallerDoesNotOverwriteTypedWords();
    void aHugeNoteIsTakenAndATooHugeOneRefused();
    void aFailedFinishOpensTheFormAgain();
    void aPersonWhoLeftKeepsTheNotesName();
    void questionsFollowTheConcernAndKeepWhatWasTyped();
    void aMessageIsNotFinishedWhileAnAnswerIsMissing();
    void enterPutsThroughToTheSelected();
    void anyReadableNumberCanBePutThrough();
    void aFailedTransferOpensTheFormAgain();
    void aNumberThatLeadsBackIsRefused();
    void withoutFurtherNumbersOnlyTheChosenOneIsTried();
    void announcingNeedsATelephoneThatCan();
    void aConsultationIsLedByKeys();
    void theRecommendedPersonIsSelected();
    void theAddressIsReadOutAndSpelled();
    void referringTwiceIsOnce();
    void aHouseWithoutEmailTeaches();
    void everythingFocusableHasAName();
};

void FormsTest::theNoteIsPrefilled()
{
    const Message m;
    QCOMPARE(part<QLineEdit>(m.form, "callerName")->text(), QStringLiteral("Tina Albers"));
    QCOMPARE(m.number()->text(), QStringLiteral("0176 55501187"));
    QCOMPARE(part<QComboBox>(m.form, "concern")->currentText(), QStringLiteral("Befund"));
    QCOMPARE(part<QComboBox>(m.form, "forPerson")->currentText(), QStringLiteral("Dr. Maren Brandt"));
    QVERIFY(part<QCheckBox>(m.form, "pleaseCallBack")->isChecked());
    QVERIFY(!part<QCheckBox>(m.form, "urgent")->isChecked());
    QVERIFY(m.text()->toPlainText().startsWith(QStringLiteral("Fragt nach dem Befund")));
    QVERIFY2(m.edited.isEmpty(), "filling in is not typing");
}

void FormsTest::everyChangeGoesOutAtOnce()
{
    const Message m;
    QTest::keyClick(m.text(), Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(m.text(), QStringLiteral("!?"));
    QCOMPARE(m.edited.count(), 2);
    QVERIFY(m.last().text.endsWith(QStringLiteral("!?")));
    part<QCheckBox>(m.form, "urgent")->click();
    QVERIFY(m.last().flags.testFlag(domain::NoteFlag::Urgent));
    part<QComboBox>(m.form, "forPerson")->setCurrentIndex(0);
    QVERIFY(m.last().forPerson.isNull());
    QVERIFY(m.last().forName.isEmpty());
    part<QComboBox>(m.form, "forPerson")->setCurrentIndex(2);
    QCOMPARE(m.last().forPerson, m.desk.sheet.people[1].id);
    QCOMPARE(m.last().forName, m.desk.sheet.people[1].name);
    QCOMPARE(m.last().id, m.desk.note.id);
}

void FormsTest::finishingTwiceIsOnce()
{
    const Message m;
    m.text()->setFocus();
    for (int press = 0; press < 3; ++press)
        QTest::keyClick(m.text(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m.finished.count(), 1);
    QVERIFY(m.text()->isReadOnly());
    QVERIFY(!part<KeyButton>(m.form, "finish")->isEnabled());
}

void FormsTest::flawsAreSaidBesideTheField()
{
    const Message m;
    auto* flaw = part<ClampLabel>(m.form, "numberFlaw");
    QVERIFY(!flaw->isVisible());
    m.number()->selectAll();
    QTest::keyClicks(m.number(), QStringLiteral("acht drei"));
    QVERIFY(flaw->isVisible());
    QVERIFY(flaw->text().contains(QStringLiteral("no telephone number")));
    QCOMPARE(m.number()->accessibleDescription(), flaw->text());
    m.text()->setFocus();
    QTest::keyClick(m.text(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m.finished.count(), 0);
    QVERIFY(m.number()->hasFocus());
    m.number()->selectAll();
    QTest::keyClick(m.number(), Qt::Key_Delete);
    QVERIFY(flaw->text().contains(QStringLiteral("which number")));
    QTest::keyClicks(m.number(), QStringLiteral("030 123456"));
    QVERIFY(!flaw->isVisible());
    QTest::keyClick(m.number(), Qt::Key_Enter, Qt::ControlModifier | Qt::KeypadModifier);
    QCOMPARE(m.finished.count(), 1);
}

void FormsTest::anEmptyNoteIsNoMistakeUntilFinished()
{
    MessageForm form(domain::Note{}, {}, {}, samples::readNumber);
    form.show();
    QVERIFY(QTest::qWaitForWindowActive(&form));
    auto* flaw = part<ClampLabel>(form, "textFlaw");
    QSignalSpy finished(&form, &MessageForm::finishRequested);
    QVERIFY(!flaw->isVisible());
    part<KeyButton>(form, "finish")->click();
    QCOMPARE(finished.count(), 0);
    QVERIFY(flaw->isVisible());
    auto* text = part<QPlainTextEdit>(form, "text");
    QVERIFY(text->hasFocus());
    QTest::keyClicks(text, QStringLiteral("x"));
    QVERIFY(!flaw->isVisible());
}

void FormsTest::aLateCallerDoesNotOverwriteTypedWords()
{
    Message m;
    auto* name = part<QLineEdit>(m.form, "callerName");
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("Frau Albers"));
    domain::Note known = m.form.note();
    known.callerName = QStringLiteral("Jonas Albers");
    known.company = QStringLiteral("Albers GmbH");
    m.edited.clear();
    m.form.prefill(known);
    QCOMPARE(name->text(), QStringLiteral("Frau Albers"));
    QCOMPARE(part<QLineEdit>(m.form, "company")->text(), QStringLiteral("Albers GmbH"));
    QCOMPARE(m.form.note().callerName, QStringLiteral("Frau Albers"));
    QCOMPARE(m.form.note().company, QStringLiteral("Albers GmbH"));
    QCOMPARE(m.edited.count(), 0);
}

void FormsTest::aHugeNoteIsTakenAndATooHugeOneRefused()
{
    const Message m;
    m.text()->setPlainText(QString(domain::maxNoteText, QLatin1Char('x')));
    QCOMPARE(m.last().text.size(), domain::maxNoteText);
    QVERIFY(!part<ClampLabel>(m.form, "textFlaw")->isVisible());
    m.text()->appendPlainText(QStringLiteral("y"));
    QVERIFY(part<ClampLabel>(m.form, "textFlaw")->text().contains(QStringLiteral("100,000")));
    part<KeyButton>(m.form, "finish")->click();
    QCOMPARE(m.finished.count(), 0);
}

void FormsTest::aFailedFinishOpensTheFormAgain()
{
    Message m;
    part<KeyButton>(m.form, "finish")->click();
    m.form.showFinishFailed({domain::Fault::StorageFull, {}, {}});
    QVERIFY(!m.text()->isReadOnly());
    QVERIFY(part<ClampLabel>(m.form, "saved")->text().contains(QStringLiteral("disk is full")));
    part<KeyButton>(m.form, "finish")->click();
    QCOMPARE(m.finished.count(), 2);
    m.form.showFinished();
    QVERIFY(m.text()->isReadOnly());
    QCOMPARE(part<KeyButton>(m.form, "finish")->text(), QStringLiteral("Finished"));
    m.form.showSaved(samples::now());
    QVERIFY(part<ClampLabel>(m.form, "saved")->text().contains(QStringLiteral("10:42:07")));
}

void FormsTest::aPersonWhoLeftKeepsTheNotesName()
{
    domain::Note note = samples::practice().note;
    note.forPerson = domain::PersonId(QUuid::createUuid());
    note.forName = QStringLiteral("Dr. Alt");
    const MessageForm form(note, samples::practice().sheet.people, {}, samples::readNumber);
    QCOMPARE(part<QComboBox>(form, "forPerson")->currentText(), QStringLiteral("Dr. Alt"));
    part<QCheckBox>(form, "urgent")->click();
    QCOMPARE(form.note().forName, QStringLiteral("Dr. Alt"));
}

void FormsTest::questionsFollowTheConcernAndKeepWhatWasTyped()
{
    using domain::QuestionKind;
    const std::vector<domain::Concern> concerns{
        {QStringLiteral("Rezept"), {}, {}, {QStringLiteral("Medikament")}, {{QStringLiteral("Born?"), QuestionKind::Date, true}, {QStringLiteral("Which?")}}},
        {QStringLiteral("Termin"), {}, {}, {}, {{QStringLiteral("How urgent?"), QuestionKind::Choice, false, {QStringLiteral("today"), QStringLiteral("later")}}}}};
    domain::Note note;
    note.concern = QStringLiteral("Medikament");
    note.answers = {{QStringLiteral("Which?"), QStringLiteral("Aspirin")}};
    MessageForm form(note, {}, concerns, samples::readNumber);
    form.show();
    QVERIFY(QTest::qWaitForWindowActive(&form));
    QSignalSpy edited(&form, &MessageForm::edited);
    auto* questions = form.findChild<QuestionFields*>();
    QCOMPARE(questions->fields().size(), size_t(2));
    form.focusFirst();
    auto* born = qobject_cast<QLineEdit*>(questions->fields()[0]);
    QVERIFY(born->hasFocus());
    QCOMPARE(born->accessibleName(), QStringLiteral("Born? (must be answered)"));
    QTest::keyClicks(born, QStringLiteral("2026-01-02"));
    const auto last = edited.back().front().value<domain::Note>();
    QCOMPARE(last.answers.size(), size_t(2));
    QCOMPARE(last.answers[0].text, QStringLiteral("2026-01-02"));
    QCOMPARE(last.answers[1].text, QStringLiteral("Aspirin"));
    QTest::keyClick(born, Qt::Key_Tab);
    QVERIFY(questions->fields()[1]->hasFocus());
    QTest::keyClick(questions->fields()[1], Qt::Key_Tab);
    QVERIFY(part<QPlainTextEdit>(form, "text")->hasFocus());

    form.setConcern(QStringLiteral("Termin"));
    QCOMPARE(questions->fields().size(), size_t(1));
    QCOMPARE(form.note().answers.size(), size_t(2)); // what the caller has said stays with the note
    form.setConcern(QStringLiteral("Rezept"));
    QCOMPARE(qobject_cast<QLineEdit*>(questions->fields()[0])->text(), QStringLiteral("2026-01-02"));
    QTRY_VERIFY(questions->fields()[0]->isVisible());
    questions->fields()[0]->setFocus();
    form.setDemanded({QStringLiteral("Since when?")});
    QCOMPARE(questions->fields().size(), size_t(3));
    QVERIFY(form.focusWidget());
    QCOMPARE(form.focusWidget()->accessibleName(), QStringLiteral("Born? (must be answered)")); // whoever is typing there goes on
}

void FormsTest::aMessageIsNotFinishedWhileAnAnswerIsMissing()
{
    const std::vector<domain::Concern> concerns{
        {QStringLiteral("Rezept"), {}, {}, {}, {{QStringLiteral("How many?"), domain::QuestionKind::Number, true}}}};
    domain::Note note;
    note.concern = QStringLiteral("Rezept");
    MessageForm form(note, {}, concerns, samples::readNumber);
    form.show();
    QVERIFY(QTest::qWaitForWindowActive(&form));
    QSignalSpy finished(&form, &MessageForm::finishRequested);
    auto* many = qobject_cast<QLineEdit*>(form.findChild<QuestionFields*>()->fields()[0]);
    part<QPlainTextEdit>(form, "text")->setFocus();
    QTest::keyClick(&form, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(finished.count(), 0);
    QVERIFY(many->hasFocus());
    QVERIFY(many->accessibleDescription().contains(QStringLiteral("wants to know")));
    QTest::keyClicks(many, QStringLiteral("a few"));
    QVERIFY(many->accessibleDescription().contains(QStringLiteral("no number")));
    many->selectAll();
    QTest::keyClicks(many, QStringLiteral("3"));
    QVERIFY(many->accessibleDescription().isEmpty());
    QTest::keyClick(&form, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(finished.count(), 1);
    QVERIFY(many->isReadOnly());
}

void FormsTest::enterPutsThroughToTheSelected()
{
    const samples::Desk desk = samples::practice();
    PutThroughForm form(desk.sheet.people, {}, QTimeZone("Europe/Berlin"), desk.facts);
    form.show();
    QSignalSpy asked(&form, &PutThroughForm::putThroughRequested);
    auto* targets = part<RowList>(form, "targets");
    form.focusTargets();
    QCOMPARE(targets->model()->rowCount(), 4);
    QTest::keyClick(targets, Qt::Key_Down);
    QTest::keyClick(targets, Qt::Key_Return);
    QTest::keyClick(targets, Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    const auto steps = asked[0][0].value<std::vector<domain::RingStep>>();
    QCOMPARE(steps.front().person, desk.sheet.people[0].id);
    QCOMPARE(steps.front().number, desk.sheet.people[0].numbers[1]);
    QVERIFY(steps.size() > 1);
    QCOMPARE(asked[0][1].value<domain::TransferManner>(), domain::TransferManner::Blind);
}

void FormsTest::anyReadableNumberCanBePutThrough()
{
    const samples::Desk desk = samples::practice();
    PutThroughForm form({}, {}, QTimeZone("Europe/Berlin"), desk.facts);
    form.show();
    QSignalSpy asked(&form, &PutThroughForm::putThroughRequested);
    auto* other = part<QLineEdit>(form, "other");
    auto* flaw = part<ClampLabel>(form, "otherFlaw");
    QVERIFY(part<ClampLabel>(form, "empty")->isVisible());
    QVERIFY(!part<KeyButton>(form, "putThrough")->isEnabled());
    QTest::keyClicks(other, QStringLiteral("12"));
    QVERIFY(flaw->isVisible());
    QTest::keyClick(other, Qt::Key_Return);
    QCOMPARE(asked.count(), 0);
    other->clear();
    QTest::keyClicks(other, QStringLiteral("030/12 34 56"));
    QVERIFY(!flaw->isVisible());
    QTest::keyClick(other, Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    const auto steps = asked[0][0].value<std::vector<domain::RingStep>>();
    QCOMPARE(steps.size(), 1U);
    QVERIFY(steps.front().person.isNull());
    QCOMPARE(steps.front().number.number.e164(), QStringLiteral("+4930123456"));
}

void FormsTest::aNumberThatLeadsBackIsRefused()
{
    samples::Desk desk = samples::practice();
    desk.facts.leadingBack = {domain::PhoneNumber::fromE164(QStringLiteral("+4930123456")), desk.sheet.people[0].numbers[0].number};
    PutThroughForm form(desk.sheet.people, {}, QTimeZone("Europe/Berlin"), desk.facts);
    form.show();
    QSignalSpy asked(&form, &PutThroughForm::putThroughRequested);
    auto* other = part<QLineEdit>(form, "other");
    QTest::keyClicks(other, QStringLiteral("030/12 34 56"));
    QVERIFY(part<ClampLabel>(form, "otherFlaw")->text().contains(QStringLiteral("forwarded")));
    QTest::keyClick(other, Qt::Key_Return);
    QCOMPARE(asked.count(), 0);
    other->clear();
    part<RowList>(form, "targets")->setCurrentIndex(part<RowList>(form, "targets")->model()->index(0, 0));
    part<KeyButton>(form, "putThrough")->click();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].value<std::vector<domain::RingStep>>().front().number, desk.sheet.people[0].numbers[1]);
}

void FormsTest::withoutFurtherNumbersOnlyTheChosenOneIsTried()
{
    const samples::Desk desk = samples::practice();
    PutThroughForm form(desk.sheet.people, {}, QTimeZone("Europe/Berlin"), desk.facts);
    form.show();
    QSignalSpy asked(&form, &PutThroughForm::putThroughRequested);
    part<QCheckBox>(form, "chain")->click();
    part<KeyButton>(form, "putThrough")->click();
    QCOMPARE(asked[0][0].value<std::vector<domain::RingStep>>().size(), 1U);
}

void FormsTest::announcingNeedsATelephoneThatCan()
{
    samples::Desk desk = samples::practice();
    desk.facts.state = ports::CallState::Active;
    PutThroughForm form(desk.sheet.people, {}, QTimeZone("Europe/Berlin"), desk.facts);
    form.show();
    QSignalSpy asked(&form, &PutThroughForm::putThroughRequested);
    form.focusTargets();
    auto* targets = part<RowList>(form, "targets");
    QVERIFY(part<KeyButton>(form, "announce")->isHidden());
    QTest::keyClick(targets, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(asked.count(), 0);
    using ports::Capability;
    form.setCall(ports::CallState::Active, Capability::Hold | Capability::Dial | Capability::AttendedTransfer);
    QVERIFY(part<KeyButton>(form, "announce")->isVisible());
    QVERIFY(QTest::qWaitForWindowActive(&form));
    QTest::keyClick(targets, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][1].value<domain::TransferManner>(), domain::TransferManner::Announced);
}

void FormsTest::aConsultationIsLedByKeys()
{
    const samples::Desk desk = samples::practice();
    PutThroughForm form(desk.sheet.people, {}, QTimeZone("Europe/Berlin"), desk.facts);
    form.show();
    QVERIFY(QTest::qWaitForWindowActive(&form));
    form.focusTargets();
    domain::TransferStatus status;
    status.manner = domain::TransferManner::Announced;
    status.stage = domain::TransferStage::Ringing;
    status.step = {desk.sheet.people[0].id, desk.sheet.people[0].name, desk.sheet.people[0].numbers[0]};
    status.hasNext = true;
    form.showTransfer(status);
    QVERIFY(part<QWidget>(form, "choice")->isHidden());
    QVERIFY(part<KeyButton>(form, "next")->isVisible());
    QVERIFY(!part<KeyButton>(form, "join")->isVisible());
    QCOMPARE(form.focusWidget(), part<QWidget>(form, "giveUp"));
    QSignalSpy next(&form, &PutThroughForm::nextNumberRequested);
    QTest::keyClick(form.focusWidget(), Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(next.count(), 1);

    status.stage = domain::TransferStage::Consulting;
    form.showTransfer(status);
    QSignalSpy join(&form, &PutThroughForm::joinRequested);
    QSignalSpy swap(&form, &PutThroughForm::swapRequested);
    QVERIFY(part<ClampLabel>(form, "target")->text().contains(desk.sheet.people[0].name));
    part<KeyButton>(form, "swap")->click();
    QCOMPARE(swap.count(), 1);
    QTest::keyClick(form.focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(join.count(), 1);
}

void FormsTest::aFailedTransferOpensTheFormAgain()
{
    const samples::Desk desk = samples::practice();
    PutThroughForm form(desk.sheet.people, {}, QTimeZone("Europe/Berlin"), desk.facts);
    form.show();
    QSignalSpy asked(&form, &PutThroughForm::putThroughRequested);
    auto* button = part<KeyButton>(form, "putThrough");
    button->click();
    QVERIFY(!button->isEnabled());
    domain::TransferStatus status;
    status.step = {desk.sheet.people[0].id, desk.sheet.people[0].name, desk.sheet.people[0].numbers[0]};
    status.stage = domain::TransferStage::Ringing;
    status.rings = true;
    form.showTransfer(status);
    QVERIFY(part<ClampLabel>(form, "stage")->text().startsWith(QStringLiteral("It rings")));
    QVERIFY(!button->isVisible());
    domain::TransferAttempt attempt;
    attempt.outcome = domain::AttemptOutcome::Busy;
    status.attempts = {attempt};
    status.stage = domain::TransferStage::CameBack;
    form.showTransfer(status);
    QVERIFY(part<ClampLabel>(form, "progress")->text().contains(QStringLiteral("busy")));
    QVERIFY(button->isVisible() && button->isEnabled());
    button->click();
    QCOMPARE(asked.count(), 2);
    status.stage = domain::TransferStage::Succeeded;
    form.showTransfer(status);
    button->click();
    QCOMPARE(asked.count(), 2);
}

void FormsTest::theRecommendedPersonIsSelected()
{
    const samples::Desk desk = samples::practice();
    PutThroughForm form(desk.sheet.people, desk.sheet.people[2].id, QTimeZone("Europe/Berlin"), desk.facts);
    auto* targets = part<RowList>(form, "targets");
    QCOMPARE(targets->currentIndex().row(), 3);
    form.setPreferred({});
    QCOMPARE(targets->currentIndex().row(), 0);
    QVERIFY(part<ClampLabel>(form, "progress")->text().contains(QStringLiteral("030 55501211")));
}

void FormsTest::theAddressIsReadOutAndSpelled()
{
    const samples::Desk desk = samples::practice();
    EmailForm form(desk.sheet.profile.concerns, QStringLiteral("Abrechnung"), QStringLiteral("de"));
    QCOMPARE(part<QComboBox>(form, "concern")->count(), 3);
    QCOMPARE(part<ClampLabel>(form, "address")->text(), QStringLiteral("abrechnung@praxis-lindenplatz.example"));
    QVERIFY(part<SpellingBoard>(form, "spelling")->accessibleName().startsWith(QStringLiteral("Spelled: Aachen, Berlin, Rostock")));
    QVERIFY(part<ReadingView>(form, "wording")->toPlainText().startsWith(QStringLiteral("Bitte schreiben Sie")));
    form.setLanguage(QStringLiteral("en"));
    QVERIFY(part<SpellingBoard>(form, "spelling")->accessibleName().startsWith(QStringLiteral("Spelled: Alfa, Bravo, Romeo")));
    form.setConcern(QStringLiteral("Rezept"));
    QCOMPARE(part<ClampLabel>(form, "address")->text(), QStringLiteral("rezept@praxis-lindenplatz.example"));
    form.setConcern(QStringLiteral("Befund"));
    QCOMPARE(part<ClampLabel>(form, "address")->text(), QStringLiteral("rezept@praxis-lindenplatz.example"));

    EmailForm own({{QStringLiteral("Press"), QStringLiteral("p@example.org"), QStringLiteral("<i>Kindly</i> write to p@example.org.")}}, {}, {});
    QCOMPARE(part<ReadingView>(own, "wording")->toPlainText(), QStringLiteral("<i>Kindly</i> write to p@example.org."));
}

void FormsTest::referringTwiceIsOnce()
{
    const samples::Desk desk = samples::practice();
    EmailForm form(desk.sheet.profile.concerns, QStringLiteral("Rezept"), QStringLiteral("de"));
    form.show();
    QVERIFY(QTest::qWaitForWindowActive(&form));
    QSignalSpy done(&form, &EmailForm::redirectDone);
    form.focusConcern();
    QTest::keyClick(part<QComboBox>(form, "concern"), Qt::Key_Return, Qt::ControlModifier);
    part<KeyButton>(form, "done")->click();
    QCOMPARE(done.count(), 1);
    QCOMPARE(done[0][0].toString(), QStringLiteral("rezept@praxis-lindenplatz.example"));
    QCOMPARE(done[0][1].toString(), QStringLiteral("Rezept"));
}

void FormsTest::aHouseWithoutEmailTeaches()
{
    EmailForm form({{QStringLiteral("Befund"), {}, {}}}, QStringLiteral("Befund"), QStringLiteral("de"));
    form.show();
    QVERIFY(QTest::qWaitForWindowActive(&form));
    QSignalSpy done(&form, &EmailForm::redirectDone);
    QVERIFY(part<ClampLabel>(form, "empty")->isVisible());
    QVERIFY(!part<KeyButton>(form, "done")->isVisible());
    QTest::keyClick(&form, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(done.count(), 0);
}

void FormsTest::everythingFocusableHasAName()
{
    const samples::Desk desk = samples::practice();
    const MessageForm message(desk.note, desk.sheet.people, desk.sheet.profile.concerns, samples::readNumber);
    const PutThroughForm putThrough(desk.sheet.people, {}, QTimeZone("Europe/Berlin"), desk.facts);
    const EmailForm email(desk.sheet.profile.concerns, {}, QStringLiteral("de"));
    for (const QWidget* form : std::initializer_list<const QWidget*>{&message, &putThrough, &email}) {
        const QStringList found = samples::nameless(*form);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QStringLiteral(", "))));
    }
}

int main(int argc, char** argv)
{
    return samples::runGuiTest(argc, argv, [] { return std::make_unique<FormsTest>(); });
}

#include "forms_test.moc"
