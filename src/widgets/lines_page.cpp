#include "lines_page.h"

#include "announcement.h"
#include "arrangement.h"
#include "form_keys.h"
#include "theme.h"
#include "ui_lines_page.h"

#include "vorzimmer/models/line_wording.h"
#include "vorzimmer/models/wording.h"

#include <algorithm>

namespace vorzimmer::widgets {

using desk::LineEntry;
using desk::LineSetup;
using domain::LineFlaw;
using domain::LineId;
using domain::LineTransport;
using domain::PhoneLine;
using models::LineWording;
using ports::LineState;
using ports::LineStatus;

LinesPage::LinesPage(LineSetup& setup, QWidget* parent) : QWidget(parent), m_setup(setup), m_ui(std::make_unique<Ui::LinesPage>())
{
    m_ui->setupUi(this);
    putFormBesideList(m_ui->splitter);
    m_ui->save->setButtonLook(QStringLiteral("primary"));
    setLook(m_ui->remove, "look", QStringLiteral("danger"));
    m_ui->lines->setRowModel(&m_rows);
    m_ui->linesHeader->setTarget(m_ui->lines);
    for (const LineTransport transport : {LineTransport::Udp, LineTransport::Tcp, LineTransport::Tls})
        m_ui->transport->addItem(LineWording::transportName(transport), static_cast<int>(transport));
    m_ui->number->setPlaceholderText(tr("for calls that do not say it"));
    m_ui->server->setPlaceholderText(QStringLiteral("sip.example.net"));
    m_ui->proxy->setPlaceholderText(tr("empty where the server is called itself"));
    m_ui->login->setPlaceholderText(tr("empty where it is the account"));
    m_ui->question->hide();
    clearResult();
    connectForm();
    connectSetup();
    setFocusProxy(m_ui->lines);
    showLine();
    m_setup.load();
}

LinesPage::~LinesPage() = default;

void LinesPage::connectForm()
{
    connect(m_ui->back, &QPushButton::clicked, this, &LinesPage::leaveRequested);
    connect(m_ui->lines->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        const LineEntry* entry = chosen();
        if (entry && entry->line.id != m_shown)
            showLine();
    });
    connect(m_ui->lines, &RowList::rowChosen, this, [this] { m_ui->name->setFocus(); });
    for (QLineEdit* field : {m_ui->name, m_ui->number, m_ui->user, m_ui->server, m_ui->proxy, m_ui->login, m_ui->password})
        connect(field, &QLineEdit::textEdited, this, &LinesPage::clearResult);
    connect(m_ui->add, &QPushButton::clicked, this, &LinesPage::startNew);
    connect(m_ui->save, &QPushButton::clicked, this, &LinesPage::save);
    connect(m_ui->ask, &QPushButton::clicked, this, &LinesPage::askNow);
    connect(m_ui->remove, &QPushButton::clicked, this, &LinesPage::askToRemove);
    connect(m_ui->yes, &QPushButton::clicked, this, [this] {
        closeQuestion();
        m_busy = true;
        updateButtons();
        m_setup.remove(m_shown);
    });
    connect(m_ui->no, &QPushButton::clicked, this, &LinesPage::closeQuestion);
    onKey(this, Qt::CTRL | Qt::Key_N, [this] { startNew(); });
    onKey(this, Qt::CTRL | Qt::Key_R, [this] { askNow(); });
    onFinishKey(this, [this] { save(); });
}

