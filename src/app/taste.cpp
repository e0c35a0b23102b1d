#include "taste.h"

#include "vorzimmer/widgets/appearance.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace vorzimmer::app {

ports::SoundChoice Taste::soundChoice() const
{
    return {m_settings.value(QStringLiteral("sound/microphone")).toString(), m_settings.value(QStringLiteral("sound/loudspeaker")).toString(),
            m_settings.value(QStringLiteral("sound/ring")).toString(), m_settings.value(QStringLiteral("sound/notice")).toString()};
}

void Taste::setSoundChoice(const ports::SoundChoice& choice)
{
    m_settings.setValue(QStringLiteral("sound/microphone"), choice.microphone);
    m_settings.setValue(QStringLiteral("sound/loudspeaker"), choice.loudspeaker);
    m_settings.setValue(QStringLiteral("sound/ring"), choice.ring);
    m_settings.setValue(QStringLiteral("sound/notice"), choice.notice);
}

void dress(const QString& theme)
{
    const auto choice = theme == QStringLiteral("light")  ? widgets::ThemeChoice::Light
                        : theme == QStringLiteral("dark") ? widgets::ThemeChoice::Dark
                                                          : widgets::ThemeChoice::FollowDesktop;
    widgets::applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()), choice);
}

void speak(const QString& language)
{
    const bool asSystem = language.isEmpty() || language == QStringLiteral("auto");
    // The system's own locale may be a German one of Austria or Switzerland: keep its formats.
    const QLocale locale = asSystem || QLocale::system().name().startsWith(language) ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    auto* own = new QTranslator(QCoreApplication::instance());
    if (own->load(locale, QStringLiteral("vorzimmer"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(own);
    auto* standard = new QTranslator(QCoreApplication::instance());
    if (standard->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(standard);
}

} // namespace vorzimmer::app
