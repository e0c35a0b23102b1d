#include "setup_page.h"

#include "announcement.h"
#include "arrangement.h"
#include "form_keys.h"
#include "theme.h"
#include "ui_setup_page.h"

#include "vorzimmer/models/list_wording.h"
#include "vorzimmer/models/wording.h"

#include <algorithm>

namespace vorzimmer::widgets {

using desk::ListDraft;
using desk::ListSetup;
using domain::TenantId;
using models::ListWording;
using ports::BoardKind;
using ports::BoardReport;
using ports::ListConnection;

SetupPage::SetupPage(ListSetup& setup, QWidget* parent) : QWidget(parent), m_setup(setup), m_ui(std::make_unique<Ui::SetupPage>())
{
    m_ui->setupUi(this);
    putFormBesideList(m_ui->splitter);
    m_ui->connect->setButtonLook(QStringLiteral("primary"));
    setLook(m_ui->disconnect, "look", QStringLiteral("danger"));
    m_ui->tenants->setRowModel(&m_tenantRows);
    m_ui->tenantsHeader->setTarget(m_ui->tenants);
    m_ui->abilities->setRowModel(&m_abilityRows);
    m_ui->abilities->setSelectionMode(QAbstractItemView::NoSelection);
    for (const BoardKind kind : {BoardKind::TopicServer, BoardKind::CalDav, BoardKind::Trello})
        m_ui->kind->addItem(ListWording::kindName(kind), static_cast<int>(kind));
    m_ui->question->hide();
    clearResult();
    connectForm();
    connectSetup();
    setFocusProxy(m_ui->tenants);
    showTenant();
    m_setup.load();
}

SetupPage::~SetupPage() = default;

void SetupPage::connectForm()
{
    connect(m_ui->back, &QPushButton::clicked, this, &SetupPage::leaveRequested);
    connect(m_ui->tenants->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        const ListConnection* connection = chosen();
        if (connection && connection->tenant != m_shown)
            showTenant();
    });
    connect(m_ui->tenants, &RowList::rowChosen, this, [this] { m_ui->kind->setFocus(); });
    connect(m_ui->kind, &QComboBox::activated, this, [this] {
        m_ui->secret->clear();
        m_ui->account->clear();
        // An address of the last kind is none of this one; what was typed stays.
        const ListConnection* connection = chosen();
        if (connection && !m_ui->address->isModified())
            m_ui->address->setText(connection->kind == kind() ? connection->address : QString());
        if (connection && connection->kind == kind())
            m_ui->account->setText(connection->account);
        clearResult();
        showKind();
    });
    for (QLineEdit* field : {m_ui->address, m_ui->account, m_ui->secret}) {
        connect(field, &QLineEdit::textEdited, this, [this] {
            clearResult();
            updateButtons();
        });
    }
    const auto test = [this] { start(&ListSetup::test, tr("Trying the list out …")); };
    const auto join = [this] { start(&ListSetup::connectList, tr("Connecting …")); };
    connect(m_ui->test, &QPushButton::clicked, this, test);
    connect(m_ui->connect, &QPushButton::clicked, this, join);
    connect(m_ui->disconnect, &QPushButton::clicked, this, &SetupPage::askToDisconnect);
    connect(m_ui->yes, &QPushButton::clicked, this, [this] {
        closeQuestion();
        setBusy(tr("Disconnecting …"));
        m_setup.disconnectList(m_shown);
    });
    connect(m_ui->no, &QPushButton::clicked, this, &SetupPage::closeQuestion);
    onKey(this, Qt::CTRL | Qt::Key_R, test);
    onFinishKey(this, join);
}