void LinesPage::connectSetup()
{
    connect(&m_setup, &LineSetup::loaded, this, &LinesPage::showLines);
    connect(&m_setup, &LineSetup::saved, this, [this](const LineId& line) {
        m_busy = false;
        m_toShow = line;
        m_ui->password->clear();
        m_asked = false;
        m_awaiting = m_ui->enabled->isChecked() && m_setup.watch().registersLines();
        showResult(m_awaiting                      ? tr("Kept. The other side is being asked …")
                   : m_ui->enabled->isChecked() ? tr("Kept. Calls are simulated at this desk, so nobody is asked.")
                                                : tr("Kept. This line is not used."),
                   "well");
    });
    connect(&m_setup, &LineSetup::removed, this, [this] {
        m_busy = false;
        m_shown = {};
        showResult(tr("Removed, and its password with it."), "well");
    });
    connect(&m_setup, &LineSetup::refused, this, [this](LineFlaw flaw) {
        m_busy = false;
        showResult(LineWording::flawText(flaw), "warn");
        QWidget* field = flaw == LineFlaw::UserMissing || flaw == LineFlaw::UserUnfit         ? m_ui->user
                         : flaw == LineFlaw::ServerMissing || flaw == LineFlaw::ServerUnfit ? m_ui->server
                         : flaw == LineFlaw::LoginUnfit                                     ? m_ui->login
                         : flaw == LineFlaw::ProxyUnfit                                     ? m_ui->proxy
                         : flaw == LineFlaw::NumberUnfit                                    ? m_ui->number
                                                                                            : m_ui->name;
        field->setFocus();
    });
    connect(&m_setup, &LineSetup::failed, this, [this](const domain::Error& error) {
        m_busy = false;
        const QString told = LineWording::refusalText(error);
        showResult(told.isEmpty() ? models::Wording::faultSentence(error) : told, "warn");
        if (!told.isEmpty())
            (error.where == u"name" ? m_ui->name : error.where == u"user" ? m_ui->user : m_ui->password)->setFocus();
    });
    connect(&m_setup.watch(), &desk::LineWatch::changed, this, &LinesPage::showLines);
}

// ------------------------------------------------------------------------------------------------------- what is shown

void LinesPage::showLines()
{
    std::vector<models::Row> rows;
    for (const LineEntry& entry : m_setup.lines())
        rows.push_back(LineWording::row(entry.line, statusOf(entry.line.id)));
    m_ui->linesHeader->setCount(static_cast<int>(rows.size()));
    m_rows.setRows(std::move(rows));
    for (int i = 0; i < m_rows.rowCount(); ++i) {
        if (!m_toShow.isNull() && m_rows.row(i).id.toUuid() == m_toShow.uuid()) {
            m_shown = m_toShow; // what stands in the form is this line already
            m_toShow = {};
            m_ui->lines->setCurrentIndex(m_rows.index(i));
            break;
        }
    }
    if (m_shown.isNull() && !m_ui->lines->currentIndex().isValid() && m_rows.rowCount() > 0 && !m_ui->formCard->isAncestorOf(focusWidget()))
        m_ui->lines->setCurrentIndex(m_rows.index(0));
    showStanding();
}

void LinesPage::showLine()
{
    const LineEntry* entry = chosen();
    m_shown = entry ? entry->line.id : LineId();
    m_busy = false;
    m_awaiting = false;
    closeQuestion();
    clearResult();
    const PhoneLine line = entry ? entry->line : PhoneLine();
    m_ui->name->setText(line.name);
    m_ui->number->setText(line.number);
    m_ui->user->setText(line.user);
    m_ui->server->setText(line.server);
    m_ui->proxy->setText(line.proxy);
    m_ui->login->setText(line.login);
    m_ui->transport->setCurrentIndex(m_ui->transport->findData(static_cast<int>(line.transport)));
    m_ui->enabled->setChecked(line.enabled);
    m_ui->password->clear();
    showStanding();
}

