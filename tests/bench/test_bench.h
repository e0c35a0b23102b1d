#pragma once

#include <QByteArray>

// For a benchmark that is written as a Catch2 test, because what it does may go wrong: main() comes with the library
// vz_test_bench.
namespace vorzimmer::bench {

/// One sentence for the list of benchmarks; each benchmark defines its own.
extern const char* const description;

/// The line of JSON that is printed last; a benchmark that does not come so far has broken off.
void setResult(const QByteArray& json);

/// A number from the environment.
[[nodiscard]] int number(const char* name, int otherwise);

} // namespace vorzimmer::bench
