#pragma once

#include "vorzimmer/domain/house_change.h"

#include <QFrame>

#include <memory>
#include <vector>

namespace vorzimmer::widgets {

namespace Ui {
class NewsBanner;
}

/// What changed of this house since the user last answered for it, until she says that she has read it. Hidden when nothing did.
class NewsBanner : public QFrame {
    Q_OBJECT

public:
    explicit NewsBanner(const std::vector<domain::HouseChange>& changes, QWidget* parent = nullptr);
    ~NewsBanner() override;

Q_SIGNALS:
    /// The button; its key is whoever shows the banner's to bind.
    void readRequested();

private:
    std::unique_ptr<Ui::NewsBanner> m_ui;
};

} // namespace vorzimmer::widgets
