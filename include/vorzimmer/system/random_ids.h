#pragma once

#include "vorzimmer/ports/id_source.h"

namespace vorzimmer::system {

/// Random UUIDs (version 4) from the operating system's generator.
class RandomIds final : public ports::IdSource {
public:
    [[nodiscard]] QUuid next() override { return QUuid::createUuid(); }
};

} // namespace vorzimmer::system
