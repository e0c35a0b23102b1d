#pragma once

#include "vorzimmer/desk/gatekeeper.h"
#include "vorzimmer/desk/line_watch.h"
#include "vorzimmer/desk/office.h"

#include <QObject>

#include <vector>

namespace vorzimmer::desk {

/// One line as set-up may show it: no secret.
struct LineEntry {
    domain::PhoneLine line;
    bool hasPassword = false;
    QString problem; ///< its password cannot be read: technical
};

/// Where supervisors set up the bureau's telephone lines; everybody else is refused whatever they ask. Lives on the GUI
/// thread. A password goes from here to the key ring and never comes back out.
class LineSetup : public QObject {
    Q_OBJECT

public:
    LineSetup(Office& office, Gatekeeper& gatekeeper, LineWatch& watch, QObject* parent = nullptr);

    /// By name.
    [[nodiscard]] const std::vector<LineEntry>& lines() const { return m_lines; }
    [[nodiscard]] LineWatch& watch() { return m_watch; }

    /// Answers by loaded() or failed().
    void load();
    /// Adds (null id) or changes a line. An empty @p password leaves the one that is kept, if line and password still go to
    /// the same place. Answers by saved(), refused() or failed().
    void save(const domain::PhoneLine& line, const QByteArray& password);
    /// Answers by removed() or failed().
    void remove(const domain::LineId& line);

Q_SIGNALS:
    void loaded();
    void saved(const vorzimmer::domain::LineId& line);
    void removed(const vorzimmer::domain::LineId& line);
    void refused(vorzimmer::domain::LineFlaw flaw);
    /// Error::where may name the field: "name", "user" or "password". Nothing was changed.
    void failed(const vorzimmer::domain::Error& error);
    /// The telephony has to take the lines afresh.
    void linesChanged();

private:
    [[nodiscard]] bool allowed();

    Office& m_office;
    Gatekeeper& m_gatekeeper;
    LineWatch& m_watch;
    std::vector<LineEntry> m_lines;
};

} // namespace vorzimmer::desk
