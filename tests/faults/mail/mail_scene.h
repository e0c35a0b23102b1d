#pragma once

#include "mail_server.h"
#include "event_loop/turn_until.h"

#include "vorzimmer/cloud/mail_post.h"
#include "vorzimmer/store/sqlite_store.h"
#include "vorzimmer/system/random_ids.h"
#include "vorzimmer/system/system_clock.h"

#include <catch2/catch.hpp>

namespace vorzimmer::testing {

/// A house with an outbox on a real file, and a post that is quick to try again.
class MailScene {
public:
    /// @p job with the outbox on the store lane; waits.
    template <class Job>
    auto onOutbox(Job job)
    {
        using Answer = std::invoke_result_t<Job, ports::MailOutbox&>;
        std::optional<Answer> answer;
        QObject here;
        m_lane->ask(
            &here,
            [this, job] {
                if (!m_cabinet)
                    m_cabinet = *m_room->create(tenant);
                return job(m_cabinet->mailOutbox());
            }, [&](Answer value) { answer.emplace(std::move(value)); });
        REQUIRE(test::turnUntil([&] { return answer.has_value(); }));
        return std::move(*answer);
    }

    explicit MailScene(ports::MailSecurity security) : server(security)
    {
        options.firstPause = std::chrono::milliseconds(200);
        options.longestPause = std::chrono::milliseconds(400);
        options.accountProbe = std::chrono::seconds(30);
        options.trustFile = server.trustFile();
        (void)onOutbox([](ports::MailOutbox&) { return true; });
        open();
    }
    ~MailScene()
    {
        post.reset();
        m_lane->post([this] {
            m_cabinet.reset();
            m_room.reset();
        });
        m_lane.reset(); // finishes that
    }

    void open(const ports::MailAccess& access)
    {
        post = cloud::makeMailPost(*m_lane, m_clock, options);
        QObject::connect(post.get(), &ports::MailPost::statusChanged, post.get(),
                         [this](const ports::MailStatus& changed) { status = changed; });
        QObject::connect(post.get(), &ports::MailPost::troubled, post.get(), [this] { ++troubles; });
        post->open(tenant, access, {m_cabinet, &m_cabinet->mailOutbox()});
    }
    void open() { open(server.access()); }

    [[nodiscard]] domain::Mail to(const std::vector<QString>& addresses) const
    {
        domain::Mail mail;
        mail.id = domain::MailId(QUuid::createUuid());
        mail.reason = domain::MailReason::Redirect;
        mail.subject = QStringLiteral("Rezepte – wohin Sie schreiben können");
        mail.text = QStringLiteral("Guten Tag,\n\nbitte schreiben Sie an rezept@lindenplatz.example.\n.\nViele Grüße\n");
        mail.writtenAt = m_clock.nowUtc();
        mail.writtenBy = QStringLiteral("Anna Brandt");
        for (const QString& address : addresses)
            mail.recipients.push_back({address, {}, !mail.recipients.empty()});
        return mail;
    }
    domain::MailId send(const std::vector<QString>& addresses)
    {
        const domain::Mail mail = to(addresses);
        REQUIRE(onOutbox([mail](ports::MailOutbox& outbox) { return outbox.add(mail); }));
        post->push(tenant);
        return mail.id;
    }
    [[nodiscard]] domain::Recipient standing(const domain::MailId& id, size_t recipient = 0)
    {
        const auto all = onOutbox([](ports::MailOutbox& outbox) { return outbox.mails({}); });
        REQUIRE(all);
        for (const domain::Mail& mail : *all) {
            if (mail.id == id)
                return mail.recipients.at(recipient);
        }
        FAIL("no such mail");
        return {};
    }
    bool comesTo(const domain::MailId& id, domain::MailState state, size_t recipient = 0)
    {
        return test::turnUntil([&] { return standing(id, recipient).state == state; });
    }

    MailServer server;
    cloud::MailOptions options;
    domain::TenantId tenant{QUuid::createUuid()};
    std::unique_ptr<ports::MailPost> post;
    ports::MailStatus status;
    int troubles = 0;

private:
    QTemporaryDir m_folder;
    system::SystemClock m_clock;
    system::RandomIds m_ids;
    std::unique_ptr<lane::Lane> m_lane = std::make_unique<lane::Lane>("store");
    std::unique_ptr<ports::CabinetRoom> m_room = store::makeCabinetRoom({m_folder.path()}, m_clock, m_ids);
    std::shared_ptr<ports::Cabinet> m_cabinet; ///< made on the lane
};

} // namespace vorzimmer::testing
