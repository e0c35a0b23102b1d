#include "theme.h"

#include <QEvent>
#include <QFile>
#include <QFontDatabase>
#include <QFontInfo>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QStyle>
#include <QStyleFactory>
#include <QWidget>

namespace vorzimmer::widgets {

namespace {

Tokens& mutableTokens()
{
    static Tokens current = loadTokens(QStringLiteral("light")).value_or(Tokens{});
    return current;
}

/// Paints a theme icon's shape in one token colour: one set of icons serves light and dark.
class TintedIcon : public QIconEngine {
public:
    TintedIcon(QString name, models::Tone tone) : m_name(std::move(name)), m_tone(tone) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, tinted(rect.size() * ratio, mode, state));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override { return tinted(size, mode, state); }

    [[nodiscard]] QIconEngine* clone() const override { return new TintedIcon(*this); }

private:
    [[nodiscard]] QPixmap tinted(const QSize& size, QIcon::Mode mode, QIcon::State state) const
    {
        QPixmap shape(size);
        shape.fill(Qt::transparent);
        QPainter painter(&shape);
        QIcon::fromTheme(m_name).paint(&painter, QRect(QPoint(), size), Qt::AlignCenter, QIcon::Normal, state);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(shape.rect(), mode == QIcon::Disabled ? tokens().textMuted : tokens().tone(m_tone));
        return shape;
    }

    QString m_name;
    models::Tone m_tone;
};

QPalette paletteOf(const Tokens& t)
{
    QPalette palette;
    palette.setColor(QPalette::Window, t.ground);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.surface);
    palette.setColor(QPalette::AlternateBase, t.surfaceRaised);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::PlaceholderText, t.textMuted);
    palette.setColor(QPalette::Button, t.surfaceRaised);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.danger);
    palette.setColor(QPalette::ToolTipBase, t.surfaceRaised);
    palette.setColor(QPalette::ToolTipText, t.text);
    palette.setColor(QPalette::Highlight, t.accent);
    palette.setColor(QPalette::HighlightedText, t.accentText);
    palette.setColor(QPalette::Link, t.info);
    palette.setColor(QPalette::LinkVisited, t.info);
    palette.setColor(QPalette::Light, t.surfaceRaised);
    palette.setColor(QPalette::Midlight, t.surfaceRaised);
    palette.setColor(QPalette::Mid, t.line);
    palette.setColor(QPalette::Dark, t.fieldLine);
    palette.setColor(QPalette::Shadow, t.fieldLine);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.textMuted);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, t.line);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, t.textMuted);
    return palette;
}

QString styleSheetOf(const Tokens& t, const QFont& font)
{
    QFile file(QStringLiteral(":/theme/style.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    for (const NamedToken& token : namedTokens())
        sheet.replace(QStringLiteral("@%1@").arg(QLatin1String(token.name)), (t.*token.color).name());
    sheet.replace(QStringLiteral("@theme@"), t.dark ? QStringLiteral("dark") : QStringLiteral("light"));

    static const QRegularExpression length(QStringLiteral("@([0-9.]+)em@"));
    const double size = QFontInfo(font).pixelSize();
    QString scaled;
    qsizetype from = 0;
    for (auto matches = length.globalMatch(sheet); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        scaled += sheet.mid(from, match.capturedStart() - from);
        scaled += QStringLiteral("%1px").arg(qMax(1, qRound(match.captured(1).toDouble() * size)));
        from = match.capturedEnd();
    }
    return scaled + sheet.mid(from);
}

/// The desktop's font, unless there is no desktop that chose one.
QFont applicationFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    static const QStringList nobodysChoice{QStringLiteral("sans"), QStringLiteral("sans serif"), QStringLiteral("sans-serif"), QString()};
    if (!nobodysChoice.contains(font.family().toLower()))
        return font;
    constexpr double readablePoints = 10;
    font.setPointSizeF(qMax(font.pointSizeF(), readablePoints));
    if (QFontDatabase::hasFamily(QStringLiteral("Inter")))
        font.setFamily(QStringLiteral("Inter"));
    return font;
}

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

void wear(QApplication& application, const Tokens& tokens)
{
    mutableTokens() = tokens;
    // Where there is no desktop Qt looks for themes in its own resources only.
    QStringList folders = QIcon::themeSearchPaths();
    folders << QStandardPaths::locateAll(QStandardPaths::GenericDataLocation, QStringLiteral("icons"), QStandardPaths::LocateDirectory);
    folders.removeDuplicates();
    QIcon::setThemeSearchPaths(folders);
    QIcon::setFallbackThemeName(tokens.dark ? QStringLiteral("breeze-dark") : QStringLiteral("breeze"));
    if (QIcon::themeName().isEmpty() || QIcon::themeName() == QLatin1String("hicolor"))
        QIcon::setThemeName(QIcon::fallbackThemeName());
    const QFont font = applicationFont();
    QApplication::setFont(font);
    QApplication::setPalette(paletteOf(tokens));
    application.setStyleSheet(styleSheetOf(tokens, font));
}

/// Wears the choice, and the desktop's own again when that changes.
class Wardrobe : public QObject {
public:
    explicit Wardrobe(QApplication& application) : QObject(&application), m_application(application)
    {
        setObjectName(QStringLiteral("vorzimmer.wardrobe"));
        m_desktopIsDark = isDark(QApplication::palette());
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
        application.installEventFilter(this);
    }

    void choose(ThemeChoice choice)
    {
        m_choice = choice;
        const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::FollowDesktop && m_desktopIsDark);
        if (const auto loaded = loadTokens(dark ? QStringLiteral("dark") : QStringLiteral("light")))
            wear(m_application, *loaded);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::ThemeChange && watched == &m_application && m_choice == ThemeChoice::FollowDesktop) {
            // Our palette hides the desktop's; without it Qt asks the platform again.
            QApplication::setPalette(QPalette());
            m_desktopIsDark = isDark(QApplication::palette());
            choose(m_choice);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QApplication& m_application;
    ThemeChoice m_choice = ThemeChoice::FollowDesktop;
    bool m_desktopIsDark = false;
};

} // namespace

void applyTheme(QApplication& application, ThemeChoice choice)
{
    auto* wardrobe = static_cast<Wardrobe*>(application.findChild<QObject*>(QStringLiteral("vorzimmer.wardrobe"), Qt::FindDirectChildrenOnly));
    if (!wardrobe)
        wardrobe = new Wardrobe(application);
    wardrobe->choose(choice);
}

const Tokens& tokens()
{
    return mutableTokens();
}

QIcon themedIcon(const QString& name, models::Tone tone)
{
    return QIcon(new TintedIcon(name, tone));
}

int em(const QWidget* widget, double count)
{
    // Not QFontInfo: it knows whole pixels only.
    const QFont& font = widget->font();
    const double size = font.pointSizeF() > 0 ? font.pointSizeF() * widget->logicalDpiY() / 72 : font.pixelSize();
    return qRound(size * count);
}

QFont scaledFont(const QFont& font, double factor, QFont::Weight weight)
{
    QFont scaled(font);
    if (font.pointSizeF() > 0)
        scaled.setPointSizeF(font.pointSizeF() * factor);
    else
        scaled.setPixelSize(qRound(font.pixelSize() * factor));
    scaled.setWeight(weight);
    return scaled;
}

void setLook(QWidget* widget, const char* property, const QVariant& value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace vorzimmer::widgets
