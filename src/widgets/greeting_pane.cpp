#include "greeting_pane.h"

#include "theme.h"
#include "ui_greeting_pane.h"

#include "vorzimmer/models/wording.h"

#include <QTabBar>

#include <algorithm>

namespace vorzimmer::widgets {

namespace {

/// "de-AT" is spoken by whoever speaks "de".
QString spokenLanguage(const QString& bcp47)
{
    return bcp47.section(QLatin1Char('-'), 0, 0).toLower();
}

} // namespace

GreetingPane::GreetingPane(const std::vector<domain::Greeting>& greetings, const QString& secretary, const QString& language,
                           QWidget* parent)
    : QFrame(parent), m_greetings(greetings), m_secretary(secretary), m_ui(std::make_unique<Ui::GreetingPane>())
{
    m_ui->setupUi(this);
    m_ui->header->addWidget(m_ui->languages);
    m_ui->header->setTarget(m_ui->text);
    m_ui->languages->setAccessibleName(tr("Language of the greeting"));
    for (const domain::Greeting& greeting : m_greetings)
        m_ui->languages->addTab(models::Wording::languageName(greeting.language));
    m_ui->languages->setHidden(m_greetings.empty());
    connect(m_ui->languages, &QTabBar::currentChanged, this, [this](int index) {
        showGreeting(index);
        Q_EMIT languageChanged(this->language());
    });
    if (m_greetings.empty())
        m_ui->text->setPlainText(tr("No greeting is on file. Say the name of the house and your own."));
    else
        showGreeting(0);
    setLanguage(language);
}

GreetingPane::~GreetingPane() = default;

QString GreetingPane::language() const
{
    const int index = m_ui->languages->currentIndex();
    return index < 0 ? QString() : m_greetings[static_cast<size_t>(index)].language;
}

void GreetingPane::setLanguage(const QString& bcp47)
{
    const auto found = std::find_if(m_greetings.begin(), m_greetings.end(), [&](const domain::Greeting& greeting) {
        return spokenLanguage(greeting.language) == spokenLanguage(bcp47);
    });
    if (found != m_greetings.end())
        m_ui->languages->setCurrentIndex(static_cast<int>(found - m_greetings.begin()));
}

void GreetingPane::showGreeting(int index)
{
    const domain::Greeting& greeting = m_greetings[static_cast<size_t>(index)];
    const QString words = domain::spokenGreeting(greeting, m_secretary);
    // A long greeting is still to be seen whole at a glance.
    constexpr qsizetype longGreeting = 170;
    m_ui->text->setFontScale(words.size() > longGreeting ? 1.2 : 1.5);
    m_ui->text->setPlainText(QLocale(greeting.language).quoteString(words));
    updateGeometry();
}

int GreetingPane::heightForWidth(int width) const
{
    const QMargins around = m_ui->body->contentsMargins();
    return m_ui->header->sizeHint().height() + m_ui->text->naturalHeight(width - around.left() - around.right()) + around.top()
           + around.bottom() + 2;
}

} // namespace vorzimmer::widgets
