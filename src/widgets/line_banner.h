#pragma once

#include "vorzimmer/desk/line_watch.h"

#include <QFrame>
#include <QTimer>

#include <memory>

namespace vorzimmer::widgets {

namespace Ui {
class LineBanner;
}

/// Stands across the window as long as a telephone line is down, and for a moment after it came back. Says both to screen
/// readers, too.
class LineBanner : public QFrame {
    Q_OBJECT

public:
    explicit LineBanner(QWidget* parent = nullptr);
    ~LineBanner() override;

    /// It outlives the banner.
    void setWatch(desk::LineWatch& watch);

private:
    void refresh();
    void showDown();
    void showBack(const ports::LineStatus& line);
    void show(const char* card, const QString& sentence);

    std::unique_ptr<Ui::LineBanner> m_ui;
    desk::LineWatch* m_watch = nullptr;
    QTimer m_good; ///< as long as the good news stand
};

} // namespace vorzimmer::widgets
