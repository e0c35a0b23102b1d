#pragma once

#include "access.h"
#include "reply.h"

#include <httplib.h>

#include <QUuid>

#include <functional>
#include <string>
#include <vector>

namespace vorzimmer::topicserver {

/// A request as a handler sees it: let in, its ids understood, its body read.
struct Call {
    const httplib::Request& request;
    std::vector<QUuid> ids; ///< of the path, in its order
    Access access;          ///< empty where none is needed
    std::string body;
};

enum class Need { Nothing, Read, Write };

/// One operation of the contract.
struct Route {
    std::string method;
    std::string path; ///< template; `{name}` stands for a UUID
    Need need;
    std::function<Reply(const Call&)> handler;
};

} // namespace vorzimmer::topicserver
