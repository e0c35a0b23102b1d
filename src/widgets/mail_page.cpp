#include "mail_page.h"

#include "announcement.h"
#include "arrangement.h"
#include "form_keys.h"
#include "theme.h"
#include "ui_mail_page.h"

#include "vorzimmer/models/mail_letters.h"
#include "vorzimmer/models/mail_wording.h"
#include "vorzimmer/models/wording.h"

#include <QLocale>

#include <algorithm>

namespace vorzimmer::widgets {

using desk::MailConnection;
using desk::MailSetup;
using domain::NoteDelivery;
using domain::TenantId;
using models::MailWording;
using ports::MailSecurity;

namespace {

constexpr int startTlsPort = 587;
constexpr int tlsPort = 465;

} // namespace

MailPage::MailPage(MailSetup& setup, QWidget* parent) : QWidget(parent), m_setup(setup), m_ui(std::make_unique<Ui::MailPage>())
{
    m_ui->setupUi(this);
    putFormBesideList(m_ui->splitter);
    m_ui->save->setButtonLook(QStringLiteral("primary"));
    setLook(m_ui->remove, "look", QStringLiteral("danger"));
    m_ui->tenants->setRowModel(&m_tenantRows);
    m_ui->tenantsHeader->setTarget(m_ui->tenants);
    for (const MailSecurity security : {MailSecurity::StartTls, MailSecurity::Tls, MailSecurity::None})
        m_ui->security->addItem(MailWording::securityName(security), static_cast<int>(security));
    for (const NoteDelivery delivery : {NoteDelivery::None, NoteDelivery::AtOnce, NoteDelivery::DailyDigest})
        m_ui->delivery->addItem(MailWording::deliveryName(delivery), static_cast<int>(delivery));
    m_ui->host->setPlaceholderText(QStringLiteral("mail.example.org"));
    m_ui->sender->setPlaceholderText(QStringLiteral("office@example.org"));
    m_ui->senderName->setPlaceholderText(tr("the client's name"));
    m_ui->question->hide();
    m_ui->result->hide();
    connectPage();
    connectSetup();
    setFocusProxy(m_ui->tenants);
    updateButtons();
    m_setup.load();
}

MailPage::~MailPage() = default;

void MailPage::connectPage()
{
    connect(m_ui->back, &QPushButton::clicked, this, &MailPage::leaveRequested);
    connect(m_ui->tenants->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        const MailConnection* connection = chosen();
        if (connection && (!m_anyShown || connection->tenant != m_shown))
            showTenant();
    });
    connect(m_ui->tenants, &RowList::rowChosen, this, [this] { m_ui->sender->setFocus(); });
    connect(m_ui->security, &QComboBox::activated, this, &MailPage::takeUsualPort);
    connect(m_ui->delivery, &QComboBox::activated, this, &MailPage::showDelivery);
    connect(m_ui->test, &QPushButton::clicked, this, &MailPage::test);
    connect(m_ui->save, &QPushButton::clicked, this, &MailPage::save);
    connect(m_ui->saveNotes, &QPushButton::clicked, this, &MailPage::saveNotes);
    connect(m_ui->remove, &QPushButton::clicked, this, [this] {
        m_ui->question->show();
        m_ui->no->setFocus();
    });
    connect(m_ui->yes, &QPushButton::clicked, this, [this] {
        m_ui->question->hide();
        m_ui->tenants->setFocus();
        setBusy(tr("Removing …"));
        m_setup.remove(m_shown);
    });
    connect(m_ui->no, &QPushButton::clicked, this, &MailPage::stepBack);
    onKey(this, Qt::CTRL | Qt::Key_R, [this] { test(); });
    onFinishKey(this, [this] {
        if (m_ui->notesCard->isAncestorOf(focusWidget()))
            saveNotes();
        else
            save();
    });
}

void MailPage::connectSetup()
{
    connect(&m_setup, &MailSetup::loaded, this, &MailPage::showTenants);
    connect(&m_setup, &MailSetup::tested, this, [this](const TenantId& tenant, const ports::MailReport& report) {
        if (tenant == m_shown)
            tell(MailWording::reportText(report), report.taken ? "well" : "warn");
    });
    connect(&m_setup, &MailSetup::saved, this, [this](const TenantId& tenant) {
        if (tenant != m_shown)
            return;
        m_ui->secret->clear();
        tell(tr("Saved."), "well");
    });
    connect(&m_setup, &MailSetup::refused, this, [this](const TenantId& tenant, desk::MailAccountFlaw flaw) {
        if (tenant != m_shown)
            return;
        tell(MailWording::flawText(flaw), "warn");
        switch (flaw) {
        case desk::MailAccountFlaw::BadSender: m_ui->sender->setFocus(); break;
        case desk::MailAccountFlaw::BadHouseAddress: m_ui->house->setFocus(); break;
        case desk::MailAccountFlaw::NotEncrypted: m_ui->security->setFocus(); break;
        default: m_ui->host->setFocus(); break;
        }
    });
    connect(&m_setup, &MailSetup::failed, this, [this](const TenantId& tenant, const domain::Error& error) {
        if (tenant != m_shown)
            return;
        const QString missing = MailWording::missingText(error);
        tell(missing.isEmpty() ? models::Wording::faultSentence(error) : missing, "warn");
        if (!missing.isEmpty())
            (error.where == u"secret" ? m_ui->secret : m_ui->trialTo)->setFocus();
    });
}

