#include "line_banner.h"

#include "announcement.h"
#include "lamp_label.h"
#include "theme.h"
#include "ui_line_banner.h"

#include "vorzimmer/models/line_wording.h"

namespace vorzimmer::widgets {

using models::Lamp;
using models::LineWording;
using models::Tone;
using ports::LineStatus;

namespace {

constexpr std::chrono::milliseconds goodNewsStand{10'000};

} // namespace

LineBanner::LineBanner(QWidget* parent) : QFrame(parent), m_ui(std::make_unique<Ui::LineBanner>())
{
    m_ui->setupUi(this);
    setAccessibleName(tr("Telephone lines"));
    m_ui->retry->setAccessibleName(tr("Try now to get the lines back"));
    m_good.setSingleShot(true);
    connect(&m_good, &QTimer::timeout, this, &QWidget::hide);
    connect(m_ui->retry, &QPushButton::clicked, this, [this] {
        for (const LineStatus& line : m_watch->down())
            m_watch->registerNow(line.line);
    });
    hide();
}

LineBanner::~LineBanner() = default;

void LineBanner::setWatch(desk::LineWatch& watch)
{
    m_watch = &watch;
    connect(&watch, &desk::LineWatch::wentDown, this, &LineBanner::showDown);
    connect(&watch, &desk::LineWatch::cameBack, this, &LineBanner::showBack);
    connect(&watch, &desk::LineWatch::changed, this, &LineBanner::refresh);
}

void LineBanner::refresh()
{
    const auto down = m_watch->down();
    if (down.empty() && !m_good.isActive())
        hide(); // taken away
    const QString sentence = LineWording::downSentence(down);
    // The reason may change while it lasts; that is read and not said again. A line that is being asked is still not back.
    if (!down.empty() && m_ui->sentence->text() != sentence) {
        m_ui->sentence->setText(sentence);
        m_ui->sentence->setAccessibleName(sentence);
    }
}

void LineBanner::show(const char* card, const QString& sentence)
{
    setLook(this, "card", QString::fromLatin1(card));
    QFrame::show();
    announce(m_ui->sentence, sentence);
}

void LineBanner::showDown()
{
    m_good.stop();
    m_ui->lamp->setState(Lamp::Alarm, Tone::Danger, tr("Line down"));
    m_ui->retry->show();
    show("warn", LineWording::downSentence(m_watch->down()));
}

void LineBanner::showBack(const LineStatus& line)
{
    const auto down = m_watch->down();
    if (!down.empty()) {
        show("warn", LineWording::backSentence(line) + u' ' + LineWording::downSentence(down));
        return;
    }
    m_ui->lamp->setState(Lamp::On, Tone::Ok, tr("Line back"));
    m_ui->retry->hide();
    show("advice", LineWording::backSentence(line));
    m_good.start(goodNewsStand);
}

} // namespace vorzimmer::widgets
