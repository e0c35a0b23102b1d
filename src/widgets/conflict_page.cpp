#include "conflict_page.h"

#include "announcement.h"
#include "conflict_card.h"
#include "ui_conflict_page.h"

#include <QApplication>
#include <QShortcut>

#include <algorithm>

namespace vorzimmer::widgets {

using ports::ConflictChoice;

ConflictPage::ConflictPage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::ConflictPage>())
{
    m_ui->setupUi(this);
    m_ui->cardsLayout->addStretch(1);
    m_ui->scroll->viewport()->setAutoFillBackground(false);
    connect(m_ui->back, &QPushButton::clicked, this, &ConflictPage::leaveRequested);
    const auto bind = [this](const QKeySequence& key, auto act) {
        auto* shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    for (const auto& [key, choice] :
         {std::pair{Qt::Key_1, ConflictChoice::Ours}, std::pair{Qt::Key_2, ConflictChoice::Theirs},
          std::pair{Qt::Key_3, ConflictChoice::Both}}) {
        bind(Qt::CTRL | key, [this, choice = choice] {
            if (ConflictCard* card = inFront(false))
                card->choose(choice);
        });
    }
    bind(QKeySequence::Undo, [this] {
        if (ConflictCard* card = inFront(true))
            card->takeBack();
    });
    connect(qApp, &QApplication::focusChanged, this, &ConflictPage::markFront);
    setFocusProxy(m_ui->back);
}

ConflictPage::~ConflictPage() = default;

void ConflictPage::show(const ports::TopicEntry& entry)
{
    if (!m_cards.empty() && m_entry.topic.id == entry.topic.id && m_entry.conflicts == entry.conflicts &&
        m_entry.decisions == entry.decisions)
        return;
    const bool hadFocus = std::any_of(m_cards.begin(), m_cards.end(),
                                      [](ConflictCard* card) { return card->isAncestorOf(QApplication::focusWidget()); });
    m_entry = entry;
    for (ConflictCard* card : m_cards) {
        card->hide();
        card->deleteLater();
    }
    m_cards.clear();
    for (const ports::TopicConflict& conflict : entry.conflicts)
        m_cards.push_back(new ConflictCard(conflict, m_ui->cards));
    for (const ports::ConflictDecision& decision : entry.decisions)
        m_cards.push_back(new ConflictCard(decision, m_ui->cards));
    // A decided card stays where it was.
    std::stable_sort(m_cards.begin(), m_cards.end(), [](ConflictCard* a, ConflictCard* b) { return a->field() < b->field(); });
    for (size_t at = 0; at < m_cards.size(); ++at)
        placeCard(m_cards[at], static_cast<int>(at));
    m_ui->title->setText(entry.topic.title);
    const int open = static_cast<int>(entry.conflicts.size());
    announce(m_ui->hint,
             open > 0
                 ? tr("Both sides changed %n field(s) differently since they last agreed. Whatever you choose, the other "
                      "words stay in the history.",
                      nullptr, open)
                 : tr("Everything is decided. What you decided can still be taken back."));
    if (hadFocus)
        m_ui->back->setFocus();
    markFront();
}

void ConflictPage::placeCard(ConflictCard* card, int at)
{
    m_ui->cardsLayout->insertWidget(at, card);
    card->show();
    connect(card, &ConflictCard::chosen, this,
            [this](domain::TopicField field, ConflictChoice choice) { Q_EMIT decided(m_entry.topic.id, field, choice); });
    connect(card, &ConflictCard::takenBack, this,
            [this](domain::TopicField field) { Q_EMIT takenBack(m_entry.topic.id, field); });
}

ConflictCard* ConflictPage::inFront(bool decided) const
{
    ConflictCard* first = nullptr;
    for (ConflictCard* card : m_cards) {
        if (card->isDecided() != decided)
            continue;
        if (card->isAncestorOf(QApplication::focusWidget()))
            return card;
        if (!first)
            first = card;
    }
    return first;
}

void ConflictPage::markFront()
{
    const ConflictCard* open = inFront(false);
    const ConflictCard* done = inFront(true);
    for (ConflictCard* card : m_cards)
        card->setInFront(card == open || card == done);
}

} // namespace vorzimmer::widgets
