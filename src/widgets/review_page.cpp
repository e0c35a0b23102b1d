#include "review_page.h"

#include "review_delegate.h"
#include "theme.h"
#include "ui_review_page.h"

#include "vorzimmer/models/question_wording.h"
#include "vorzimmer/models/review_model.h"
#include "vorzimmer/models/wording.h"

#include <QLocale>
#include <QShortcut>

namespace vorzimmer::widgets {

using models::ReviewModel;

namespace {

constexpr std::chrono::milliseconds searchPause{80};

} // namespace

ReviewPage::ReviewPage(std::unique_ptr<desk::Review> review, QTimeZone zone, Reader reader, QWidget* parent)
    : QWidget(parent), m_review(std::move(review)), m_zone(std::move(zone)), m_reader(reader), m_ui(std::make_unique<Ui::ReviewPage>()),
      m_model(new ReviewModel(m_zone, this))
{
    m_ui->setupUi(this);
    m_ui->list->setModel(m_model);
    m_ui->list->setItemDelegate(new ReviewDelegate(this));
    m_ui->list->setMouseTracking(true);
    setLook(m_ui->list, "ring", QStringLiteral("framed")); // its delegate draws the ring
    m_ui->detail->setProperty("card", true);
    m_ui->who->setProperty("heading", 2);
    m_ui->facts->setProperty("muted", true);
    m_ui->commentsLabel->setProperty("sectionTitle", true);
    m_ui->done->setProperty("primary", true);
    m_ui->problem->setProperty("problem", true);
    m_ui->problem->hide();
    m_ui->markUnseen->setVisible(m_reader == Reader::Client);
    m_ui->splitter->setStretchFactor(0, 2);
    m_ui->splitter->setStretchFactor(1, 3);
    m_searchDelay.setSingleShot(true);

    connect(&m_searchDelay, &QTimer::timeout, this, &ReviewPage::applyFilter);
    connect(m_ui->search, &QLineEdit::textChanged, this, [this] { m_searchDelay.start(searchPause); });
    connect(m_ui->unseenOnly, &QCheckBox::toggled, this, &ReviewPage::applyFilter);
    connect(m_ui->openOnly, &QCheckBox::toggled, this, &ReviewPage::applyFilter);
    connect(m_ui->list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& now) { showEntry(now.row()); });
    connect(m_ui->comment, &QLineEdit::returnPressed, this, &ReviewPage::addComment);
    connect(m_ui->addComment, &QPushButton::clicked, this, &ReviewPage::addComment);
    connect(m_ui->done, &QPushButton::clicked, this, &ReviewPage::toggleDone);
    connect(m_ui->markUnseen, &QPushButton::clicked, this, &ReviewPage::markUnseen);
    const auto* find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, m_ui->search, qOverload<>(&QWidget::setFocus));

    connect(m_review.get(), &desk::Review::loaded, this, &ReviewPage::showLoaded);
    connect(m_review.get(), &desk::Review::failed, this, [this](const domain::Error& error) {
        m_ui->problem->setText(models::Wording::faultSentence(error));
        m_ui->problem->show();
    });
    setFocusProxy(m_reader == Reader::Client ? static_cast<QWidget*>(m_ui->list) : m_ui->search);
    showEntry(-1);
    applyFilter();
}

ReviewPage::~ReviewPage() = default;

void ReviewPage::reload()
{
    m_review->reload();
}

void ReviewPage::showNote(const domain::NoteId& note)
{
    m_shown = note;
    m_ui->search->clear();
    m_ui->unseenOnly->setChecked(false);
    m_ui->openOnly->setChecked(false);
    applyFilter();
}

void ReviewPage::applyFilter()
{
    ports::ReviewQuery query;
    query.search = m_ui->search->text();
    query.unseenOnly = m_ui->unseenOnly->isChecked();
    query.openOnly = m_ui->openOnly->isChecked();
    m_review->load(query);
}

void ReviewPage::showLoaded()
{
    m_ui->problem->hide();
    m_model->setEntries(m_review->entries());
    const int notes = m_model->rowCount();
    m_ui->count->setText(notes == m_review->query().limit ? tr("the newest %n note(s)", nullptr, notes) : tr("%n note(s)", nullptr, notes));
    int row = m_model->rowOf(m_shown);
    if (row < 0)
        row = notes > 0 ? 0 : -1;
    if (m_ui->list->currentIndex().row() != row)
        m_ui->list->setCurrentIndex(m_model->index(row));
    else
        showEntry(row);
}

const ports::ReviewEntry* ReviewPage::shown() const
{
    return m_model->entry(m_model->rowOf(m_shown));
}

