#include "vorzimmer/models/mail_letters.h"

#include "vorzimmer/domain/mail_address.h"
#include "vorzimmer/domain/question.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace vorzimmer::models {

using domain::Mail;
using domain::Note;
using domain::NoteFlag;
using domain::TenantEntry;

namespace {

/// Everything that letters say in one language. %1, %2 … as each of them uses them.
struct Tongue {
    QString greeting;
    QString farewell; ///< %1 = the house
    QString redirectSubject;
    QString redirectAbout; ///< %1 = what about
    QString redirectReply; ///< %1 = the address
    QString messageSubject; ///< %1 = who, %2 = what about
    QString urgent;
    QString nobody; ///< who said no name
    QString caller;
    QString company;
    QString number;
    QString concern;
    QString forWhom;
    QString taken; ///< %1 = when, %2 = by whom
    QString callBack;
    QString willCall;
    QString information;
    QString digestSubject; ///< %1 = how many, %2 = the day
    QString digestBegin;   ///< %1 = how many
    QString appointmentSubject; ///< %1 = what, %2 = when
    QString appointmentText;    ///< %1 = when
    QString movedText;          ///< %1 = when
    QString appointment;
    QString with; ///< %1 = who
    QString minutes; ///< %1 = how many
    QString calendarHint;
    QString cancelSubject; ///< %1 = what, %2 = when
    QString cancelText;    ///< %1 = when
    QString clock;         ///< %1 = time, %2 = the zone
    QString trialSubject;
    QString trialText;
};

const Tongue& german()
{
    static const Tongue words{
        u"Guten Tag,"_qs,
        u"Mit freundlichen Grüßen\n%1"_qs,
        u"Ihre Anfrage an %1"_qs,
        u"zu Ihrem Anliegen „%1“, wie am Telefon besprochen:"_qs,
        u"Die Adresse ist %1; Sie können auch einfach auf diese E-Mail antworten."_qs,
        u"Nachricht von %1: %2"_qs,
        u"DRINGEND"_qs,
        u"unbekannt"_qs,
        u"Anrufer"_qs,
        u"Firma"_qs,
        u"Rückruf"_qs,
        u"Anliegen"_qs,
        u"Für"_qs,
        u"Aufgenommen am %1 von %2"_qs,
        u"Bitte um Rückruf"_qs,
        u"Meldet sich wieder"_qs,
        u"Zur Kenntnis"_qs,
        u"%1 Nachricht(en) vom %2"_qs,
        u"seit der letzten Zusammenstellung: %1 Nachricht(en)."_qs,
        u"%1: %2"_qs,
        u"Ihr Termin ist gebucht: %1."_qs,
        u"Ihr Termin ist verlegt auf %1."_qs,
        u"Termin"_qs,
        u"Bei: %1"_qs,
        u"Dauer: %1 Minuten"_qs,
        u"Der Anhang trägt ihn in Ihren Kalender ein."_qs,
        u"Abgesagt: %1, %2"_qs,
        u"der Termin am %1 findet nicht statt."_qs,
        u"%1 Uhr (%2)"_qs,
        u"Probe: E-Mail aus dem Vorzimmer"_qs,
        u"Diese E-Mail zeigt, dass Vorzimmer von hier aus schreiben kann. Es ist nichts zu tun."_qs,
    };
    return words;
}

const Tongue& english()
{
    static const Tongue words{
        u"Hello,"_qs,
        u"Kind regards\n%1"_qs,
        u"Your enquiry to %1"_qs,
        u"about “%1”, as we said on the telephone:"_qs,
        u"The address is %1; you can also simply answer this e-mail."_qs,
        u"Message from %1: %2"_qs,
        u"URGENT"_qs,
        u"unknown"_qs,
        u"Caller"_qs,
        u"Company"_qs,
        u"Call back"_qs,
        u"Concern"_qs,
        u"For"_qs,
        u"Taken on %1 by %2"_qs,
        u"Please call back"_qs,
        u"Will call again"_qs,
        u"For information"_qs,
        u"%1 message(s) of %2"_qs,
        u"since the last summary: %1 message(s)."_qs,
        u"%1: %2"_qs,
        u"Your appointment is booked: %1."_qs,
        u"Your appointment has been moved to %1."_qs,
        u"Appointment"_qs,
        u"With: %1"_qs,
        u"Duration: %1 minutes"_qs,
        u"The attachment puts it into your calendar."_qs,
        u"Cancelled: %1, %2"_qs,
        u"the appointment on %1 will not take place."_qs,
        u"%1 (%2)"_qs,
        u"Trial: e-mail from the front office"_qs,
        u"This e-mail shows that Vorzimmer can write from here. There is nothing to do."_qs,
    };
    return words;
}

const Tongue& french()
{
    static const Tongue words = [] {
        Tongue own = english(); // what only the house reads stays so: no house of ours is French
        own.greeting = u"Bonjour,"_qs;
        own.farewell = u"Cordialement\n%1"_qs;
        own.redirectSubject = u"Votre demande à %1"_qs;
        own.redirectAbout = u"au sujet de « %1 », comme convenu au téléphone :"_qs;
        own.redirectReply = u"L’adresse est %1 ; vous pouvez aussi simplement répondre à ce courriel."_qs;
        own.appointmentText = u"Votre rendez-vous est réservé : %1."_qs;
        own.movedText = u"Votre rendez-vous est déplacé : %1."_qs;
        own.appointment = u"Rendez-vous"_qs;
        own.with = u"Avec : %1"_qs;
        own.minutes = u"Durée : %1 minutes"_qs;
        own.calendarHint = u"La pièce jointe l’inscrit dans votre agenda."_qs;
        own.cancelSubject = u"Annulé : %1, %2"_qs;
        own.cancelText = u"le rendez-vous du %1 n’aura pas lieu."_qs;
        return own;
    }();
    return words;
}

QString primary(const QString& bcp47)
{
    return bcp47.section(QLatin1Char('-'), 0, 0).toLower();
}

const Tongue& tongue(const QString& language)
{
    if (primary(language) == QStringLiteral("de"))
        return german();
    return primary(language) == QStringLiteral("fr") ? french() : english();
}

QLocale localeOf(const QString& language)
{
    const QString first = primary(language);
    return QLocale(first == QStringLiteral("de") || first == QStringLiteral("fr") ? first : QStringLiteral("en_GB"));
}

QString houseName(const TenantEntry& house)
{
    return house.answerAs.isEmpty() ? house.name : house.answerAs;
}

/// "Dienstag, 15. September 2026, 10:30 Uhr (Europe/Berlin)"
QString whenText(const QDateTime& moment, const TenantEntry& house, const QString& language)
{
    const QDateTime local = moment.toTimeZone(house.zone);
    const QLocale locale = localeOf(language);
    return locale.toString(local.date(), QLocale::LongFormat) + QStringLiteral(", ") +
           tongue(language).clock.arg(locale.toString(local.time(), QLocale::ShortFormat), QString::fromLatin1(house.zone.id()));
}

QString letterText(const QStringList& paragraphs, const TenantEntry& house, const Tongue& words)
{
    QStringList all{words.greeting};
    all += paragraphs;
    all << words.farewell.arg(houseName(house));
    return all.join(QStringLiteral("\n\n")) + QLatin1Char('\n');
}

QString noteText(const Note& note, const TenantEntry& house, const Tongue& words)
{
    QStringList lines;
    const auto field = [&lines](const QString& label, const QString& value) {
        if (!value.trimmed().isEmpty())
            lines << label + QStringLiteral(": ") + value.trimmed();
    };
    if (note.flags.testFlag(NoteFlag::Urgent))
        lines << words.urgent;
    field(words.caller, note.callerName);
    field(words.company, note.company);
    field(words.number, note.callbackNumber);
    field(words.concern, note.concern);
    field(words.forWhom, note.forName);
    for (const auto& [flag, text] : {std::pair{NoteFlag::PleaseCallBack, words.callBack}, {NoteFlag::WillCallAgain, words.willCall},
                                     {NoteFlag::ForInformation, words.information}}) {
        if (note.flags.testFlag(flag))
            lines << text;
    }
    if (!note.answers.empty())
        lines << QString();
    for (const domain::Answer& answer : note.answers)
        lines << domain::answerLine(answer);
    if (!note.text.trimmed().isEmpty())
        lines << QString() << note.text.trimmed();
    const QDateTime at = note.finishedAt.isValid() ? note.finishedAt : note.createdAt;
    lines << QString() << words.taken.arg(whenText(at, house, house.language), note.authorName);
    return lines.join(QLatin1Char('\n'));
}

QString slotName(const domain::Slot& slot, const Tongue& words)
{
    return slot.kind.isEmpty() ? words.appointment : slot.kind;
}

} // namespace

