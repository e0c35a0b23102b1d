#include "knowledge_page.h"

#include "announcement.h"
#include "knowledge_dialog.h"
#include "theme.h"
#include "ui_knowledge_page.h"

#include "vorzimmer/models/knowledge_rows.h"
#include "vorzimmer/models/markup.h"
#include "vorzimmer/models/wording.h"

#include <QKeyEvent>
#include <QShortcut>

#include <algorithm>
#include <utility>

namespace vorzimmer::widgets {

using desk::KnowledgeDesk;
using domain::KnowledgeEntry;
using models::KnowledgeRows;

KnowledgePage::KnowledgePage(std::unique_ptr<KnowledgeDesk> desk, Reader reader, QWidget* parent)
    : QWidget(parent), m_desk(std::move(desk)), m_ui(std::make_unique<Ui::KnowledgePage>())
{
    m_ui->setupUi(this);
    m_ui->splitter->setHandleWidth(em(this, 0.6));
    m_ui->reading->setHandleWidth(em(this, 0.6));
    m_ui->splitter->setStretchFactor(0, 2);
    m_ui->splitter->setStretchFactor(1, 3);
    m_ui->reading->setStretchFactor(0, 1);
    m_ui->entries->setRowModel(&m_rows);
    m_ui->entriesHeader->setTarget(m_ui->entries);
    m_ui->links->setRowModel(&m_links);
    m_ui->linksHeader->setTarget(m_ui->links);
    m_ui->result->setMargin(em(this, 0.5));
    m_ui->result->hide();
    for (QLabel* words : {m_ui->path, m_ui->question})
        words->setTextFormat(Qt::PlainText);
    for (QWidget* button : std::initializer_list<QWidget*>{m_ui->add, m_ui->edit, m_ui->remove})
        button->setVisible(m_desk->canEdit());
    m_ui->back->setVisible(reader == Reader::Bureau);
    m_ui->title->setVisible(reader == Reader::Bureau); // else its tab says it
    setFocusProxy(m_ui->search);
    m_ui->search->installEventFilter(this);
    connectPage();
    connectDesk();
    showEntries();
    m_desk->load();
}

KnowledgePage::~KnowledgePage() = default;

void KnowledgePage::connectPage()
{
    connect(m_ui->back, &QPushButton::clicked, this, &KnowledgePage::leaveRequested);
    connect(m_ui->search, &QLineEdit::textChanged, this, [this] {
        m_trail.clear();
        showEntries();
        m_ui->entries->setCurrentIndex(m_rows.index(0, 0));
    });
    connect(m_ui->search, &QLineEdit::returnPressed, this, [this] { m_ui->answer->setFocus(); });
    connect(m_ui->entries->selectionModel(), &QItemSelectionModel::currentChanged, this, &KnowledgePage::showEntry);
    connect(m_ui->entries, &RowList::rowChosen, this, [this] { m_ui->answer->setFocus(); });
    connect(m_ui->links, &RowList::rowChosen, this, [this](const QVariant& id) { follow(id.toString()); });
    if (!m_desk->canEdit())
        return;
    const auto bind = [this](QPushButton* button, QWidget* where, std::initializer_list<QKeySequence> keys, auto act) {
        connect(button, &QPushButton::clicked, this, act);
        for (const QKeySequence& key : keys) {
            auto* shortcut = new QShortcut(key, where);
            shortcut->setContext(Qt::WidgetWithChildrenShortcut);
            shortcut->setAutoRepeat(false);
            connect(shortcut, &QShortcut::activated, this, act);
        }
    };
    bind(m_ui->add, this, {Qt::CTRL | Qt::Key_N}, [this] {
        KnowledgeEntry fresh;
        fresh.id = m_desk->freshId();
        fresh.below = chosen();
        openForm(fresh);
    });
    bind(m_ui->edit, this, {Qt::CTRL | Qt::Key_E}, [this] {
        if (const KnowledgeEntry* entry = domain::entryById(m_desk->knowledge().entries, chosen()))
            openForm(*entry);
    });
    bind(m_ui->remove, m_ui->entries, {Qt::Key_Delete}, [this] {
        const KnowledgeEntry* entry = domain::entryById(m_desk->knowledge().entries, chosen());
        if (!entry)
            return;
        if (m_removalAsked == entry->id) {
            m_desk->remove(entry->id);
            return;
        }
        m_removalAsked = entry->id;
        tell(tr("“%1” is taken away for good with Del once more.").arg(entry->question), false);
    });
    const auto move = [this](const QKeySequence& key, int by) {
        auto* shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, by] {
            m_wanted = chosen();
            if (!m_wanted.isEmpty())
                m_desk->move(m_wanted, by);
        });
    };
    move(Qt::ALT | Qt::Key_Up, -1);
    move(Qt::ALT | Qt::Key_Down, 1);
}

