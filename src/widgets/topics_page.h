#pragma once

#include "vorzimmer/desk/case_file.h"
#include "vorzimmer/desk/topic_desk.h"

#include <QTimeZone>
#include <QTimer>
#include <QWidget>

#include <memory>

namespace vorzimmer::models {
class TopicModel;
}

namespace vorzimmer::widgets {

class ConflictPage;
class TopicPane;

namespace Ui {
class TopicsPage;
}

/// One tenant's topic list: look for, read, change, decide. Belongs to one open cabinet and goes with it; what is typed or
/// about to be deleted then goes out before.
class TopicsPage : public QWidget {
    Q_OBJECT

public:
    /// Whoever reads: topics that a client makes come from the client.
    enum class Reader { Client, Bureau };
    TopicsPage(std::shared_ptr<desk::TopicDesk> desk, QTimeZone zone, Reader reader, QWidget* parent = nullptr);
    ~TopicsPage() override;

    [[nodiscard]] const domain::TenantId& tenant() const { return m_desk->tenant(); }
    /// The list may have changed elsewhere: reads it again soon, however often this is called.
    void refresh();
    /// Shows only what a person must decide.
    void showConflicts();
    /// One step back: out of a conflict, out of a topic, out of a search. False when there is nothing left to step out of.
    bool stepBack();
    /// Comments that were begun are kept there when this page goes.
    void shareWordsBegun(std::shared_ptr<desk::WordsBegun> begun);
    /// Sends what is typed or about to be deleted.
    void settle();

Q_SIGNALS:
    void outboxFilled(const vorzimmer::domain::TenantId& tenant);
    void noteRequested(const vorzimmer::domain::TopicId& topic);
    void leaveRequested();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void connectBar();
    void connectList();
    void connectPane();
    void connectDesk();
    void ask();
    void showLoaded();
    void choose(const domain::TopicId& topic);
    void showTopic(int row);
    void bringInSight(int row);
    void startNew();
    void removeShown();
    void undoRemoval();
    void carryOutRemoval();
    void openConflicts();
    void closeConflicts();
    void showProblem(const domain::Error& error);
    [[nodiscard]] QDate today() const;

    std::shared_ptr<desk::TopicDesk> m_desk;
    QTimeZone m_zone;
    Reader m_reader;
    std::unique_ptr<Ui::TopicsPage> m_ui;
    models::TopicModel* m_model;
    TopicPane* m_pane;
    ConflictPage* m_conflicts;
    QTimer m_askLater;
    QTimer m_refreshLater;
    QTimer m_removeLater;
    domain::TopicId m_removing; ///< deleted for the reader, not yet on the list
    domain::TopicId m_wanted;   ///< to be shown as soon as it is in the list
    int m_limit;
    bool m_arranging = false; ///< rows move, and the current one with them, without anybody choosing
};

} // namespace vorzimmer::widgets
