#pragma once

#include <QString>
#include <QVariant>

#include <vector>

namespace vorzimmer::models {

/// How a piece of text stands out. The word itself always carries the meaning; the tone only repeats it.
enum class Tone { Plain, Strong, Muted, Accent, Ok, Warn, Danger };

/// A lamp is a shape as well as a colour: disc, half disc, ring, triangle. Dark leaves the room that a lamp would take.
enum class Lamp { None, Dark, On, Half, Off, Alarm };

/// How a whole row stands out, drawn as a bar at its start and a tinted ground.
enum class RowMood { Plain, Waiting, Active, Heading };

struct Span {
    QString text;
    Tone tone = Tone::Plain;
    friend bool operator==(const Span&, const Span&) = default;
};

/// One paragraph of a cell; wrapped into at most `maxLines` lines, then elided.
struct Line {
    std::vector<Span> spans;
    int maxLines = 1;
    QString keyCap; ///< a key drawn at the line's end
    friend bool operator==(const Line&, const Line&) = default;
};

struct Cell {
    std::vector<Line> lines;
    friend bool operator==(const Cell&, const Cell&) = default;
};

/// One row of any list on the desk.
struct Row {
    QVariant id; ///< a domain id, or invalid for a row that cannot be chosen
    RowMood mood = RowMood::Plain;
    Lamp lamp = Lamp::None;
    Tone lampTone = Tone::Muted;
    std::vector<Cell> cells;
    QString spoken; ///< the whole row as a screen reader says it
    friend bool operator==(const Row&, const Row&) = default;
};

} // namespace vorzimmer::models