Mail MailLetters::redirect(const domain::Concern& concern, const QString& said, const TenantEntry& house, const QString& language)
{
    const Tongue& words = tongue(language);
    Mail mail;
    mail.subject = words.redirectSubject.arg(houseName(house));
    mail.replyTo = domain::mailAddress(concern.email);
    mail.text = letterText({words.redirectAbout.arg(concern.name), said, words.redirectReply.arg(mail.replyTo)}, house, words);
    return mail;
}

Mail MailLetters::message(const Note& note, const TenantEntry& house)
{
    const Tongue& words = tongue(house.language);
    const QString who = !note.callerName.trimmed().isEmpty() ? note.callerName : !note.company.trimmed().isEmpty() ? note.company : words.nobody;
    const QString about = note.concern.trimmed().isEmpty() ? note.text.simplified().left(60) : note.concern;
    Mail mail;
    mail.subject = words.messageSubject.arg(who, about);
    if (note.flags.testFlag(NoteFlag::Urgent))
        mail.subject.prepend(words.urgent + QStringLiteral(": "));
    mail.text = noteText(note, house, words) + QLatin1Char('\n');
    return mail;
}

Mail MailLetters::digest(const ports::DigestShare& share, const TenantEntry& house)
{
    const Tongue& words = tongue(house.language);
    const QString count = QString::number(share.notes.size());
    const QDateTime last = share.notes.back().finishedAt.toTimeZone(house.zone);
    Mail mail;
    mail.subject = words.digestSubject.arg(count, localeOf(house.language).toString(last.date(), QLocale::ShortFormat));
    QStringList parts{words.greeting + QStringLiteral("\n\n") + words.digestBegin.arg(count)};
    for (const Note& note : share.notes)
        parts << noteText(note, house, words);
    mail.text = parts.join(QStringLiteral("\n\n----------------------------------------\n\n")) + QLatin1Char('\n');
    return mail;
}

