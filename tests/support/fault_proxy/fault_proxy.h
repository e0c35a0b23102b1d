#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

#include <chrono>
#include <deque>
#include <functional>
#include <random>
#include <utility>
#include <vector>

namespace vorzimmer::testing {

/// One HTTP request as it came to the proxy.
struct SeenRequest {
    int number = 0; ///< counted from 0 over the life of the proxy
    QByteArray method;
    QByteArray target;                    ///< path and query
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    QByteArray raw;
    int connection = 0; ///< counted from 0: which of the client's connections it came on

    [[nodiscard]] bool isWrite() const { return method != "GET"; }
};

/// How a connection is ended before its time.
enum class Ending { Fin, Reset };

/// What the proxy does to one request.
struct Fault {
    enum class Kind { None, Drop, LoseReply, Twice, Answer, Delay, Cut, Drip };

    Kind kind = Kind::None;
    Ending ending = Ending::Reset;
    std::chrono::milliseconds time{0};
    qsizetype bytes = 0;
    QByteArray answer;

    [[nodiscard]] static Fault none() { return {}; }
    /// The server never sees it.
    [[nodiscard]] static Fault drop(Ending ending = Ending::Reset);
    /// The server acts on it, the client hears nothing.
    [[nodiscard]] static Fault loseReply(Ending ending);
    /// The server gets it twice, the client the second reply.
    [[nodiscard]] static Fault twice();
    /// The server never sees it; @p headers are whole lines without line ends.
    [[nodiscard]] static Fault answerWith(int status, const QByteArray& body,
                                          const QByteArray& contentType = "application/json",
                                          const QList<QByteArray>& headers = {});
    /// 429 or 503 with Retry-After.
    [[nodiscard]] static Fault sendAway(int status, const QByteArray& retryAfter);
    /// Handed on only after @p time.
    [[nodiscard]] static Fault delay(std::chrono::milliseconds time);
    /// The reply ends after its first @p bytes.
    [[nodiscard]] static Fault cutAfter(qsizetype bytes);
    /// The reply comes one byte each @p time.
    [[nodiscard]] static Fault drip(std::chrono::milliseconds time);
    /// What a bad line does to ten of sixteen requests; the same @p chance does the same again.
    [[nodiscard]] static Fault atRandom(std::mt19937& chance);
};

/// A TCP proxy on loopback that understands just enough HTTP/1.1 to spoil one request at a time. Runs in the event loop of
/// the thread it was made on. Keeps the client's connections open whatever the server says.
class FaultProxy : public QObject {
public:
    /// @p upstream 0 = no server behind it: every request must then be answered by a fault.
    explicit FaultProxy(quint16 upstream = 0);
    ~FaultProxy() override;

    [[nodiscard]] QUrl url() const;
    void setUpstream(quint16 port) { m_upstream = port; }

    /// Asked for each request that no queued fault fits.
    void setPlan(std::function<Fault(const SeenRequest&)> plan) { m_plan = std::move(plan); }
    /// The next request with this method gets @p fault; queued ones are used in order.
    void failNext(const QByteArray& method, const Fault& fault) { m_queue.emplace_back(method, fault); }

    /// Nobody listens until up(); what is connected is reset.
    void down();
    void up();

    [[nodiscard]] const std::vector<SeenRequest>& arrived() const { return m_arrived; }
    /// What the server was sent, in order.
    [[nodiscard]] const std::vector<SeenRequest>& delivered() const { return m_delivered; }
    /// How many of @p requests have this method and a target that begins so.
    [[nodiscard]] static int count(const std::vector<SeenRequest>& requests, const QByteArray& method,
                                   const QByteArray& target = {});
    void forget();

private:
    friend class Relay;
    [[nodiscard]] Fault decide(SeenRequest& request);
    void noteDelivered(const SeenRequest& request) { m_delivered.push_back(request); }

    QTcpServer m_listener;
    quint16 m_port = 0;
    quint16 m_upstream;
    int m_connections = 0;
    int m_requests = 0;
    std::function<Fault(const SeenRequest&)> m_plan;
    std::deque<std::pair<QByteArray, Fault>> m_queue;
    std::vector<SeenRequest> m_arrived;
    std::vector<SeenRequest> m_delivered;
};

} // namespace vorzimmer::testing