void LinesPage::showStanding()
{
    const LineEntry* entry = chosen();
    const bool isKept = entry && entry->line.id == m_shown;
    m_ui->heading->setText(isKept ? entry->line.name : tr("New line"));
    m_ui->password->setPlaceholderText(isKept && entry->hasPassword ? tr("kept; type only to change it") : QString());
    m_ui->standing->setVisible(isKept);
    const LineStatus* status = isKept ? statusOf(m_shown) : nullptr;
    if (isKept) {
        const models::Row row = LineWording::row(entry->line, status);
        m_ui->standing->setState(row.lamp, row.lampTone, LineWording::standing(entry->line, status));
    }
    // What is told before the other side was asked is of no use: the telephony may not have taken the change yet.
    if (status && status->state == LineState::Starting)
        m_asked = true;
    if (m_awaiting && m_asked && status && status->state != LineState::Starting) {
        m_awaiting = false;
        if (status->isUp())
            showResult(tr("The other side has registered this line."), "advice");
        else
            showResult(LineWording::downSentence(*status), "warn");
    }
    updateButtons();
}

void LinesPage::updateButtons()
{
    const LineEntry* entry = chosen();
    const bool isKept = entry && entry->line.id == m_shown;
    m_ui->save->setEnabled(!m_busy);
    m_ui->ask->setEnabled(!m_busy && isKept && statusOf(m_shown));
    m_ui->remove->setVisible(isKept);
    m_ui->remove->setEnabled(!m_busy);
}

void LinesPage::clearResult()
{
    m_ui->result->hide();
}

void LinesPage::showResult(const QString& sentence, const char* look)
{
    setLook(m_ui->result, "card", QString::fromLatin1(look));
    m_ui->result->show();
    announce(m_ui->resultText, sentence);
    updateButtons();
}

// ------------------------------------------------------------------------------------------------------- what is asked

PhoneLine LinesPage::written() const
{
    const LineEntry* entry = chosen();
    PhoneLine line = entry && entry->line.id == m_shown ? entry->line : PhoneLine();
    line.name = m_ui->name->text();
    line.number = m_ui->number->text();
    line.user = m_ui->user->text();
    line.server = m_ui->server->text();
    line.proxy = m_ui->proxy->text();
    line.login = m_ui->login->text();
    line.transport = static_cast<LineTransport>(m_ui->transport->currentData().toInt());
    line.enabled = m_ui->enabled->isChecked();
    return line;
}

void LinesPage::startNew()
{
    m_ui->lines->setCurrentIndex({});
    showLine();
    m_ui->name->setFocus();
}

void LinesPage::save()
{
    if (!m_ui->save->isEnabled())
        return;
    closeQuestion();
    clearResult();
    m_busy = true;
    updateButtons();
    m_setup.save(written(), m_ui->password->text().toUtf8());
}

void LinesPage::askNow()
{
    if (!m_ui->ask->isEnabled())
        return;
    closeQuestion();
    m_awaiting = true;
    m_asked = false;
    showResult(tr("The other side is being asked …"), "well");
    m_setup.watch().registerNow(m_shown);
}

void LinesPage::askToRemove()
{
    clearResult();
    m_ui->question->show();
    announce(m_ui->questionText, tr("Remove this line? Desks are not called on it any more, and its password is forgotten."));
    m_ui->no->setFocus();
}

void LinesPage::closeQuestion()
{
    if (m_ui->question->isHidden())
        return;
    m_ui->question->hide();
    m_ui->save->setFocus();
}

bool LinesPage::stepBack()
{
    if (!m_ui->question->isHidden()) {
        closeQuestion();
        return true;
    }
    if (!m_ui->formCard->isAncestorOf(focusWidget()))
        return false;
    m_ui->lines->setFocus();
    return true;
}

const LineEntry* LinesPage::chosen() const
{
    const LineId id(m_ui->lines->currentId().toUuid());
    const auto& all = m_setup.lines();
    const auto found = std::find_if(all.begin(), all.end(), [&](const LineEntry& one) { return one.line.id == id; });
    return found == all.end() ? nullptr : &*found;
}

const LineStatus* LinesPage::statusOf(const LineId& line) const
{
    const auto& all = m_setup.watch().lines();
    const auto found = std::find_if(all.begin(), all.end(), [&](const LineStatus& one) { return one.line == line; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace vorzimmer::widgets
