#pragma once

#include "vorzimmer/ports/sound_setup.h"

#include <QByteArray>
#include <QSettings>
#include <QString>

namespace vorzimmer::app {

/// How this computer's user likes the program to look. Kept outside the bureau's files: it is known before they are open.
class Taste {
public:
    [[nodiscard]] QString theme() const { return m_settings.value(QStringLiteral("theme")).toString(); }
    void setTheme(const QString& theme) { m_settings.setValue(QStringLiteral("theme"), theme); }
    [[nodiscard]] QString language() const { return m_settings.value(QStringLiteral("language")).toString(); }
    void setLanguage(const QString& language) { m_settings.setValue(QStringLiteral("language"), language); }
    [[nodiscard]] QByteArray layout() const { return m_settings.value(QStringLiteral("layout")).toByteArray(); }
    void setLayout(const QByteArray& layout) { m_settings.setValue(QStringLiteral("layout"), layout); }
    [[nodiscard]] QByteArray geometry() const { return m_settings.value(QStringLiteral("geometry")).toByteArray(); }
    void setGeometry(const QByteArray& geometry) { m_settings.setValue(QStringLiteral("geometry"), geometry); }

    /// Whether calls are heard and spoken at this computer. Off where telephones stand on the desks.
    [[nodiscard]] bool ownSound() const { return m_settings.value(QStringLiteral("sound/own")).toBool(); }
    void setOwnSound(bool own) { m_settings.setValue(QStringLiteral("sound/own"), own); }
    [[nodiscard]] ports::SoundChoice soundChoice() const;
    void setSoundChoice(const ports::SoundChoice& choice);

private:
    QSettings m_settings{QSettings::IniFormat, QSettings::UserScope, QStringLiteral("vorzimmer"), QStringLiteral("vorzimmer")};
};

/// Dresses the running application in "light", "dark" or, for anything else, the desktop's own colours.
void dress(const QString& theme);

/// Loads the texts of @p language ("de", "en"; empty or "auto" = the system's) and makes it the default locale.
void speak(const QString& language);

} // namespace vorzimmer::app
