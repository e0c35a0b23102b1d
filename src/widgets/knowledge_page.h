#pragma once

#include "vorzimmer/desk/knowledge_desk.h"
#include "vorzimmer/models/row_list_model.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace vorzimmer::widgets {

namespace Ui {
class KnowledgePage;
}

/// What one client wants to be answered: a tree that is searched at every keystroke, with links to follow. Supervisor and client change it
/// here, too.
class KnowledgePage : public QWidget {
    Q_OBJECT

public:
    enum class Reader { Bureau, Client };
    KnowledgePage(std::unique_ptr<desk::KnowledgeDesk> desk, Reader reader, QWidget* parent = nullptr);
    ~KnowledgePage() override;

    /// Back to where a link was followed from, or clears the search; false when there is nothing to step out of.
    bool stepBack();

Q_SIGNALS:
    void leaveRequested();

protected:
    /// Up and down walk the list while one types.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectPage();
    void connectDesk();
    void showEntries();
    void showEntry();
    void choose(const QString& id);
    void follow(const QString& id);
    void openForm(const domain::KnowledgeEntry& entry);
    void tell(const QString& sentence, bool isWell);
    [[nodiscard]] QString chosen() const; ///< id; empty = none

    std::unique_ptr<desk::KnowledgeDesk> m_desk;
    std::unique_ptr<Ui::KnowledgePage> m_ui;
    models::RowListModel m_rows;
    models::RowListModel m_links;
    std::vector<QString> m_trail; ///< from where links were followed
    std::optional<domain::KnowledgeEntry> m_written; ///< on its way to the cabinet
    QString m_removalAsked;       ///< the next Del takes it away
    QString m_wanted;             ///< to be shown when what was kept has been read
};

} // namespace vorzimmer::widgets