void KnowledgePage::connectDesk()
{
    connect(m_desk.get(), &KnowledgeDesk::changed, this, [this] {
        const QString before = m_wanted.isEmpty() ? chosen() : std::exchange(m_wanted, {});
        showEntries();
        choose(before);
        if (!m_ui->entries->currentIndex().isValid())
            m_ui->entries->setCurrentIndex(m_rows.index(0, 0));
        showEntry();
    });
    connect(m_desk.get(), &KnowledgeDesk::saved, this, [this] {
        m_written.reset();
        tell(tr("Kept. It counts at once."), true);
    });
    connect(m_desk.get(), &KnowledgeDesk::failed, this, [this](const domain::Error& error) {
        tell(error.fault == domain::Fault::Invalid ? tr("Not kept: it would stand below itself, or has no words.")
                                                   : models::Wording::faultSentence(error),
             false);
        if (const auto written = std::exchange(m_written, {}))
            openForm(*written); // its words are nowhere else
    });
}

void KnowledgePage::showEntries()
{
    const auto& entries = m_desk->knowledge().entries;
    const QString search = m_ui->search->text();
    const bool searching = !search.trimmed().isEmpty();
    std::vector<models::Row> rows = searching ? KnowledgeRows::found(entries, m_desk->find(search)) : KnowledgeRows::tree(entries);
    m_ui->entriesHeader->setCount(static_cast<int>(rows.size()));
    m_ui->entries->setHidden(rows.empty());
    m_ui->noEntries->setVisible(rows.empty());
    if (searching)
        m_ui->noEntries->setText(tr("Nothing is found. Search for fewer words or letters, or take a message."));
    else if (m_desk->canEdit())
        m_ui->noEntries->setText(tr("Nothing is written down yet. New (Ctrl+N) begins: what do callers ask, and what shall be answered?"));
    else
        m_ui->noEntries->setText(tr("This house has written nothing down yet. Supervisor and client can."));
    m_rows.setRows(std::move(rows));
    showEntry();
}

QString KnowledgePage::chosen() const
{
    return m_ui->entries->currentId().toString();
}

void KnowledgePage::showEntry()
{
    const auto& entries = m_desk->knowledge().entries;
    const KnowledgeEntry* entry = domain::entryById(entries, chosen());
    if (!entry || entry->id != m_removalAsked)
        m_removalAsked.clear();
    m_ui->reading->setVisible(entry != nullptr);
    m_ui->edit->setEnabled(entry != nullptr);
    m_ui->remove->setEnabled(entry != nullptr);
    if (!entry)
        return;
    const QString path = KnowledgeRows::pathText(entries, entry->id);
    m_ui->path->setText(path);
    m_ui->path->setHidden(path.isEmpty());
    m_ui->question->setText(entry->question);
    m_ui->answer->setHtml(models::boldHtml(entry->answer).replace(QLatin1Char('\n'), QStringLiteral("<br>")));
    m_links.setRows(KnowledgeRows::links(entries, *entry));
    m_ui->linksCard->setVisible(m_links.rowCount() > 0);
}

void KnowledgePage::choose(const QString& id)
{
    for (int row = 0; row < m_rows.rowCount(); ++row) {
        if (m_rows.row(row).id.toString() == id)
            m_ui->entries->setCurrentIndex(m_rows.index(row, 0));
    }
}

void KnowledgePage::follow(const QString& id)
{
    std::vector<QString> trail = std::exchange(m_trail, {});
    trail.push_back(chosen());
    if (!m_ui->search->text().isEmpty())
        m_ui->search->clear(); // the link may lead to what was not found
    choose(id);
    m_trail = std::move(trail);
    m_ui->answer->setFocus();
}

void KnowledgePage::openForm(const KnowledgeEntry& entry)
{
    auto* dialog = new KnowledgeDialog(entry, m_desk->knowledge().entries, this);
    connect(dialog, &KnowledgeDialog::entryWritten, this, [this](const KnowledgeEntry& written) {
        m_wanted = written.id;
        m_written = written;
        m_desk->put(written);
    });
    dialog->open();
}

void KnowledgePage::tell(const QString& sentence, bool isWell)
{
    setLook(m_ui->result, "card", isWell ? QStringLiteral("well") : QStringLiteral("warn"));
    announce(m_ui->result, sentence);
}

bool KnowledgePage::stepBack()
{
    if (!m_trail.empty()) {
        const QString before = m_trail.back();
        m_trail.pop_back();
        choose(before);
        return true;
    }
    if (m_ui->search->text().isEmpty())
        return false;
    m_ui->search->clear();
    m_ui->search->setFocus();
    return true;
}

bool KnowledgePage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_ui->search && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool walks = key->modifiers() == Qt::NoModifier
                           && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down || key->key() == Qt::Key_PageUp || key->key() == Qt::Key_PageDown);
        if (walks)
            return QCoreApplication::sendEvent(m_ui->entries, event);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace vorzimmer::widgets
