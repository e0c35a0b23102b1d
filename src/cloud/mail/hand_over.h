#pragma once

#include "mail/lifeline.h"

#include "vorzimmer/cloud/mail_post.h"

#include <curl/curl.h>

#include <QByteArray>
#include <QString>

namespace vorzimmer::cloud::mail {

/// What came of handing one mail over for one recipient.
struct HandedOver {
    ports::MailFate fate = ports::MailFate::Later;
    QString answer; ///< the server's words, or what happened on the way
    bool silent = false; ///< nothing was heard from the server at all
};

/// One mail on its way to one recipient over SMTP: a curl easy handle with all that it points into. A connection of its own, so
/// that no sign-in of one house ever serves another. Lives on the cloud thread.
class HandOver {
public:
    /// @p recipient and the sender's address must be as domain::mailAddress() gives them.
    /// @p lifeline must outlive it.
    HandOver(const ports::MailAccess& access, const QString& recipient, QByteArray letter, const MailOptions& options, Lifeline& lifeline);
    ~HandOver();
    HandOver(const HandOver&) = delete;
    HandOver& operator=(const HandOver&) = delete;

    [[nodiscard]] CURL* handle() const { return m_easy; }
    /// What came of it, once curl is through.
    [[nodiscard]] HandedOver outcome(CURLcode code) const;

private:
    /// How far the conversation has come.
    enum class Stage { Greeting, SigningIn, Sender, Recipient, Content };
    struct Said {
        int code = 0; ///< of the server's last whole reply; 0 = none yet
        QString text;
    };

    static int onDebug(CURL* easy, curl_infotype type, char* data, size_t size, void* self);
    static size_t onReply(char* data, size_t size, size_t count, void* self);
    static size_t onRead(char* data, size_t size, size_t count, void* self);
    void setUpSafety(const MailOptions& options);
    void setUpEnvelope(const ports::MailAccess& access, const QString& recipient);
    void noteCommand(const QByteArray& line);
    void noteReply(const QByteArray& line);

    QByteArray m_letter;
    QByteArray m_url;
    qsizetype m_sent = 0;
    bool m_handedOut = false; ///< all of the letter is with curl, and the dot that ends it may have left
    Stage m_stage = Stage::Greeting;
    QByteArray m_lines; ///< of the reply that is coming in
    Said m_said;        ///< since the last command
    bool m_heard = false;
    bool m_farewell = false;
    CURL* m_easy;
    curl_slist* m_recipients = nullptr;
};

} // namespace vorzimmer::cloud::mail
