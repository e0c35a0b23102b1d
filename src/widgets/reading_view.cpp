#include "reading_view.h"

#include "theme.h"

#include <QApplication>
#include <QResizeEvent>
#include <QTextDocument>

#include <memory>

namespace vorzimmer::widgets {

ReadingView::ReadingView(QWidget* parent) : QTextBrowser(parent)
{
    setProperty("reading", true);
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(em(this, 0.25));
    document()->setIndentWidth(em(this, 1.4));
    // Lists of instructions are read at a glance: no blank space around them.
    document()->setDefaultStyleSheet(QStringLiteral("ul { margin: 0; -qt-list-indent: 1; } li { margin: %1px 0; } p { margin: 0; }")
                                         .arg(em(this, 0.18)));
}

void ReadingView::setFontScale(double scale)
{
    m_fontScale = scale;
    setFont(scaledFont(QApplication::font(), scale));
}

void ReadingView::setFitsText(bool fits)
{
    m_fitsText = fits;
    setSizePolicy(QSizePolicy::Expanding, fits ? QSizePolicy::Fixed : QSizePolicy::Expanding);
}

void ReadingView::resizeEvent(QResizeEvent* event)
{
    QTextBrowser::resizeEvent(event);
    if (!m_fitsText)
        return;
    const bool whole = height() >= naturalHeight(width());
    setVerticalScrollBarPolicy(whole ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    if (event->oldSize().width() != event->size().width())
        updateGeometry();
}

int ReadingView::naturalHeight(int width) const
{
    // Longer than any window is high; setting it just to learn that would take seconds.
    constexpr int mostMeasured = 20'000;
    constexpr int higherThanAnyWindow = 16'000;
    if (document()->characterCount() > mostMeasured)
        return higherThanAnyWindow;
    const Measured asked{width, document()->revision(), m_fontScale};
    if (m_measured != asked) {
        const std::unique_ptr<QTextDocument> copy(document()->clone());
        copy->setDefaultFont(font());
        copy->setTextWidth(width - 2 * frameWidth() - 4);
        m_measured = asked;
        m_measuredHeight = qCeil(copy->size().height()) + 2 * frameWidth() + 4;
    }
    return m_measuredHeight;
}

int ReadingView::fittingHeight(int width) const
{
    // A text without end scrolls like any other.
    constexpr int mostLines = 6;
    return qMin(naturalHeight(width), fontMetrics().lineSpacing() * mostLines + 2 * em(this, 0.4));
}

QSize ReadingView::sizeHint() const
{
    const int usual = qMax(width(), em(this, 20));
    return {em(this, 20), m_fitsText ? fittingHeight(usual) : naturalHeight(usual)};
}

QSize ReadingView::minimumSizeHint() const
{
    if (m_fitsText)
        return {em(this, 8), sizeHint().height()};
    return {em(this, 8), fontMetrics().height() + 2 * em(this, 0.4)};
}

QVariant ReadingView::loadResource(int, const QUrl&)
{
    return {};
}

} // namespace vorzimmer::widgets
