#include "calendars_page.h"

#include "announcement.h"
#include "arrangement.h"
#include "form_keys.h"
#include "theme.h"
#include "ui_calendars_page.h"

#include "vorzimmer/models/appointment_wording.h"
#include "vorzimmer/models/list_wording.h"
#include "vorzimmer/models/wording.h"

#include <QRegularExpression>

#include <algorithm>

namespace vorzimmer::widgets {

using desk::CalendarConnection;
using desk::CalendarDraft;
using desk::CalendarSetup;
using domain::TenantId;
using models::AppointmentWording;
using ports::CalendarReport;

CalendarsPage::CalendarsPage(CalendarSetup& setup, QWidget* parent)
    : QWidget(parent), m_setup(setup), m_ui(std::make_unique<Ui::CalendarsPage>())
{
    m_ui->setupUi(this);
    putFormBesideList(m_ui->splitter);
    m_ui->connect->setButtonLook(QStringLiteral("primary"));
    setLook(m_ui->disconnect, "look", QStringLiteral("danger"));
    m_ui->tenants->setRowModel(&m_tenantRows);
    m_ui->tenantsHeader->setTarget(m_ui->tenants);
    m_ui->released->setPlaceholderText(
        QStringLiteral("https://cloud.example.org/remote.php/dav/calendars/praxis/sprechstunde"));
    m_ui->busy->setPlaceholderText(tr("none; several with blanks between them"));
    m_ui->question->hide();
    m_ui->result->hide();
    connectPage();
    setFocusProxy(m_ui->tenants);
    m_setup.load();
}

CalendarsPage::~CalendarsPage() = default;

void CalendarsPage::connectPage()
{
    connect(m_ui->back, &QPushButton::clicked, this, &CalendarsPage::leaveRequested);
    connect(m_ui->tenants->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        const CalendarConnection* connection = chosen();
        if (connection && connection->tenant != m_shown)
            showTenant();
    });
    connect(m_ui->tenants, &RowList::rowChosen, this, [this] { m_ui->released->setFocus(); });
    const auto test = [this] { start(&CalendarSetup::test, tr("Trying the calendar out …")); };
    const auto join = [this] { start(&CalendarSetup::connectCalendar, tr("Connecting …")); };
    connect(m_ui->test, &QPushButton::clicked, this, test);
    connect(m_ui->connect, &QPushButton::clicked, this, join);
    connect(m_ui->disconnect, &QPushButton::clicked, this, [this] {
        m_ui->question->show();
        m_ui->no->setFocus();
    });
    connect(m_ui->yes, &QPushButton::clicked, this, [this] {
        m_ui->question->hide();
        m_busy = true;
        updateButtons();
        m_setup.disconnectCalendar(m_shown);
    });
    connect(m_ui->no, &QPushButton::clicked, this, &CalendarsPage::stepBack);
    onKey(this, Qt::CTRL | Qt::Key_R, test);
    onFinishKey(this, join);
    connect(&m_setup, &CalendarSetup::loaded, this, &CalendarsPage::showTenants);
    connect(&m_setup, &CalendarSetup::tested, this, [this](const TenantId& tenant, const CalendarReport& report) {
        if (tenant == m_shown)
            showReport(report, {});
    });
    connect(&m_setup, &CalendarSetup::connected, this, [this](const TenantId& tenant, const CalendarReport& report) {
        if (tenant != m_shown)
            return;
        m_ui->secret->clear();
        showReport(report, tr("Connected."));
    });
    connect(&m_setup, &CalendarSetup::disconnected, this, [this](const TenantId& tenant) {
        if (tenant != m_shown)
            return;
        m_ui->secret->clear();
        tell(tr("Disconnected. Appointments that are given out stay here and in the calendar; neither side hears of the "
                "other's changes any "
                "more."),
             "well");
    });
    connect(&m_setup, &CalendarSetup::refused, this, [this](const TenantId& tenant, ports::AddressFlaw flaw) {
        if (tenant == m_shown)
            tell(models::ListWording::flawText(flaw), "warn");
    });
    connect(&m_setup, &CalendarSetup::failed, this, [this](const TenantId& tenant, const domain::Error& error) {
        if (!tenant.isNull() && tenant != m_shown)
            return;
        const bool secret = error.where == QLatin1String("secret");
        tell(secret ? tr("Enter the account's password.") : models::Wording::faultSentence(error), "warn");
        if (secret)
            m_ui->secret->setFocus();
    });
}

