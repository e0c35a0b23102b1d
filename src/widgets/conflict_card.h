#pragma once

#include "vorzimmer/ports/topic_list.h"

#include <QFrame>

#include <memory>

namespace vorzimmer::widgets {

namespace Ui {
class ConflictCard;
}

/// One field that both sides changed: what was, ours and theirs side by side. New words are underlined, words that went are
/// struck through, and both are told to screen readers. Open it asks which holds; decided it offers to take that back.
class ConflictCard : public QFrame {
    Q_OBJECT

public:
    explicit ConflictCard(const ports::TopicConflict& conflict, QWidget* parent = nullptr);
    explicit ConflictCard(const ports::ConflictDecision& decision, QWidget* parent = nullptr);
    ~ConflictCard() override;

    [[nodiscard]] domain::TopicField field() const { return m_conflict.field; }
    [[nodiscard]] bool isDecided() const { return m_decided; }
    /// Nothing happens on a decided card, or where the field allows no both.
    void choose(ports::ConflictChoice choice);
    void takeBack();
    /// The keys work on this card: shown on its buttons.
    void setInFront(bool inFront);

Q_SIGNALS:
    void chosen(vorzimmer::domain::TopicField field, vorzimmer::ports::ConflictChoice choice);
    void takenBack(vorzimmer::domain::TopicField field);

private:
    void build();
    void showValues();
    void nameButtons();

    ports::TopicConflict m_conflict;
    bool m_decided = false;
    std::unique_ptr<Ui::ConflictCard> m_ui;
};

} // namespace vorzimmer::widgets