void ReviewPage::showEntry(int row)
{
    const ports::ReviewEntry* entry = m_model->entry(row);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_ui->comment, m_ui->addComment, m_ui->done, m_ui->markUnseen})
        widget->setEnabled(entry);
    if (!entry) {
        m_shown = {};
        const bool searching = !m_ui->search->text().isEmpty() || m_ui->unseenOnly->isChecked() || m_ui->openOnly->isChecked();
        m_ui->who->setText(searching ? tr("No note matches") : tr("No notes yet"));
        m_ui->facts->setText(searching ? tr("Search for fewer letters, or clear the filters above.")
                                       : tr("As soon as the secretary finishes a note about a call for you, it appears here."));
        m_ui->standing->clear();
        m_ui->text->clear();
        m_ui->comments->clear();
        return;
    }
    if (m_shown != entry->note.id) {
        m_shown = entry->note.id;
        m_keptNew = {};
        m_ui->comment->clear();
    }
    showDetail(*entry);
    if (m_reader == Reader::Client && !entry->seen && m_keptNew != entry->note.id)
        m_review->setSeen(entry->note.id, true);
}

void ReviewPage::showDetail(const ports::ReviewEntry& entry)
{
    m_ui->who->setText(m_model->data(m_model->index(m_model->rowOf(entry.note.id)), ReviewModel::WhoRole).toString());
    m_ui->facts->setText(factsOf(entry));
    m_ui->standing->setText(standingOf(entry));
    const QString text = models::QuestionWording::noteText(entry.note);
    if (m_ui->text->toPlainText() != text)
        m_ui->text->setPlainText(text);
    const QString comments = commentsOf(entry);
    if (m_ui->comments->toPlainText() != comments)
        m_ui->comments->setPlainText(comments);
    const bool done = entry.topicState == domain::TopicState::Done;
    m_ui->done->setText(done ? tr("&Reopen") : tr("&Done"));
}

QString ReviewPage::factsOf(const ports::ReviewEntry& entry) const
{
    const QLocale locale;
    const QDateTime at = (entry.call ? entry.call->offeredAt : entry.note.finishedAt).toTimeZone(m_zone);
    QStringList facts{locale.toString(at, QLocale::ShortFormat)};
    if (!entry.note.callbackNumber.isEmpty())
        facts << entry.note.callbackNumber;
    if (!entry.note.concern.isEmpty())
        facts << entry.note.concern;
    if (!entry.note.forName.isEmpty())
        facts << tr("for %1").arg(entry.note.forName);
    facts << tr("taken by %1").arg(entry.note.authorName);
    if (entry.call && entry.call->disposition != domain::Disposition::MessageTaken)
        facts << models::Wording::dispositionText(entry.call->disposition);
    return facts.join(QStringLiteral(" · "));
}

QString ReviewPage::standingOf(const ports::ReviewEntry& entry) const
{
    QStringList parts;
    if (entry.note.flags)
        parts << models::Wording::flagsText(entry.note.flags);
    parts << models::Wording::topicStateText(entry.topicState);
    parts << (entry.onSharedList ? tr("on the shared list") : tr("waiting for the shared list"));
    return parts.join(QStringLiteral(" · "));
}

QString ReviewPage::commentsOf(const ports::ReviewEntry& entry) const
{
    const QLocale locale;
    QStringList blocks;
    for (const domain::Comment& comment : entry.comments) {
        const QString at = locale.toString(comment.at.toTimeZone(m_zone), QLocale::ShortFormat);
        blocks << QStringLiteral("%1, %2\n%3").arg(comment.author, at, comment.text);
    }
    return blocks.join(QStringLiteral("\n\n"));
}

void ReviewPage::addComment()
{
    const ports::ReviewEntry* entry = shown();
    if (!entry || m_ui->comment->text().trimmed().isEmpty())
        return;
    m_review->addComment(domain::TopicId(entry->note.id.uuid()), m_ui->comment->text());
    m_ui->comment->clear();
}

void ReviewPage::toggleDone()
{
    const ports::ReviewEntry* entry = shown();
    if (!entry)
        return;
    const bool done = entry->topicState == domain::TopicState::Done;
    m_review->setState(domain::TopicId(entry->note.id.uuid()), done ? domain::TopicState::Open : domain::TopicState::Done);
}

void ReviewPage::markUnseen()
{
    const ports::ReviewEntry* entry = shown();
    if (!entry)
        return;
    m_keptNew = entry->note.id;
    m_review->setSeen(entry->note.id, false);
}

} // namespace vorzimmer::widgets
