#include "hours_words.h"

#include <QHash>

#include <algorithm>
#include <optional>

namespace vorzimmer::domain {

namespace {

struct Meaning {
    HoursSign sign = HoursSign::Filler;
    DaySet days = 0;
    int hour = 0;
    std::optional<HoursFlaw> flaw;
};

using Dictionary = QHash<QString, Meaning>;

void teach(Dictionary& words, const char* list, const Meaning& meaning)
{
    for (const QString& word : QString::fromUtf8(list).split(u',', Qt::SkipEmptyParts))
        words.insert(word, meaning);
}

Dictionary learn()
{
    Dictionary words;
    const char* days[] = {"mo,mon,monday,mondays,montag,montags",
                          "di,die,dienstag,dienstags,tu,tue,tues,tuesday,tuesdays",
                          "mi,mit,mittwoch,mittwochs,we,wed,wednesday,wednesdays",
                          "do,don,donnerstag,donnerstags,th,thu,thur,thurs,thursday,thursdays",
                          "fr,fre,freitag,freitags,fri,friday,fridays",
                          "sa,sam,samstag,samstags,sonnabend,sonnabends,sat,saturday,saturdays",
                          "so,son,sonntag,sonntags,su,sun,sunday,sundays"};
    DaySet bit = 1;
    for (const char* names : days) {
        teach(words, names, {HoursSign::Days, bit, 0, {}});
        bit <<= 1;
    }
    constexpr DaySet weekend = 0x60;
    constexpr DaySet mondayToFriday = 0x1f;
    teach(words, "weekend,weekends,wochenende,wochenends", {HoursSign::Days, weekend, 0, {}});
    teach(words, "weekdays,weekday", {HoursSign::Days, mondayToFriday, 0, {}});
    teach(words, "daily,every day,täglich,taeglich,jeden tag,alle tage", {HoursSign::Days, wholeWeek, 0, {}});
    teach(words,
          "ph,holiday,holidays,public holiday,public holidays,bank holiday,bank holidays,feiertag,feiertage,feiertagen,feiertags,"
          "gesetzliche feiertage,gesetzlichen feiertagen",
          {HoursSign::Days, publicHolidays, 0, {}});
    teach(words, "closed,off,geschlossen,zu,ruhetag", {HoursSign::Closed, 0, 0, {}});
    teach(words, "24/7,24h,24 h,24 hours,24 stunden,all day,around the clock,rund um die uhr,durchgehend,ganztägig,ganztags",
          {HoursSign::AllDay, 0, 0, {}});
    teach(words, "bis,to,till,until,through", {HoursSign::Range, 0, 0, {}});
    teach(words, "und,and,sowie", {HoursSign::Comma, 0, 0, {}});
    teach(words, "a.m,a.m.", {HoursSign::Am, 0, 0, {}});
    teach(words, "pm,p.m,p.m.", {HoursSign::Pm, 0, 0, {}});
    teach(words, "am", {HoursSign::AmOrOn, 0, 0, {}});
    teach(words, "uhr,h,o'clock,o’clock", {HoursSign::Clock, 0, 0, {}});
    teach(words, "noon,mittag,mittags", {HoursSign::Time, 0, 12, {}});
    teach(words, "midnight,mitternacht", {HoursSign::Time, 0, 24, {}});
    teach(words, "von,from,an,on,at,the,den,jeweils,auch,also,open,geöffnet,offen", {});
    teach(words, "werktags,werktage,werktagen", {HoursSign::Filler, 0, 0, HoursFlaw::AmbiguousWord});
    teach(words,
          "ab,since,open end,sunrise,sunset,sh,school holidays,schulferien,ferien,week,kw,easter,ostern,jan,feb,mar,apr,may,jun,"
          "jul,aug,sep,oct,nov,dec,januar,februar,märz,april,mai,juni,juli,august,september,oktober,november,dezember,january,"
          "february,march,june,july,october,december",
          {HoursSign::Filler, 0, 0, HoursFlaw::NotSupported});
    return words;
}

const Dictionary& dictionary()
{
    static const Dictionary words = learn();
    return words;
}

/// Cuts the text into words from the left.
class Cutter {
public:
    explicit Cutter(const QString& text) : m_text(text) {}

