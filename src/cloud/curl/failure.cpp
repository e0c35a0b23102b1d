#include "curl/failure.h"

namespace vorzimmer::cloud::curl {

QString failureText(CURLcode code)
{
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return QStringLiteral("the server's name is not known to the network");
    case CURLE_COULDNT_RESOLVE_PROXY:
        return QStringLiteral("the proxy's name is not known to the network");
    case CURLE_COULDNT_CONNECT:
        return QStringLiteral("the server does not answer");
    case CURLE_OPERATION_TIMEDOUT:
        return QStringLiteral("the server took too long to answer");
    case CURLE_PEER_FAILED_VERIFICATION:
        return QStringLiteral("the server's certificate is not valid for this address");
    case CURLE_SSL_CACERT_BADFILE:
        return QStringLiteral("the file of trusted certificate authorities cannot be read");
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_USE_SSL_FAILED:
        return QStringLiteral("no encrypted connection could be agreed on with the server");
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_PARTIAL_FILE:
    case CURLE_SEND_ERROR:
        return QStringLiteral("the connection broke before the server's reply was complete");
    default:
        return QStringLiteral("the exchange with the server failed: ") + QLatin1String(curl_easy_strerror(code));
    }
}

bool isForPerson(CURLcode code)
{
    switch (code) {
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_USE_SSL_FAILED:
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
        return true;
    default:
        return false;
    }
}

} // namespace vorzimmer::cloud::curl
