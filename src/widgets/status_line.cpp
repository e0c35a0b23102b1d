#include "status_line.h"

#include "lamp_label.h"
#include "ui_status_line.h"

#include "vorzimmer/models/line_wording.h"
#include "vorzimmer/models/wording.h"

namespace vorzimmer::widgets {

using models::Lamp;
using models::LineWording;
using models::Tone;
using models::Wording;

StatusLine::StatusLine(QWidget* parent) : QFrame(parent), m_ui(std::make_unique<Ui::StatusLine>())
{
    m_ui->setupUi(this);
    setAccessibleName(tr("Status"));
    m_ui->keys->setAccessibleName(tr("Show all keys"));
    m_ui->retry->setAccessibleName(tr("Send the topic list's waiting changes now"));
    connect(m_ui->retry, &QToolButton::clicked, this, &StatusLine::retryRequested);
    m_ui->outbox->setAccessibleName(tr("Show what waits for the topic lists"));
    connect(m_ui->outbox, &QToolButton::clicked, this, &StatusLine::outboxRequested);
    connect(m_ui->keys, &QToolButton::clicked, this, &StatusLine::keysRequested);
    setLine(ports::BackendState::Starting);
    clearBoard();
    clearDraft();
}

StatusLine::~StatusLine() = default;

void StatusLine::setLine(ports::BackendState state, const QString& reason)
{
    m_backend = state;
    m_backendReason = reason;
    showLines();
}

void StatusLine::setLines(const std::vector<ports::LineStatus>& lines)
{
    m_lines = lines;
    showLines();
}

void StatusLine::showLines()
{
    m_ui->phone->setState(LineWording::lamp(m_backend, m_lines), LineWording::tone(m_backend, m_lines),
                          LineWording::summary(m_backend, m_lines));
    const QString overview = m_lines.empty() ? m_backendReason : LineWording::overview(m_lines);
    m_ui->phone->setToolTip(overview.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
}

void StatusLine::hideLine()
{
    m_ui->phone->hide();
}

void StatusLine::setBoard(const ports::BoardStatus& status)
{
    m_ui->board->setState(Wording::boardLamp(status), Wording::boardTone(status), Wording::boardStatusText(status));
    m_ui->board->setToolTip(status.problem.toHtmlEscaped());
    m_ui->board->show();
    m_ui->retry->setVisible(status.state == ports::BoardState::Unreachable && status.waiting > 0);
}

void StatusLine::clearBoard()
{
    m_ui->board->hide();
    m_ui->retry->hide();
}

void StatusLine::showSaved(const QDateTime& at)
{
    m_ui->draft->setState(Lamp::On, Tone::Ok, tr("Draft saved %1").arg(Wording::timeWithSeconds(at.toLocalTime())));
    m_ui->draft->setToolTip({});
    m_ui->draft->show();
}

void StatusLine::showSaveFailed(const domain::Error& error)
{
    m_ui->draft->setState(Lamp::Alarm, Tone::Danger, tr("Draft not saved; tried again by itself"));
    m_ui->draft->setToolTip(Wording::faultSentence(error).toHtmlEscaped());
    m_ui->draft->show();
}

void StatusLine::clearDraft()
{
    m_ui->draft->hide();
}

} // namespace vorzimmer::widgets