void SetupPage::connectSetup()
{
    connect(&m_setup, &ListSetup::loaded, this, &SetupPage::showTenants);
    connect(&m_setup, &ListSetup::tested, this, [this](const TenantId& tenant, const BoardReport& report) {
        if (isShown(tenant))
            showReport(report, {});
    });
    connect(&m_setup, &ListSetup::connected, this, [this](const TenantId& tenant, const BoardReport& report) {
        if (!isShown(tenant))
            return;
        m_ui->secret->clear();
        showReport(report, tr("Connected."));
    });
    connect(&m_setup, &ListSetup::disconnected, this, [this](const TenantId& tenant) {
        if (!isShown(tenant))
            return;
        m_ui->secret->clear();
        showResult(tr("Disconnected. The topics stay here and on the list; neither side hears of the other's changes any more."), "well");
    });
    connect(&m_setup, &ListSetup::refused, this, [this](const TenantId& tenant, ports::AddressFlaw flaw) {
        if (!isShown(tenant))
            return;
        showResult(ListWording::flawText(flaw), "warn");
        m_ui->address->setFocus();
    });
    connect(&m_setup, &ListSetup::failed, this, [this](const TenantId& tenant, const domain::Error& error) {
        if (!tenant.isNull() && !isShown(tenant))
            return;
        const QString missing = ListWording::missingText(error, kind());
        showResult(missing.isEmpty() ? models::Wording::faultSentence(error) : missing, "warn");
        if (!missing.isEmpty())
            (error.where == u"user" ? m_ui->account : m_ui->secret)->setFocus();
    });
}

// ------------------------------------------------------------------------------------------------------- what is shown

void SetupPage::showTenants()
{
    std::vector<models::Row> rows;
    for (const ListConnection& connection : m_setup.connections())
        rows.push_back(ListWording::connection(connection));
    m_ui->tenantsHeader->setCount(static_cast<int>(rows.size()));
    m_tenantRows.setRows(std::move(rows));
    if (!m_ui->tenants->currentIndex().isValid() && m_tenantRows.rowCount() > 0)
        m_ui->tenants->setCurrentIndex(m_tenantRows.index(0));
    const ListConnection* connection = chosen();
    if (!connection)
        return;
    if (connection->tenant != m_shown) {
        showTenant();
        return;
    }
    // The same client, connected or no more: what is typed stays.
    const bool connected = connection->connected;
    m_ui->standing->setState(connected ? models::Lamp::On : models::Lamp::Off, connected ? models::Tone::Ok : models::Tone::Muted,
                             connected ? tr("connected") : tr("no list"));
    showKind();
}

void SetupPage::showTenant()
{
    const ListConnection* connection = chosen();
    m_shown = connection ? connection->tenant : TenantId();
    m_busy = false;
    closeQuestion();
    clearResult();
    m_ui->secret->clear();
    m_ui->formCard->setEnabled(connection);
    m_ui->standing->setVisible(connection);
    m_ui->tenant->setText(connection ? connection->name : QString());
    if (connection) {
        m_ui->kind->setCurrentIndex(m_ui->kind->findData(static_cast<int>(connection->kind)));
        m_ui->address->setText(connection->address);
        m_ui->address->setCursorPosition(0);
        m_ui->account->setText(connection->account);
        const bool connected = connection->connected;
        m_ui->standing->setState(connected ? models::Lamp::On : models::Lamp::Off, connected ? models::Tone::Ok : models::Tone::Muted,
                                 connected ? tr("connected") : tr("no list"));
    }
    showKind();
}

void SetupPage::showKind()
{
    const BoardKind shown = kind();
    const auto name = [](QLabel* label, QLineEdit* field, const QString& text) {
        label->setText(text);
        field->setAccessibleName(QString(text).remove(QLatin1Char('&')));
        label->setHidden(text.isEmpty());
        field->setHidden(text.isEmpty());
    };
    name(m_ui->addressLabel, m_ui->address, ListWording::addressLabel(shown));
    name(m_ui->accountLabel, m_ui->account, ListWording::accountLabel(shown));
    name(m_ui->secretLabel, m_ui->secret, ListWording::secretLabel(shown));
    const int column = m_ui->account->isHidden() ? 0 : 1;
    for (const auto& [widget, row] : {std::pair<QWidget*, int>{m_ui->secretLabel, 2}, {m_ui->secret, 3}}) {
        m_ui->fields->removeWidget(widget);
        m_ui->fields->addWidget(widget, row, column);
    }
    m_ui->account->setEchoMode(shown == BoardKind::Trello ? QLineEdit::Password : QLineEdit::Normal);
    m_ui->needs->setText(ListWording::needs(shown));
    m_ui->address->setPlaceholderText(ListWording::addressExample(shown));
    const ListConnection* connection = chosen();
    const bool kept = connection && connection->hasSecret && connection->kind == shown;
    const QString keptHint = kept ? tr("kept; type only to change it") : QString();
    m_ui->secret->setPlaceholderText(keptHint);
    m_ui->account->setPlaceholderText(shown == BoardKind::Trello ? keptHint : tr("empty where the server asks for none"));
    updateButtons();
}

