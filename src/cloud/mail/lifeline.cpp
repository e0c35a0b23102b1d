#include "mail/lifeline.h"

#include <sys/socket.h>
#include <unistd.h>

namespace vorzimmer::cloud::mail {

void Lifeline::guard(CURL* easy)
{
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, &Lifeline::onOpen);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, this);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, &Lifeline::onClose);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, this);
}

void Lifeline::cut()
{
    const std::lock_guard lock(m_mutex);
    m_cut = true;
    for (const curl_socket_t socket : m_open)
        ::shutdown(socket, SHUT_RDWR);
}

curl_socket_t Lifeline::onOpen(void* self, curlsocktype, curl_sockaddr* address)
{
    auto* lifeline = static_cast<Lifeline*>(self);
    const std::lock_guard lock(lifeline->m_mutex);
    if (lifeline->m_cut)
        return CURL_SOCKET_BAD;
    const curl_socket_t opened = ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    if (opened != CURL_SOCKET_BAD)
        lifeline->m_open.insert(opened);
    return opened;
}

int Lifeline::onClose(void* self, curl_socket_t socket)
{
    auto* lifeline = static_cast<Lifeline*>(self);
    const std::lock_guard lock(lifeline->m_mutex); // a number that is closed may be another file's at once
    lifeline->m_open.erase(socket);
    return ::close(socket);
}

} // namespace vorzimmer::cloud::mail
