"""How the program is started: scripts/run without a display, the demo, a second start."""

import os
import pathlib
import subprocess
import time

import story
from story import Story, tell

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Start(Story):
    def test_without_a_display_one_sentence_says_what_to_do(self):
        env = {name: value for name, value in self.desktop.env.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
        done = subprocess.run([ROOT / "scripts/run", "--no-install"], env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=60, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout, "")
        self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
        self.assertRegex(done.stderr, "no display .*scripts/run --xvfb")

    def test_the_demo_rings_by_itself_and_its_list_works(self):
        began = time.monotonic()
        seat = self.start_console("--demo")
        seat.see("Nobody waits", patience=60)
        tell(f"the demo's desk stood there after {time.monotonic() - began:.1f} s")
        rows = story.wait_until(lambda: self.rows(seat, "Waiting"), lambda: f"a call rings:\n{seat.describe()}", 60)
        tell(f"and rang after {time.monotonic() - began:.1f} s: {rows[0]}")
        seat.see(story.re.compile("Topic list: synced"), patience=60)
        folders = set(self.desktop.folder.glob("vorzimmer-demo-*"))
        self.assertTrue(folders, "where is the demo's folder?")
        seat.quit()
        self.assertEqual([folder for folder in folders if folder.exists()], [], "the throw-away copy is still there")

    def test_a_second_start_on_the_same_bureau_shows_the_first(self):
        first = self.start_console()
        first.see("Password", "password text")
        again = self.start_console()
        self.assertEqual(again.child.wait(60), 0)
        self.assertTrue(first.child.is_running())
        first.quit()


if __name__ == "__main__":
    story.main()
