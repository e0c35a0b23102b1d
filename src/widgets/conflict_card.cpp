#include "conflict_card.h"

#include "theme.h"
#include "ui_conflict_card.h"

#include "vorzimmer/models/topic_wording.h"
#include "vorzimmer/models/word_diff.h"

#include <QTextCursor>

namespace vorzimmer::widgets {

using domain::TopicField;
using models::DiffPiece;
using models::TopicWording;
using ports::ConflictChoice;

namespace {

enum class Change { Came, Went };

void write(ReadingView& view, const std::vector<DiffPiece>& pieces, Change change)
{
    view.clear();
    QTextCharFormat plain;
    QTextCharFormat marked;
    if (change == Change::Came) {
        marked.setFontUnderline(true);
        marked.setFontWeight(QFont::DemiBold);
        marked.setBackground(tokens().accentSoft);
    } else {
        marked.setFontStrikeOut(true);
        marked.setForeground(tokens().textMuted);
    }
    QTextCursor cursor(view.document());
    for (const DiffPiece& piece : pieces)
        cursor.insertText(piece.text, piece.differs ? marked : plain);
    view.moveCursor(QTextCursor::Start);
    view.updateGeometry();
}

/// What of @p base either side no longer has.
std::vector<DiffPiece> gone(const QString& base, const QString& ours, const QString& theirs)
{
    std::vector<bool> differs(static_cast<size_t>(base.size()), false);
    for (const QString& side : {ours, theirs}) {
        size_t at = 0;
        for (const DiffPiece& piece : models::wordDiff(base, side)) {
            for (qsizetype character = 0; character < piece.text.size(); ++character, ++at)
                differs[at] = differs[at] || piece.differs;
        }
    }
    std::vector<DiffPiece> pieces;
    for (size_t at = 0; at < differs.size(); ++at) {
        if (pieces.empty() || pieces.back().differs != differs[at])
            pieces.push_back({QString(), differs[at]});
        pieces.back().text += base[static_cast<qsizetype>(at)];
    }
    return pieces;
}

bool allowsBoth(TopicField field)
{
    return field == TopicField::Title || field == TopicField::Text;
}

} // namespace

ConflictCard::ConflictCard(const ports::TopicConflict& conflict, QWidget* parent)
    : QFrame(parent), m_conflict(conflict), m_ui(std::make_unique<Ui::ConflictCard>())
{
    build();
    m_ui->takeBack->hide();
    m_ui->decision->setState(models::Lamp::Alarm, models::Tone::Danger, tr("not decided"));
}

ConflictCard::ConflictCard(const ports::ConflictDecision& decision, QWidget* parent)
    : QFrame(parent), m_conflict(decision.conflict), m_decided(true), m_ui(std::make_unique<Ui::ConflictCard>())
{
    build();
    for (QWidget* button : std::initializer_list<QWidget*>{m_ui->keepOurs, m_ui->keepTheirs, m_ui->keepBoth})
        button->hide();
    QString words = TopicWording::choiceText(decision);
    if (!decision.decidedBy.isEmpty())
        words += QStringLiteral(" · ") + decision.decidedBy;
    m_ui->decision->setState(models::Lamp::On, models::Tone::Ok, words);
    if (decision.choice != ConflictChoice::Theirs)
        setLook(m_ui->oursBox, "card", QStringLiteral("advice"));
    if (decision.choice != ConflictChoice::Ours)
        setLook(m_ui->theirsBox, "card", QStringLiteral("advice"));
}

ConflictCard::~ConflictCard() = default;

void ConflictCard::build()
{
    m_ui->setupUi(this);
    m_ui->field->setTextFormat(Qt::PlainText);
    m_ui->field->setText(TopicWording::fieldName(m_conflict.field));
    setAccessibleName(m_ui->field->text());
    m_ui->keepBoth->setVisible(allowsBoth(m_conflict.field));
    connect(m_ui->keepOurs, &QPushButton::clicked, this, [this] { choose(ConflictChoice::Ours); });
    connect(m_ui->keepTheirs, &QPushButton::clicked, this, [this] { choose(ConflictChoice::Theirs); });
    connect(m_ui->keepBoth, &QPushButton::clicked, this, [this] { choose(ConflictChoice::Both); });
    connect(m_ui->takeBack, &QPushButton::clicked, this, &ConflictCard::takeBack);
    showValues();
    nameButtons();
}

void ConflictCard::showValues()
{
    const domain::Topic& ours = m_conflict.ours;
    const domain::Topic& theirs = m_conflict.theirs;
    const bool deletion = m_conflict.field == TopicField::Deletion;
    m_ui->sentence->setVisible(deletion);
    if (deletion) {
        m_ui->sentence->setText(ours.deleted ? tr("We deleted this topic; meanwhile the other side went on changing it.")
                                             : tr("The other side deleted this topic; meanwhile it was changed here."));
    }
    const QString was = TopicWording::valueText(m_conflict.field, m_conflict.base);
    const QString here = TopicWording::valueText(m_conflict.field, ours);
    const QString there = TopicWording::valueText(m_conflict.field, theirs);
    const auto told = [](const QString& words, const QString& none, const QString& some) {
        return words.isEmpty() ? none : some.arg(words);
    };
    const std::vector<DiffPiece> went = gone(was, here, there);
    write(*m_ui->base, went, Change::Went);
    m_ui->base->setAccessibleDescription(told(models::differingWords(went), QString(), tr("words that went: %1")));
    for (const auto& [view, value] : {std::pair{m_ui->ours, here}, std::pair{m_ui->theirs, there}}) {
        const std::vector<DiffPiece> came = models::wordDiff(value, was);
        write(*view, came, Change::Came);
        view->setAccessibleDescription(told(models::differingWords(came), tr("no new words"), tr("new words: %1")));
    }
    if (!ours.changedBy.isEmpty())
        m_ui->oursLabel->setText(tr("Ours · %1").arg(ours.changedBy));
    if (!theirs.changedBy.isEmpty())
        m_ui->theirsLabel->setText(tr("Theirs · %1").arg(theirs.changedBy));
    for (QLabel* label : {m_ui->oursLabel, m_ui->theirsLabel})
        label->setTextFormat(Qt::PlainText);
}

void ConflictCard::nameButtons()
{
    if (m_conflict.field == TopicField::Deletion) {
        m_ui->keepOurs->setText(m_conflict.ours.deleted ? tr("Leave it deleted") : tr("Keep the topic"));
        m_ui->keepTheirs->setText(m_conflict.theirs.deleted ? tr("Leave it deleted") : tr("Keep the topic"));
    }
    const QString field = m_ui->field->text();
    for (QPushButton* button :
         std::initializer_list<QPushButton*>{m_ui->keepOurs, m_ui->keepTheirs, m_ui->keepBoth, m_ui->takeBack})
        button->setAccessibleName(tr("%1: %2", "field, what the button does").arg(field, button->text()));
}

void ConflictCard::choose(ConflictChoice choice)
{
    if (m_decided || (choice == ConflictChoice::Both && !allowsBoth(m_conflict.field)))
        return;
    Q_EMIT chosen(m_conflict.field, choice);
}

void ConflictCard::takeBack()
{
    if (m_decided)
        Q_EMIT takenBack(m_conflict.field);
}

void ConflictCard::setInFront(bool inFront)
{
    const auto cap = [inFront](const QString& key) { return inFront ? key : QString(); };
    m_ui->keepOurs->setKeyCap(cap(tr("Ctrl+1")));
    m_ui->keepTheirs->setKeyCap(cap(tr("Ctrl+2")));
    m_ui->keepBoth->setKeyCap(cap(tr("Ctrl+3")));
    m_ui->takeBack->setKeyCap(cap(tr("Ctrl+Z")));
}

} // namespace vorzimmer::widgets
