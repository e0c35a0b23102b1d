#include "mail_card.h"

#include "announcement.h"
#include "theme.h"
#include "ui_mail_card.h"

#include "vorzimmer/models/wording.h"

#include <algorithm>

namespace vorzimmer::widgets {

using domain::MailState;
using models::MailWording;

namespace {

constexpr std::chrono::milliseconds refreshPause{150};

bool canBeChanged(MailState state)
{
    return state == MailState::Failed || state == MailState::Unclear || state == MailState::Waiting;
}

} // namespace

MailCard::MailCard(desk::MailKeeper& keeper, std::shared_ptr<desk::MailDesk> desk, QWidget* parent)
    : QFrame(parent), m_keeper(keeper), m_desk(std::move(desk)), m_ui(std::make_unique<Ui::MailCard>())
{
    m_ui->setupUi(this);
    setProperty("card", true);
    m_ui->problem->setProperty("problem", true);
    m_ui->problem->hide();
    const std::vector<RowColumn> columns{{}, {RowColumn::Kind::Fit, 0, true}};
    m_ui->houses->setColumns(columns);
    m_ui->houses->setRowModel(&m_houseRows);
    m_ui->mails->setColumns(columns);
    m_ui->mails->setRowModel(&m_mailRows);
    m_ui->header->setTarget(m_desk ? m_ui->mails : m_ui->houses);
    m_refreshLater.setSingleShot(true);
    connectCard();
    showHouses();
    showMails();
    if (m_desk)
        m_desk->load();
}

MailCard::~MailCard() = default;

void MailCard::connectCard()
{
    const auto later = [this] {
        if (!m_refreshLater.isActive())
            m_refreshLater.start(refreshPause);
    };
    connect(&m_keeper, &desk::MailKeeper::statusChanged, this, later);
    connect(&m_keeper, &desk::MailKeeper::outboxChanged, this, later);
    connect(&m_refreshLater, &QTimer::timeout, this, [this] {
        showHouses();
        if (m_desk)
            m_desk->load();
    });
    connect(m_ui->mails->selectionModel(), &QItemSelectionModel::currentChanged, this, &MailCard::offer);
    connect(m_ui->mails, &RowList::rowChosen, this, [this] {
        m_ui->address->setFocus();
        m_ui->address->selectAll();
    });
    connect(m_ui->again, &QPushButton::clicked, this, &MailCard::sendAgain);
    connect(m_ui->address, &QLineEdit::returnPressed, this, &MailCard::sendAgain);
    connect(m_ui->dismiss, &QPushButton::clicked, this, [this] {
        const auto place = chosenPlace();
        if (chosen())
            m_desk->dismiss(place.mail, place.recipient);
        m_ui->mails->setFocus();
    });
    if (!m_desk)
        return;
    connect(m_desk.get(), &desk::MailDesk::loaded, this, &MailCard::showMails);
    connect(m_desk.get(), &desk::MailDesk::outboxFilled, &m_keeper, &desk::MailKeeper::push);
    connect(m_desk.get(), &desk::MailDesk::failed, this, [this](const domain::Error& error) {
        const bool address = error.where == u"address";
        announce(m_ui->problem, address ? tr("This is no e-mail address. Nothing was sent.") : models::Wording::faultSentence(error));
        if (address)
            m_ui->address->setFocus();
    });
}

void MailCard::showHouses()
{
    std::vector<models::Row> rows;
    for (const desk::MailStanding& standing : m_keeper.standings())
        rows.push_back(MailWording::house(standing.name, standing.status));
    m_ui->houses->setHidden(rows.empty());
    if (!m_desk)
        m_ui->header->setCount(static_cast<int>(rows.size()));
    setVisible(!rows.empty() || (m_desk && !m_desk->mails().empty()));
    m_houseRows.setRows(std::move(rows));
}

void MailCard::showMails()
{
    std::vector<models::Row> rows;
    if (m_desk) {
        for (const domain::Mail& mail : m_desk->mails()) {
            for (int position = 0; position < static_cast<int>(mail.recipients.size()); ++position)
                rows.push_back(MailWording::recipient(mail, position, m_desk->nowUtc()));
        }
        m_ui->header->setCount(static_cast<int>(rows.size()));
    }
    m_ui->mails->setHidden(rows.empty());
    m_ui->none->setVisible(m_desk && rows.empty());
    m_ui->actions->setHidden(rows.empty());
    m_mailRows.setRows(std::move(rows));
    if (!m_ui->mails->currentIndex().isValid() && m_mailRows.rowCount() > 0)
        m_ui->mails->setCurrentIndex(m_mailRows.index(0));
    offer();
    showHouses();
}

MailWording::Place MailCard::chosenPlace() const
{
    return MailWording::placeOf(m_ui->mails->currentId());
}

const domain::Recipient* MailCard::chosen() const
{
    if (!m_desk || !m_ui->mails->currentIndex().isValid())
        return nullptr;
    const MailWording::Place place = chosenPlace();
    for (const domain::Mail& mail : m_desk->mails()) {
        if (mail.id == place.mail && place.recipient < static_cast<int>(mail.recipients.size()))
            return &mail.recipients[static_cast<size_t>(place.recipient)];
    }
    return nullptr;
}

void MailCard::offer()
{
    const domain::Recipient* one = chosen();
    const bool changeable = one && canBeChanged(one->state);
    for (QWidget* part : std::initializer_list<QWidget*>{m_ui->address, m_ui->again, m_ui->dismiss})
        part->setEnabled(changeable);
    const QString id = m_ui->mails->currentId().toString();
    if (std::exchange(m_shownId, id) == id && m_ui->address->isModified())
        return; // what is being typed stays
    m_ui->address->setText(one ? one->address : QString());
    announce(m_ui->problem, {});
}

void MailCard::sendAgain()
{
    const MailWording::Place place = chosenPlace();
    if (!chosen() || !m_ui->again->isEnabled())
        return;
    announce(m_ui->problem, {});
    m_ui->address->setModified(false);
    m_desk->sendAgain(place.mail, place.recipient, m_ui->address->text());
    m_ui->mails->setFocus();
}

} // namespace vorzimmer::widgets
