#include "people_pane.h"

#include "key_button.h"
#include "pane_header.h"
#include "row_list.h"
#include "theme.h"
#include "ui_people_pane.h"

namespace vorzimmer::widgets {

PeoplePane::PeoplePane(const std::vector<domain::Person>& people, const QTimeZone& zone, const QDateTime& now,
                       models::NumberDisplay display, QWidget* parent)
    : QFrame(parent), m_people(people), m_zone(zone), m_now(now), m_display(std::move(display)), m_ui(std::make_unique<Ui::PeoplePane>())
{
    m_ui->setupUi(this);
    m_ui->list->setColumns({{RowColumn::Kind::Share, 6}, {RowColumn::Kind::Share, 7}, {RowColumn::Kind::Share, 5}});
    m_ui->list->setRowModel(&m_rows);
    m_ui->header->setTarget(m_ui->list);
    m_ui->header->addWidget(m_ui->state);
    m_ui->state->setButtonLook(QStringLiteral("pill"));
    connect(m_ui->state, &QPushButton::clicked, this, &PeoplePane::stateRequested);
    connect(m_ui->list, &RowList::rowChosen, this,
            [this](const QVariant& id) { Q_EMIT personChosen(domain::PersonId(id.toUuid())); });
    refresh();
}

PeoplePane::~PeoplePane() = default;

void PeoplePane::setNow(const QDateTime& now)
{
    m_now = now;
    refresh();
}

void PeoplePane::setStaleDays(int days)
{
    m_staleDays = days;
    refresh();
}

void PeoplePane::setPeople(const std::vector<domain::Person>& people)
{
    m_people = people;
    refresh();
}

domain::PersonId PeoplePane::chosenPerson() const
{
    const QModelIndex current = m_ui->list->currentIndex();
    if (current.isValid())
        return domain::PersonId(current.data(models::RowListModel::IdRole).toUuid());
    return m_people.empty() ? domain::PersonId() : m_people.front().id;
}

QPoint PeoplePane::menuPlace() const
{
    const QModelIndex current = m_ui->list->currentIndex().isValid() ? m_ui->list->currentIndex() : m_rows.index(0, 0);
    return m_ui->list->viewport()->mapToGlobal(m_ui->list->visualRect(current).topLeft() + QPoint(em(this, 2), em(this, 1.5)));
}

void PeoplePane::refresh()
{
    const models::DeskRows rows(m_zone, m_now, m_display);
    m_rows.setRows(rows.people(m_people));
    m_ui->list->setHidden(m_people.empty());
    m_ui->empty->setVisible(m_people.empty());
    m_ui->state->setHidden(m_people.empty());
    const bool stale = rows.isStale(m_people, m_staleDays);
    m_ui->header->setInfo(rows.peopleAsOf(m_people), stale ? models::Tone::Warn : models::Tone::Muted);
    updateGeometry();
}

int PeoplePane::heightForWidth(int width) const
{
    const int body = m_people.empty() ? m_ui->empty->heightForWidth(width - 2) : m_ui->list->naturalHeight(width - 2);
    return m_ui->header->sizeHint().height() + body + 2;
}

} // namespace vorzimmer::widgets
