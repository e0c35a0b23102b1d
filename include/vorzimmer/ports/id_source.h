#pragma once

#include <QUuid>

namespace vorzimmer::ports {

/// Where new identities come from. Callable from any thread.
class IdSource {
public:
    virtual ~IdSource() = default;
    [[nodiscard]] virtual QUuid next() = 0;

    template <class AnyId>
    [[nodiscard]] AnyId fresh() { return AnyId(next()); }
};

} // namespace vorzimmer::ports