void SetupPage::updateButtons()
{
    const ListConnection* connection = chosen();
    const bool ready = connection && !m_busy && !m_ui->address->text().trimmed().isEmpty();
    m_ui->test->setEnabled(ready);
    m_ui->connect->setEnabled(ready);
    m_ui->disconnect->setVisible(connection && connection->connected);
    m_ui->disconnect->setEnabled(!m_busy);
}

void SetupPage::clearResult()
{
    m_ui->result->hide();
    m_ui->abilities->hide();
    m_abilityRows.setRows({});
}

void SetupPage::setBusy(const QString& sentence)
{
    clearResult();
    m_busy = true;
    setLook(m_ui->result, "card", QStringLiteral("well"));
    announce(m_ui->resultText, sentence);
    m_ui->result->show();
    updateButtons();
}

void SetupPage::showResult(const QString& sentence, const char* look)
{
    m_busy = false;
    m_ui->abilities->hide();
    setLook(m_ui->result, "card", QString::fromLatin1(look));
    m_ui->result->show();
    announce(m_ui->resultText, sentence);
    updateButtons();
}

void SetupPage::showReport(const BoardReport& report, const QString& before)
{
    const QString sentence = ListWording::reportTitle(report);
    const bool good = report.reachable && report.abilities.testFlag(ports::BoardAbility::Writing);
    showResult(before.isEmpty() ? sentence : QStringLiteral("%1 %2").arg(before, sentence), good ? "advice" : "warn");
    m_abilityRows.setRows(ListWording::abilities(report));
    m_ui->abilities->setVisible(m_abilityRows.rowCount() > 0);
}

// ------------------------------------------------------------------------------------------------------- what is asked

void SetupPage::start(void (ListSetup::*wish)(const TenantId&, const ListDraft&), const QString& sentence)
{
    if (!m_ui->connect->isEnabled())
        return;
    closeQuestion();
    setBusy(sentence);
    (m_setup.*wish)(m_shown, {kind(), m_ui->address->text(), m_ui->account->text(), m_ui->secret->text().toUtf8()});
}

void SetupPage::askToDisconnect()
{
    clearResult();
    m_ui->question->show();
    announce(m_ui->questionText, tr("Disconnect this list? Nothing is deleted on either side. What was not sent yet stays here, and the "
                                    "access is forgotten."));
    m_ui->no->setFocus();
}

void SetupPage::closeQuestion()
{
    if (m_ui->question->isHidden())
        return;
    m_ui->question->hide();
    m_ui->tenants->setFocus();
}

bool SetupPage::stepBack()
{
    if (!m_ui->question->isHidden()) {
        closeQuestion();
        return true;
    }
    if (!m_ui->formCard->isAncestorOf(focusWidget()))
        return false;
    m_ui->tenants->setFocus();
    return true;
}

const ListConnection* SetupPage::chosen() const
{
    const TenantId id(m_ui->tenants->currentId().toUuid());
    const auto& all = m_setup.connections();
    const auto found = std::find_if(all.begin(), all.end(), [&](const ListConnection& one) { return one.tenant == id; });
    return found == all.end() ? nullptr : &*found;
}

BoardKind SetupPage::kind() const
{
    return static_cast<BoardKind>(m_ui->kind->currentData().toInt());
}

} // namespace vorzimmer::widgets
