#pragma once

#include <QHash>
#include <QSplitter>

namespace vorzimmer::widgets {

/// A column of cards. Until the user draws a splitter herself, each card gets the height its content needs; what is missing is
/// taken from the lower ones first, what is left over goes to the last - or both concern the card that takes the rest.
class PaneColumn : public QSplitter {
    Q_OBJECT

public:
    explicit PaneColumn(QWidget* parent = nullptr);

    /// This card gives and takes before the others.
    void setRestTaker(int index) { m_restTaker = index; }
    /// A height instead of what the card's content asks for; ends what the user drew.
    void setPreferred(int index, int height);

    [[nodiscard]] QByteArray drawnState() const;
    /// Empty: back to heights by content.
    bool restoreDrawnState(const QByteArray& state);
    /// Content changed: share the room out anew.
    void shareOut();

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] int wanted(int index) const;

    bool m_drawnByUser = false;
    int m_restTaker = -1;
    QHash<int, int> m_preferred;
    QList<int> m_given; ///< the heights last set
};

} // namespace vorzimmer::widgets
