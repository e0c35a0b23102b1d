#pragma once

#include "vorzimmer/desk/cabinet_handle.h"
#include "vorzimmer/desk/office.h"
#include "vorzimmer/domain/mail.h"

#include <QObject>

#include <vector>

namespace vorzimmer::desk {

/// One tenant's mails as people see to them. Made for one open cabinet; lives on the GUI thread. What was asked of it is done even
/// when nobody waits for the answer any more.
class MailDesk : public QObject {
    Q_OBJECT

public:
    static constexpr int daysShown = 30; ///< of mails that are done with

    MailDesk(Office& office, CabinetHandle cabinet, QObject* parent = nullptr);

    [[nodiscard]] const domain::TenantId& tenant() const { return m_cabinet.tenant(); }
    /// Newest first.
    [[nodiscard]] const std::vector<domain::Mail>& mails() const { return m_mails; }
    [[nodiscard]] QDateTime nowUtc() const { return m_office.clock.nowUtc(); }

    /// Answers by loaded() or failed(); an earlier answer that comes late is dropped.
    void load();
    void sendAgain(const domain::MailId& mail, int recipient, const QString& address);
    void dismiss(const domain::MailId& mail, int recipient);

Q_SIGNALS:
    void loaded();
    void failed(const vorzimmer::domain::Error& error);
    /// There is something to send.
    void outboxFilled(const vorzimmer::domain::TenantId& tenant);

private:
    template <class Job>
    void change(Job job);

    Office& m_office;
    CabinetHandle m_cabinet;
    std::vector<domain::Mail> m_mails;
    quint64 m_asked = 0;
};

} // namespace vorzimmer::desk