Mail MailLetters::appointment(const domain::Slot& slot, const QString& with, bool moved, const TenantEntry& house, const QString& language)
{
    const Tongue& words = tongue(language);
    const QString when = whenText(slot.start, house, language);
    QStringList facts{slotName(slot, words)};
    if (!with.isEmpty())
        facts << words.with.arg(with);
    facts << words.minutes.arg(slot.minutes);
    Mail mail;
    mail.subject = words.appointmentSubject.arg(slotName(slot, words), when);
    mail.text = letterText({(moved ? words.movedText : words.appointmentText).arg(when), facts.join(QLatin1Char('\n')), words.calendarHint},
                           house, words);
    mail.appointment.emplace();
    mail.appointment->summary = slotName(slot, words) + QStringLiteral(" – ") + houseName(house);
    return mail;
}

Mail MailLetters::cancellation(const domain::Slot& slot, const TenantEntry& house, const QString& language)
{
    const Tongue& words = tongue(language);
    const QString when = whenText(slot.start, house, language);
    Mail mail;
    mail.subject = words.cancelSubject.arg(slotName(slot, words), when);
    mail.text = letterText({words.cancelText.arg(when)}, house, words);
    return mail;
}

Mail MailLetters::trial(const QString& to, const QString& language)
{
    Mail mail;
    mail.subject = tongue(language).trialSubject;
    mail.text = tongue(language).trialText + QLatin1Char('\n');
    mail.recipients = {{domain::mailAddress(to), QString()}};
    return mail;
}

WrittenAddresses addressesIn(const QString& written)
{
    static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
    WrittenAddresses found;
    for (const QString& one : written.split(between, Qt::SkipEmptyParts)) {
        const QString address = domain::mailAddress(one);
        if (address.isEmpty())
            found.bad << one;
        else if (std::find(found.good.begin(), found.good.end(), address) == found.good.end())
            found.good.push_back(address);
    }
    return found;
}

} // namespace vorzimmer::models
