#pragma once

#include <algorithm>
#include <vector>

namespace vorzimmer::test {

/// The value that @p hundredth per cent of @p values lie below; -1 without any.
inline double percentile(std::vector<double> values, std::size_t hundredth)
{
    if (values.empty())
        return -1;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, values.size() * hundredth / 100)];
}

} // namespace vorzimmer::test
