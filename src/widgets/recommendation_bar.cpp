#include "recommendation_bar.h"

#include "clamp_label.h"
#include "theme.h"
#include "ui_recommendation_bar.h"

#include "vorzimmer/models/wording.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>

namespace vorzimmer::widgets {

using models::Wording;

RecommendationBar::RecommendationBar(const domain::Recommendation& advice, const std::vector<domain::Person>& people,
                                     const std::vector<domain::Concern>& concerns, const QString& concern, QWidget* parent)
    : QFrame(parent), m_people(people), m_ui(std::make_unique<Ui::RecommendationBar>())
{
    m_ui->setupUi(this);
    m_ui->arrow->setFont(scaledFont(font(), 1.6));
    m_ui->arrow->setProperty("tone", QStringLiteral("accent"));
    m_ui->arrow->setText(QStringLiteral("→"));
    m_ui->arrow->setAccessibleName(QStringLiteral(" "));
    m_ui->concernLabel->setProperty("tone", QStringLiteral("muted"));
    m_ui->concern->setAccessibleName(tr("Concern"));
    m_ui->concern->lineEdit()->setAccessibleName(tr("Concern"));
    m_ui->concern->setMinimumWidth(em(this, 16));
    m_ui->concern->lineEdit()->setPlaceholderText(tr("What is it about?"));
    for (const domain::Concern& known : concerns)
        m_ui->concern->addItem(known.name);
    m_ui->concern->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_ui->concern->completer()->setFilterMode(Qt::MatchContains);
    m_ui->concern->completer()->popup()->setProperty("popup", true);
    setConcern(concern);
    connect(m_ui->concern, &QComboBox::activated, this, &RecommendationBar::announceConcern);
    connect(m_ui->concern->lineEdit(), &QLineEdit::editingFinished, this, &RecommendationBar::announceConcern);
    setRecommendation(advice);
}

RecommendationBar::~RecommendationBar() = default;

void RecommendationBar::setRecommendation(const domain::Recommendation& advice)
{
    const QString title = Wording::recommendationTitle(advice, m_people);
    const QString notes = Wording::adviceNotes(advice);
    const QString because = Wording::reasonSentence(advice.reasons);
    const QString reasons = notes.isEmpty() ? because : notes + QStringLiteral(" – ") + because;
    const QString rule = Wording::ruleText(advice.rule);
    m_ui->title->setText(title);
    m_ui->rule->setText(rule);
    m_ui->reasons->setText(reasons);
    setAccessibleName(tr("Recommended: %1").arg(title));
    setAccessibleDescription(reasons + QStringLiteral(" ") + rule);
}

void RecommendationBar::showOutcome(domain::Disposition disposition, const QString& detail)
{
    if (disposition == domain::Disposition::None)
        return;
    const QString outcome = Wording::dispositionText(disposition);
    m_ui->arrow->setText(QStringLiteral("✓"));
    m_ui->title->setText(outcome);
    m_ui->rule->clear();
    m_ui->reasons->setText(detail);
    setAccessibleName(tr("Outcome: %1").arg(outcome));
    setAccessibleDescription(detail);
}

QString RecommendationBar::concern() const
{
    return m_ui->concern->currentText().trimmed();
}

void RecommendationBar::setConcern(const QString& concern)
{
    m_concern = concern;
    if (this->concern() != concern)
        m_ui->concern->setCurrentText(concern);
}

void RecommendationBar::focusConcern()
{
    m_ui->concern->setFocus(Qt::ShortcutFocusReason);
}

void RecommendationBar::announceConcern()
{
    if (concern() == m_concern)
        return;
    m_concern = concern();
    Q_EMIT concernChosen(m_concern);
}

} // namespace vorzimmer::widgets
