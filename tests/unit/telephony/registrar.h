#pragma once

#include "vorzimmer/telephony/line_account.h"

#include <QMap>
#include <QProcess>
#include <QTemporaryDir>

namespace vorzimmer::telephony {

/// A real registrar and proxy on loopback: kamailio with users of its own, who all have the same password. Ends with its object.
class Registrar {
public:
    struct Wish {
        QString host = QStringLiteral("127.0.0.1");
        bool tls = false; ///< beside UDP and TCP
        int longestExpiry = 600;
        QString insteadOfRegister; ///< lines of kamailio's language that answer every REGISTER
    };
    explicit Registrar(Wish wish);
    Registrar() : Registrar(Wish{}) {}
    ~Registrar();
    Registrar(const Registrar&) = delete;
    Registrar& operator=(const Registrar&) = delete;

    void start();
    /// Ends it without a word; it forgets who was registered.
    void kill();
    /// It is there and says nothing.
    void fallSilent();
    void wakeUp();

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] quint16 tlsPort() const { return m_tlsPort; }
    [[nodiscard]] const QString& host() const { return m_wish.host; }
    /// "host:port".
    [[nodiscard]] QString place() const;
    [[nodiscard]] static QByteArray password() { return "Vorhang 7 auf"; }
    /// A user's account here.
    [[nodiscard]] LineAccount account(const QString& user) const;
    /// Lets its certificates be accepted.
    [[nodiscard]] QString authority() const { return m_folder.filePath(QStringLiteral("ca.pem")); }
    /// Who is registered at present, from kamailio itself: user and contact.
    [[nodiscard]] QMap<QString, QString> registered() const;
    /// How many REGISTER requests it saw.
    [[nodiscard]] qsizetype registersSeen() const;
    [[nodiscard]] QString story() const;

private:
    void writeConfig();
    void makeCertificates();
    void signal(int number);

    Wish m_wish;
    QTemporaryDir m_folder;
    quint16 m_port;
    quint16 m_tlsPort;
    QProcess m_process;
};

} // namespace vorzimmer::telephony
