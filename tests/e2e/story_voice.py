"""A call at a seat with sound of its own: both hear each other, through hold, mute and the end; then the console closes at once."""

import pathlib
import struct

import story
from story import PRAXIS, Story, wait_until
from voice import Voice, share_of

OURS, THEIRS = 700, 1000
LOUD, SILENT = 0.6, 0.2


class VoiceOfItsOwn(Story):
    def start_seat_with_sound(self):
        """Its microphone is a tone, its loudspeaker a file: see docs/sound.md."""
        self.loudspeaker = self.desktop.folder / f"heard-{self.id()}.raw"
        settings = self.desktop.folder / "home/config/vorzimmer/vorzimmer.ini"
        settings.parent.mkdir(exist_ok=True)
        settings.write_text(f"[sound]\nown=true\nmicrophone=tone:{OURS}\nloudspeaker=file:{self.loudspeaker}\nring=none\nnotice=none\n",
                            encoding="utf-8")
        self.addCleanup(settings.unlink, missing_ok=True)
        suppressions = pathlib.Path(__file__).parent / "sound_libraries.supp"
        return self.start_reception(env={"LSAN_OPTIONS": f"suppressions={suppressions}:print_suppressions=0"})

    def call_with_voice(self, **plan):
        voice = Voice(THEIRS)
        self.addCleanup(voice.stop)
        return voice, self.call(media_port=voice.port, **plan)

    def played(self):
        """The last half second at the loudspeaker."""
        if not self.loudspeaker.exists():
            return []
        data = self.loudspeaker.read_bytes()[-48000:]
        return struct.unpack(f"<{len(data) // 2}h", data[:len(data) // 2 * 2])

    def hears(self, voice, what):
        """The caller hears our tone (True) or silence (False)."""
        shares = []

        def listen():
            shares.append(share_of(voice.heard(), OURS))
            return shares[-1] > LOUD if what else shares[-1] < SILENT
        wait_until(listen, lambda: f"the caller hears {'us' if what else 'silence'}: {shares}")

    def assert_played(self):
        wait_until(lambda: share_of(self.played(), THEIRS, 48000) > LOUD,
                   lambda: f"the caller is heard: {share_of(self.played(), THEIRS, 48000)} of {len(self.played())} samples")

    def test_both_hear_each_other(self):
        seat = self.start_seat_with_sound()
        voice, caller = self.call_with_voice(changes=2)
        self.wait_for_row(seat, "Waiting", PRAXIS)
        self.assertEqual(voice.heard(), [], "nothing is said before the answer")
        seat.press("F2")
        self.wait_for_row(seat, "My calls", "in conversation")
        self.hears(voice, True)
        self.assert_played()
        seat.press("F3")
        self.wait_for_row(seat, "My calls", "on hold")
        self.hears(voice, False)
        seat.press("F3")
        self.wait_for_row(seat, "My calls", "in conversation")
        self.hears(voice, True)
        self.assert_played()
        seat.press("ctrl+m")
        self.hears(voice, False)
        seat.press("ctrl+m")
        self.hears(voice, True)
        seat.press("F4")
        caller.finish()
        seat.see("Put away", "push button")
        seat.press("ctrl+w")
        seat.quit()

    def test_the_console_is_closed_in_the_middle_of_a_call(self):
        for _ in range(3):
            seat = self.start_seat_with_sound()
            voice, caller = self.call_with_voice()
            self.wait_for_row(seat, "Waiting", PRAXIS)
            seat.press("F2")
            self.wait_for_row(seat, "My calls", "in conversation")
            self.hears(voice, True)
            seat.quit()
            caller.finish()


if __name__ == "__main__":
    story.main()
