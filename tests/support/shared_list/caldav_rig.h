#pragma once

#include "dav_server.h"
#include "provider_rig.h"

#include <functional>
#include <map>
#include <optional>

namespace vorzimmer::testing {

/// A task list on a real CalDAV server. The client's side reads and writes iCalendar by itself and shares no code with what
/// is under test.
class CalDavRig : public ProviderRig {
public:
    explicit CalDavRig(DavKind kind);

    [[nodiscard]] quint16 port() const override { return m_server->port(); }
    [[nodiscard]] ports::BoardAccess access(const QUrl& proxy) const override;
    [[nodiscard]] std::vector<ListedTopic> list() override;
    domain::TopicId create(const QString& title) override;
    std::vector<QString> setTitle(const domain::TopicId& id, const QString& title) override;
    std::vector<QString> setText(const domain::TopicId& id, const QString& text) override;
    std::vector<QString> setState(const domain::TopicId& id, domain::TopicState state) override;
    bool comment(const domain::TopicId& id, const QString& text) override;
    std::vector<QString> remove(const domain::TopicId& id) override;
    /// As a program does that has kept what was deleted: with everything that was last seen in it.
    bool restore(const domain::TopicId& id, const QString& title) override;

private:
    using Lines = std::vector<QByteArray>;
    [[nodiscard]] QString pathOf(const domain::TopicId& id) const;
    ListedTopic seen(const domain::TopicId& id, const Lines& lines);
    bool putNew(const domain::TopicId& id, const Lines& lines);
    /// As it was before; nothing when it is gone.
    std::optional<ListedTopic> change(const domain::TopicId& id, const std::function<void(Lines& lines)>& edit);

    std::shared_ptr<DavServer> m_server;
    std::map<domain::TopicId, Lines> m_lastSeen;
    QString m_path = m_server->newList(QStringLiteral("Aufgaben"));
};

} // namespace vorzimmer::testing
