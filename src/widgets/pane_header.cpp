#include "pane_header.h"

#include "clamp_label.h"
#include "theme.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QLocale>

namespace vorzimmer::widgets {

namespace {

QString withoutMnemonic(QString text)
{
    return text.remove(QLatin1Char('&'));
}

} // namespace

PaneHeader::PaneHeader(QWidget* parent)
    : QFrame(parent), m_title(new QLabel(this)), m_info(new ClampLabel(this)), m_key(new QLabel(this)), m_row(new QHBoxLayout(this))
{
    setProperty("card", QStringLiteral("header"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_row->setContentsMargins(em(this, 0.9), em(this, 0.28), em(this, 0.6), em(this, 0.28));
    m_row->setSpacing(em(this, 0.6));

    QFont caption = scaledFont(font(), 0.88, QFont::DemiBold);
    caption.setLetterSpacing(QFont::PercentageSpacing, 103);
    m_title->setFont(caption);
    m_title->setProperty("tone", QStringLiteral("muted"));
    m_info->setProperty("tone", QStringLiteral("muted"));
    m_info->setFontScale(0.92);
    m_info->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_info->hide();
    m_key->setProperty("keyCap", true);
    // The key is said with the title's mnemonic; twice would be noise.
    m_key->setAccessibleName(QStringLiteral(" "));
    m_key->hide();

    m_row->addWidget(m_title);
    m_row->addStretch(1);
    m_row->addWidget(m_info);
    m_row->addWidget(m_key, 0, Qt::AlignVCenter);
}

QString PaneHeader::title() const
{
    return m_text;
}

void PaneHeader::setTitle(const QString& title)
{
    m_text = title;
    refresh();
}

void PaneHeader::refresh()
{
    const QString words = m_count < 0 ? m_text : QStringLiteral("%1 (%2)").arg(m_text, QLocale().toString(m_count));
    // Not the font's capitals: those know no capital sharp s.
    m_title->setText(words.toUpper());
    m_title->setAccessibleName(withoutMnemonic(words));
    const QKeySequence key = QKeySequence::mnemonic(m_text);
    m_key->setText(key.toString(QKeySequence::NativeText));
    m_key->setHidden(key.isEmpty());
}

void PaneHeader::setTarget(QWidget* target)
{
    m_title->setBuddy(target);
    if (target->accessibleName().isEmpty())
        target->setAccessibleName(withoutMnemonic(m_text));
}

void PaneHeader::setInfo(const QString& info, models::Tone tone)
{
    m_info->setText(info);
    m_info->setHidden(info.isEmpty());
    m_info->setStrong(tone != models::Tone::Muted);
    setLook(m_info, "tone", tone == models::Tone::Warn ? QStringLiteral("warn") : QStringLiteral("muted"));
}

void PaneHeader::setCount(int count)
{
    m_count = count;
    refresh();
}

void PaneHeader::addWidget(QWidget* widget)
{
    m_row->insertWidget(1, widget);
}

} // namespace vorzimmer::widgets
