#include "melody.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace vorzimmer::audio {

namespace {

struct Note {
    double hertz;
    double from; ///< seconds
    double fade; ///< seconds until it has lost two thirds
};

struct Score {
    std::span<const Note> notes;
    double length; ///< seconds
    bool repeats;
    double loudness;
};

constexpr std::array ringNotes{Note{784.0, 0.0, 0.35}, Note{659.3, 0.4, 0.5}, Note{784.0, 1.2, 0.35}, Note{659.3, 1.6, 0.5}};
constexpr std::array noticeNotes{Note{880.0, 0.0, 0.2}};
constexpr std::array testNotes{Note{440.0, 0.0, 1000.0}};

Score scoreOf(Melody melody)
{
    switch (melody) {
    case Melody::Ring:
        return {ringNotes, 5.0, true, 0.35};
    case Melody::Notice:
        return {noticeNotes, 1.0, false, 0.25};
    case Melody::Test:
        break;
    }
    return {testNotes, 2.0, false, 0.25};
}

double bell(const Note& note, double seconds)
{
    constexpr double attack = 0.005;
    const double since = seconds - note.from;
    if (since < 0)
        return 0;
    const double angle = 2 * std::numbers::pi * note.hertz * since;
    // A bell has a second, fainter voice an octave above.
    return std::min(1.0, since / attack) * std::exp(-since / note.fade) *
           (0.8 * std::sin(angle) + 0.2 * std::sin(2 * angle));
}

} // namespace

bool play(Melody melody, std::size_t from, std::span<Sample> samples)
{
    constexpr double full = 32767;
    const Score score = scoreOf(melody);
    const auto length = std::size_t(score.length * sampleRate);
    for (std::size_t at = 0; at < samples.size(); ++at) {
        const std::size_t place = from + at;
        double sum = 0;
        if (score.repeats || place < length)
            for (const Note& note : score.notes)
                sum += bell(note, double(place % length) / sampleRate);
        samples[at] = Sample(std::clamp(sum * score.loudness, -1.0, 1.0) * full);
    }
    return score.repeats || from + samples.size() < length;
}

} // namespace vorzimmer::audio
