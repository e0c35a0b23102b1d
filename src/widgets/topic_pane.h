#pragma once

#include "vorzimmer/desk/case_file.h"
#include "vorzimmer/models/row_list_model.h"
#include "vorzimmer/ports/topic_list.h"

#include <QDate>
#include <QFrame>
#include <QTimeZone>

#include <memory>
#include <vector>

namespace vorzimmer::widgets {

namespace Ui {
class TopicPane;
}

/// One topic, open for reading and writing in place. What is typed goes out when its field is left, and at the latest with
/// commit(); news from outside never touches a field that is being typed in.
class TopicPane : public QFrame {
    Q_OBJECT

public:
    explicit TopicPane(QTimeZone zone, QWidget* parent = nullptr);
    ~TopicPane() override;

    void setPeople(const std::vector<QString>& people);
    /// Another topic, or news of the one that is shown; null = none.
    void show(const ports::TopicEntry* entry, QDate today);
    /// An empty topic that goes on the list with commit().
    void startNew(QDate today);
    [[nodiscard]] bool isNew() const { return m_new; }
    [[nodiscard]] const domain::TopicId& shown() const { return m_base.id; }
    void setHistory(const std::vector<ports::TopicEvent>& events);
    [[nodiscard]] bool isHistoryOpen() const;
    void openHistory(bool open);
    /// Sends what was typed and not yet sent.
    void commit();
    /// Sends no comment: a half one is nobody's to read. It stands there again when its topic does.
    void keepCommentBegun();
    /// Keeps them in @p begun from now on, which outlives this pane.
    void shareWordsBegun(std::shared_ptr<desk::WordsBegun> begun);
    /// The topic has been deleted elsewhere while something is typed: keeps the words as a new topic. False when none are.
    bool keepAsNew();
    void focusTitle();
    void toggleDone();
    /// Nothing is lost: tells what became of the last change.
    void showSaved(const QString& words);

Q_SIGNALS:
    void edited(const vorzimmer::domain::Topic& wanted, vorzimmer::domain::TopicFields fields);
    void added(const vorzimmer::domain::Topic& draft);
    void commentWritten(const vorzimmer::domain::TopicId& topic, const QString& text);
    void removeRequested();
    void decideRequested();
    void historyRequested(const vorzimmer::domain::TopicId& topic);
    /// The note from which this topic came.
    void noteRequested(const vorzimmer::domain::TopicId& topic);
    /// Ctrl+Enter: what was typed is sent, back to the list.
    void leaveRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectFields();
    void fill(const domain::Topic& topic, domain::TopicFields fields);
    /// The fields in which what stands on the screen is not what was last read.
    [[nodiscard]] domain::TopicFields typedFields() const;
    [[nodiscard]] domain::Topic typed() const;
    void showFacts(const ports::TopicEntry& entry);
    void showEvents();
    void showFlaws();
    /// What only a topic that is on the list has.
    void showPast(bool has);
    void commitField();

    std::unique_ptr<Ui::TopicPane> m_ui;
    QTimeZone m_zone;
    QDate m_today;
    domain::Topic m_base; ///< as last read
    bool m_new = false;
    std::vector<domain::Comment> m_comments;
    std::vector<ports::TopicEvent> m_history;
    models::RowListModel m_events;
    std::shared_ptr<desk::WordsBegun> m_wordsBegun = std::make_shared<desk::WordsBegun>();
};

} // namespace vorzimmer::widgets
