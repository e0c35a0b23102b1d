#pragma once

#include "vorzimmer/domain/service_level.h"
#include "vorzimmer/models/row_list_model.h"

#include <QWidget>

#include <map>
#include <memory>

namespace vorzimmer::widgets {

namespace Ui {
class IdlePage;
}

/// Nobody's call is on the screen: says what will happen and what can be done meanwhile.
class IdlePage : public QWidget {
    Q_OBJECT

public:
    /// @p mayVisit offers opening a client without a call (supervisors).
    explicit IdlePage(bool mayVisit, QWidget* parent = nullptr);
    ~IdlePage() override;

    void setReady(bool ready);
    /// By client's name.
    void setServiceLevels(const std::map<QString, domain::ServiceLevel>& levels);

Q_SIGNALS:
    void keysRequested();
    void visitRequested();

private:
    models::RowListModel m_figures;
    std::unique_ptr<Ui::IdlePage> m_ui;
};

} // namespace vorzimmer::widgets