    tl::expected<std::vector<HoursWord>, HoursMistake> cut()
    {
        while (m_at < m_text.size()) {
            const QChar sign = m_text[m_at];
            if (sign == u'\n')
                take({HoursSign::Break, 0, 0, {}}, 1);
            else if (sign.isSpace())
                ++m_at;
            else if (takePhrase() || takeTime() || takeSign())
                continue;
            else
                return tl::unexpected(m_mistake.value_or(HoursMistake{HoursFlaw::UnknownWord, m_at, lengthOfWord()}));
        }
        return std::move(m_words);
    }

private:
    HoursWord& take(const Meaning& meaning, qsizetype length)
    {
        m_words.push_back({meaning.sign, m_at, length, meaning.days, meaning.hour, 0});
        m_at += length;
        return m_words.back();
    }

    [[nodiscard]] bool endsAt(qsizetype position) const
    {
        return position >= m_text.size() || !m_text[position].isLetterOrNumber();
    }

    [[nodiscard]] qsizetype lengthOfWord() const
    {
        qsizetype length = 1;
        while (!endsAt(m_at + length) && m_text[m_at].isLetterOrNumber())
            ++length;
        return length;
    }

    /// The longest phrase of the dictionary that stands here, with the full stop of an abbreviation.
    bool takePhrase()
    {
        constexpr qsizetype longest = 24;
        for (qsizetype length = std::min(longest, m_text.size() - m_at); length > 0; --length) {
            if (!endsAt(m_at + length))
                continue;
            const auto found = dictionary().constFind(m_text.mid(m_at, length).toLower());
            if (found == dictionary().constEnd())
                continue;
            if (found->flaw) {
                m_mistake = HoursMistake{*found->flaw, m_at, length};
                return false;
            }
            take(*found, length);
            if (m_at < m_text.size() && m_text[m_at] == u'.')
                ++m_at;
            return true;
        }
        return false;
    }

    int digits(qsizetype& position, int most) const
    {
        int value = 0;
        for (int taken = 0; taken < most && position < m_text.size() && m_text[position].isDigit(); ++taken)
            value = value * 10 + m_text[position++].digitValue();
        return value;
    }

    /// 8, 08, 8:30, 8.30, 8h30
    bool takeTime()
    {
        if (!m_text[m_at].isDigit())
            return false;
        constexpr int mostHours = 24;
        constexpr int minutesAnHour = 60;
        qsizetype end = m_at;
        const int hour = digits(end, 2);
        int minute = 0;
        const bool more = end + 2 < m_text.size() && m_text[end + 1].isDigit() && m_text[end + 2].isDigit();
        if (more && (m_text[end] == u':' || m_text[end] == u'.' || m_text[end].toLower() == u'h')) {
            ++end;
            minute = digits(end, 2);
        }
        if (end < m_text.size() && m_text[end].isDigit())
            return refuse(HoursFlaw::NoSuchTime);
        // "24.12." is a day, and no hour.
        if (end < m_text.size() && m_text[end] == u'.' && m_text[end - 1].isDigit() && more)
            return refuse(HoursFlaw::NotSupported);
        if (hour > mostHours || minute >= minutesAnHour || (hour == mostHours && minute > 0))
            return refuse(HoursFlaw::NoSuchTime);
        HoursWord& word = take({HoursSign::Time, 0, hour, {}}, end - m_at);
        word.minute = minute;
        return true;
    }

    bool refuse(HoursFlaw flaw)
    {
        qsizetype end = m_at;
        while (end < m_text.size() && (m_text[end].isDigit() || m_text[end] == u':' || m_text[end] == u'.'))
            ++end;
        m_mistake = HoursMistake{flaw, m_at, end - m_at};
        return false;
    }

    bool takeSign()
    {
        if (m_mistake)
            return false;
        switch (m_text[m_at].unicode()) {
        case u'-':
        case u'–':
        case u'—': take({HoursSign::Range, 0, 0, {}}, 1); return true;
        case u',':
        case u'/':
        case u'+':
        case u'&': take({HoursSign::Comma, 0, 0, {}}, 1); return true;
        case u';': take({HoursSign::Break, 0, 0, {}}, 1); return true;
        case u':':
        case u'.': take({}, 1); return true;
        default: return false;
        }
    }

    const QString& m_text;
    qsizetype m_at = 0;
    std::vector<HoursWord> m_words;
    std::optional<HoursMistake> m_mistake;
};

} // namespace

tl::expected<std::vector<HoursWord>, HoursMistake> hoursWords(const QString& text)
{
    return Cutter(text).cut();
}

} // namespace vorzimmer::domain
