#pragma once

#include "vorzimmer/ports/topic_list.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace vorzimmer::widgets {

class ConflictCard;

namespace Ui {
class ConflictPage;
}

/// All conflicts of one topic, a card per field, and what was decided as long as it can be taken back. Ctrl+1, 2 and 3
/// decide the card in front: the one that has the focus, else the first open one.
class ConflictPage : public QWidget {
    Q_OBJECT

public:
    explicit ConflictPage(QWidget* parent = nullptr);
    ~ConflictPage() override;

    /// The same topic with the same conflicts changes nothing on the screen.
    void show(const ports::TopicEntry& entry);
    [[nodiscard]] const domain::TopicId& topic() const { return m_entry.topic.id; }

Q_SIGNALS:
    void decided(const vorzimmer::domain::TopicId& topic, vorzimmer::domain::TopicField field,
                 vorzimmer::ports::ConflictChoice choice);
    void takenBack(const vorzimmer::domain::TopicId& topic, vorzimmer::domain::TopicField field);
    void leaveRequested();

private:
    void placeCard(ConflictCard* card, int at);
    [[nodiscard]] ConflictCard* inFront(bool decided) const;
    void markFront();

    ports::TopicEntry m_entry;
    std::vector<ConflictCard*> m_cards; ///< owned by the form
    std::unique_ptr<Ui::ConflictPage> m_ui;
};

} // namespace vorzimmer::widgets
