#pragma once

#include <QSplitter>

namespace vorzimmer::widgets {

/// A column of cards. Until the user draws a splitter herself, each card gets the height its content needs; what is missing is
/// taken from the lower ones first, what is left over goes to the last.
class PaneColumn : public QSplitter {
    Q_OBJECT

public:
    explicit PaneColumn(QWidget* parent = nullptr);

    [[nodiscard]] QByteArray drawnState() const;
    /// Empty: back to heights by content.
    bool restoreDrawnState(const QByteArray& state);
    /// Content changed: share the room out anew.
    void shareOut();

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    bool m_drawnByUser = false;
};

} // namespace vorzimmer::widgets