const CalendarConnection* CalendarsPage::chosen() const
{
    const TenantId id(m_ui->tenants->currentId().toUuid());
    const auto& all = m_setup.connections();
    const auto found = std::find_if(all.begin(), all.end(), [&](const CalendarConnection& one) { return one.tenant == id; });
    return found == all.end() ? nullptr : &*found;
}

void CalendarsPage::showTenants()
{
    std::vector<models::Row> rows;
    for (const CalendarConnection& connection : m_setup.connections())
        rows.push_back(AppointmentWording::connection(connection.tenant, connection.name,
                                                      connection.connected ? connection.access.released.host() : QString(),
                                                      connection.problem));
    m_ui->tenantsHeader->setCount(static_cast<int>(rows.size()));
    m_tenantRows.setRows(std::move(rows));
    if (!m_ui->tenants->currentIndex().isValid() && m_tenantRows.rowCount() > 0)
        m_ui->tenants->setCurrentIndex(m_tenantRows.index(0));
    if (m_shown.isNull())
        showTenant();
    updateButtons();
}

void CalendarsPage::showTenant()
{
    const CalendarConnection* connection = chosen();
    if (!connection)
        return;
    m_shown = connection->tenant;
    m_busy = false;
    m_ui->tenant->setText(connection->name);
    m_ui->released->setText(connection->access.released.toString());
    QStringList busy;
    for (const QUrl& url : connection->access.busy)
        busy << url.toString();
    m_ui->busy->setText(busy.join(QLatin1Char(' ')));
    m_ui->account->setText(connection->access.user);
    m_ui->secret->clear();
    m_ui->secret->setPlaceholderText(connection->hasSecret ? tr("kept; empty leaves it as it is") : QString());
    m_ui->question->hide();
    m_ui->result->hide();
    updateButtons();
}

void CalendarsPage::start(void (CalendarSetup::*wish)(const TenantId&, const CalendarDraft&), const QString& sentence)
{
    if (m_busy || m_shown.isNull())
        return;
    static const QRegularExpression between(QStringLiteral("\\s+"));
    CalendarDraft draft;
    draft.released = m_ui->released->text();
    draft.busy = m_ui->busy->text().split(between, Qt::SkipEmptyParts);
    draft.user = m_ui->account->text();
    draft.secret = m_ui->secret->text().toUtf8();
    tell(sentence, "well");
    m_busy = true;
    updateButtons();
    (m_setup.*wish)(m_shown, draft);
}

void CalendarsPage::showReport(const CalendarReport& report, const QString& before)
{
    const QString told = AppointmentWording::reportText(report);
    tell(before.isEmpty() ? told : before + QLatin1Char(' ') + told, report.reachable && report.writable ? "well" : "warn");
}

void CalendarsPage::tell(const QString& sentence, const char* look)
{
    m_busy = false;
    setLook(m_ui->result, "card", QString::fromLatin1(look));
    announce(m_ui->result, sentence);
    updateButtons();
}

void CalendarsPage::updateButtons()
{
    const CalendarConnection* connection = chosen();
    m_ui->test->setEnabled(!m_busy && connection);
    m_ui->connect->setEnabled(!m_busy && connection);
    m_ui->disconnect->setEnabled(!m_busy && connection && connection->connected);
}

bool CalendarsPage::stepBack()
{
    if (!m_ui->question->isHidden()) {
        m_ui->question->hide();
        m_ui->tenants->setFocus();
        return true;
    }
    if (!m_ui->formCard->isAncestorOf(focusWidget()))
        return false;
    m_ui->tenants->setFocus();
    return true;
}

} // namespace vorzimmer::widgets
