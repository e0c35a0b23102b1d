#pragma once

namespace vorzimmer::store {

/// While it lives, every file that SQLite opens in this process lies on a disk that can fail at a chosen moment: SQLite's
/// own way to the disk with a counter in between. Only one at a time.
class FaultyDisk {
public:
    FaultyDisk();
    ~FaultyDisk();
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;

    /// The @p number th write, cut or flush from now on fails, once; 0 = none.
    void failAt(int number);
    /// How many there were since failAt().
    [[nodiscard]] int count() const;
};

} // namespace vorzimmer::store
