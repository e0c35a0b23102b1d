#pragma once

#include "vorzimmer/domain/knowledge.h"
#include "vorzimmer/models/row_list_model.h"

#include <QDialog>

#include <memory>
#include <vector>

namespace vorzimmer::widgets {

namespace Ui {
class KnowledgeDialog;
}

/// Writes one entry of a client's knowledge: question, answer, where it stands and what to see also. Open only with open(), never exec().
class KnowledgeDialog : public QDialog {
    Q_OBJECT

public:
    /// @p entry among @p entries, or a fresh one.
    KnowledgeDialog(domain::KnowledgeEntry entry, std::vector<domain::KnowledgeEntry> entries, QWidget* parent = nullptr);
    ~KnowledgeDialog() override;

    void accept() override;

Q_SIGNALS:
    void entryWritten(const vorzimmer::domain::KnowledgeEntry& entry);

protected:
    /// Enter alone finishes nothing: Ctrl+Enter does.
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showLinks();
    void addLink();
    void removeLink();
    [[nodiscard]] domain::KnowledgeEntry written() const;

    domain::KnowledgeEntry m_entry;
    std::vector<domain::KnowledgeEntry> m_entries;
    models::RowListModel m_links;
    std::unique_ptr<Ui::KnowledgeDialog> m_ui;
};

} // namespace vorzimmer::widgets