const MailConnection* MailPage::chosen() const
{
    const QVariant current = m_ui->tenants->currentId();
    if (!current.isValid())
        return nullptr;
    const TenantId id(current.toUuid()); // null = the bureau itself
    const auto& all = m_setup.connections();
    const auto found = std::find_if(all.begin(), all.end(), [&](const MailConnection& one) { return one.tenant == id; });
    return found == all.end() ? nullptr : &*found;
}

void MailPage::showTenants()
{
    std::vector<models::Row> rows;
    for (const MailConnection& connection : m_setup.connections())
        rows.push_back(MailWording::connection(connection));
    m_ui->tenantsHeader->setCount(static_cast<int>(rows.size()));
    m_tenantRows.setRows(std::move(rows));
    if (!m_ui->tenants->currentIndex().isValid() && m_tenantRows.rowCount() > 0)
        m_ui->tenants->setCurrentIndex(m_tenantRows.index(0));
    if (!m_anyShown)
        showTenant();
    updateButtons();
}

void MailPage::showTenant()
{
    const MailConnection* connection = chosen();
    if (!connection)
        return;
    m_anyShown = true;
    m_shown = connection->tenant;
    m_busy = false;
    const ports::MailAccess& access = connection->access;
    m_ui->tenant->setText(m_shown.isNull() ? tr("All without an account of their own") : connection->name);
    m_ui->sender->setText(access.sender);
    m_ui->senderName->setText(access.senderName);
    m_ui->host->setText(access.host);
    m_ui->port->setValue(access.port);
    m_ui->security->setCurrentIndex(m_ui->security->findData(static_cast<int>(access.security)));
    m_ui->user->setText(access.user);
    m_ui->secret->clear();
    const QString locked = tr("kept; the desktop's key ring is locked");
    m_ui->user->setPlaceholderText(connection->isLocked ? locked : tr("empty where the server asks for none"));
    m_ui->secret->setPlaceholderText(connection->isLocked ? locked : connection->hasSecret ? tr("kept; type only to change it") : QString());
    m_ui->delivery->setCurrentIndex(m_ui->delivery->findData(static_cast<int>(connection->notes.delivery)));
    m_ui->digestAt->setTime(connection->notes.digestAt);
    m_ui->house->setText(connection->notes.houseAddress);
    m_ui->notesCard->setVisible(!m_shown.isNull()); // each house for itself
    m_ui->question->hide();
    m_ui->result->hide();
    showDelivery();
    updateButtons();
}

void MailPage::showDelivery()
{
    const auto delivery = static_cast<NoteDelivery>(m_ui->delivery->currentData().toInt());
    m_ui->digestAt->setEnabled(delivery == NoteDelivery::DailyDigest);
    m_ui->house->setEnabled(delivery != NoteDelivery::None);
}

void MailPage::takeUsualPort()
{
    const auto security = static_cast<MailSecurity>(m_ui->security->currentData().toInt());
    const int port = m_ui->port->value();
    if (security == MailSecurity::Tls && port == startTlsPort)
        m_ui->port->setValue(tlsPort);
    else if (security == MailSecurity::StartTls && port == tlsPort)
        m_ui->port->setValue(startTlsPort);
}

ports::MailAccess MailPage::entered() const
{
    ports::MailAccess access;
    access.sender = m_ui->sender->text();
    access.senderName = m_ui->senderName->text();
    access.host = m_ui->host->text();
    access.port = static_cast<quint16>(m_ui->port->value());
    access.security = static_cast<MailSecurity>(m_ui->security->currentData().toInt());
    access.user = m_ui->user->text();
    access.secret = m_ui->secret->text().toUtf8();
    return access;
}

void MailPage::test()
{
    if (m_busy || !m_anyShown)
        return;
    setBusy(tr("Sending a test mail …"));
    m_setup.test(m_shown, entered(), models::MailLetters::trial(m_ui->trialTo->text(), QLocale().bcp47Name()));
}

void MailPage::save()
{
    if (m_busy || !m_anyShown)
        return;
    setBusy(tr("Saving …"));
    m_setup.save(m_shown, entered());
}

void MailPage::saveNotes()
{
    if (m_busy || !m_anyShown || m_shown.isNull())
        return;
    desk::NoteMail notes;
    notes.delivery = static_cast<NoteDelivery>(m_ui->delivery->currentData().toInt());
    notes.digestAt = m_ui->digestAt->time();
    notes.houseAddress = m_ui->house->text();
    setBusy(tr("Saving …"));
    m_setup.saveNotes(m_shown, notes);
}

void MailPage::setBusy(const QString& sentence)
{
    tell(sentence, "well");
    m_busy = true;
    updateButtons();
}

void MailPage::tell(const QString& sentence, const char* look)
{
    m_busy = false;
    setLook(m_ui->result, "card", QString::fromLatin1(look));
    announce(m_ui->result, sentence);
    updateButtons();
}

void MailPage::updateButtons()
{
    const MailConnection* connection = chosen();
    const bool ready = connection && !m_busy;
    for (QWidget* button : std::initializer_list<QWidget*>{m_ui->test, m_ui->save, m_ui->saveNotes})
        button->setEnabled(ready);
    m_ui->remove->setEnabled(ready && connection->access.isSet());
}

bool MailPage::stepBack()
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
