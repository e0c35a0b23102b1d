#include "knowledge_dialog.h"

#include "announcement.h"
#include "form_keys.h"
#include "row_list.h"
#include "theme.h"
#include "ui_knowledge_dialog.h"

#include "vorzimmer/models/knowledge_rows.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QShortcut>

#include <algorithm>

namespace vorzimmer::widgets {

using domain::KnowledgeEntry;
using models::KnowledgeRows;

namespace {

/// Lets one type into the box what is looked for.
void makeSearchable(QComboBox* box)
{
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(20);
}

} // namespace

KnowledgeDialog::KnowledgeDialog(KnowledgeEntry entry, std::vector<KnowledgeEntry> entries, QWidget* parent)
    : QDialog(parent), m_entry(std::move(entry)), m_entries(std::move(entries)), m_ui(std::make_unique<Ui::KnowledgeDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumSize(em(this, 42), em(this, 34));
    m_ui->question->setText(m_entry.question);
    m_ui->answer->setPlainText(m_entry.answer);
    m_ui->words->setText(QStringList(m_entry.words.begin(), m_entry.words.end()).join(QStringLiteral(", ")));
    m_ui->below->addItem(tr("(at the top)"), QString());
    for (const domain::TreePlace& place : domain::treeOf(m_entries)) {
        const KnowledgeEntry& one = m_entries[place.entry];
        const QString shown = KnowledgeRows::indented(one, place.depth);
        if (one.id != m_entry.id) {
            m_ui->below->addItem(shown, one.id);
            m_ui->link->addItem(shown, one.id);
        }
    }
    makeSearchable(m_ui->below);
    makeSearchable(m_ui->link);
    m_ui->below->setCurrentIndex(std::max(0, m_ui->below->findData(m_entry.below)));
    m_ui->links->setRowModel(&m_links);
    m_ui->links->setFitsRows(true);
    m_ui->flaw->hide();
    setLook(m_ui->flaw, "tone", QStringLiteral("danger"));
    connect(m_ui->addLink, &QPushButton::clicked, this, &KnowledgeDialog::addLink);
    const auto* remove = new QShortcut(Qt::Key_Delete, m_ui->links, nullptr, nullptr, Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &KnowledgeDialog::removeLink);
    m_ui->buttons->button(QDialogButtonBox::Save)->setAutoDefault(false);
    m_ui->addLink->setAutoDefault(false);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &KnowledgeDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &KnowledgeDialog::reject);
    onFinishKey(this, [this] { accept(); });
    showLinks();
    m_ui->question->setFocus();
}

KnowledgeDialog::~KnowledgeDialog() = default;

void KnowledgeDialog::showLinks()
{
    m_links.setRows(KnowledgeRows::links(m_entries, m_entry));
    m_ui->links->setVisible(m_links.rowCount() > 0);
}

void KnowledgeDialog::addLink()
{
    const QString id = m_ui->link->currentData().toString();
    if (id.isEmpty() || std::find(m_entry.seeAlso.begin(), m_entry.seeAlso.end(), id) != m_entry.seeAlso.end())
        return;
    m_entry.seeAlso.push_back(id);
    showLinks();
}

void KnowledgeDialog::removeLink()
{
    std::erase(m_entry.seeAlso, m_ui->links->currentId().toString());
    showLinks();
}

KnowledgeEntry KnowledgeDialog::written() const
{
    KnowledgeEntry entry = m_entry;
    entry.question = m_ui->question->text().simplified();
    entry.answer = m_ui->answer->toPlainText().trimmed();
    entry.below = m_ui->below->currentData().toString();
    entry.words.clear();
    for (const QString& word : m_ui->words->text().split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (const QString one = word.simplified(); !one.isEmpty())
            entry.words.push_back(one);
    }
    return entry;
}

void KnowledgeDialog::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QDialog::keyPressEvent(event);
}

void KnowledgeDialog::accept()
{
    const KnowledgeEntry entry = written();
    std::vector<KnowledgeEntry> entries = m_entries;
    domain::putEntry(entries, entry);
    if (entry.question.isEmpty()) {
        announce(m_ui->flaw, tr("What is asked? A heading will do, too."));
        m_ui->question->setFocus();
        return;
    }
    if (!domain::checkKnowledge(entries).empty()) {
        announce(m_ui->flaw, tr("It cannot stand below itself."));
        m_ui->below->setFocus();
        return;
    }
    Q_EMIT entryWritten(entry);
    QDialog::accept();
}

} // namespace vorzimmer::widgets
