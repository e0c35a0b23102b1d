"""Keys as from a real keyboard: through the X server's XTest extension, so the program under test cannot tell the difference."""

import ctypes
import os
import time

SHIFT, LEVEL3, CONTROL, ALT = "Shift_L", "ISO_Level3_Shift", "Control_L", "Alt_L"
MODIFIERS = {"shift": SHIFT, "ctrl": CONTROL, "alt": ALT}
NAMES = {"\n": "Return", "\t": "Tab"}


class Keyboard:
    """One connection to the display in `env`."""

    def __init__(self, env):
        os.environ["XAUTHORITY"] = env["XAUTHORITY"]
        self._x = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._declare()
        self._display = self._x.XOpenDisplay(env["DISPLAY"].encode())
        if not self._display:
            raise RuntimeError(f"cannot open display {env['DISPLAY']}")
        self._keys = self._read_layout()

    def _declare(self):
        pointer, number = ctypes.c_void_p, ctypes.c_ulong
        self._x.XOpenDisplay.restype = pointer
        self._x.XStringToKeysym.restype = number
        self._x.XkbKeycodeToKeysym.restype = number
        self._x.XkbKeycodeToKeysym.argtypes = [pointer, ctypes.c_ubyte, ctypes.c_uint, ctypes.c_uint]
        for name in ("XSync", "XFlush", "XCloseDisplay"):
            getattr(self._x, name).argtypes = [pointer] + ([ctypes.c_int] if name == "XSync" else [])
        self._test.XTestFakeKeyEvent.argtypes = [pointer, ctypes.c_uint, ctypes.c_int, number]

    def _read_layout(self):
        """keysym -> (key code, keys to hold)."""
        keys = {}
        holds = ((), (SHIFT,), (LEVEL3,))
        for level in reversed(range(len(holds))):
            for code in reversed(range(8, 256)):
                symbol = self._x.XkbKeycodeToKeysym(self._display, code, 0, level)
                if symbol:
                    keys[symbol] = (code, holds[level])
        return keys

    def _find(self, name):
        """A key by X name ("F2", "Return") or by the one character that it makes."""
        name = NAMES.get(name, name)
        symbol = self._x.XStringToKeysym(name.encode())
        if not symbol and len(name) == 1:
            symbol = ord(name) if ord(name) < 0x100 else 0x01000000 + ord(name)
        if symbol not in self._keys:
            raise KeyError(f"the keyboard has no key for {name!r}")
        return self._keys[symbol]

    def _send(self, code, down):
        self._test.XTestFakeKeyEvent(self._display, code, int(down), 0)

    def press(self, chord):
        """Presses and releases, e.g. "F2", "ctrl+Return", "alt+a"."""
        *held, name = chord.split("+") if len(chord) > 1 else [chord]
        code, needs = self._find(name)
        holding = [self._find(MODIFIERS[word])[0] for word in held] + [self._find(key)[0] for key in needs]
        for each in holding:
            self._send(each, True)
        self._send(code, True)
        self._send(code, False)
        for each in reversed(holding):
            self._send(each, False)
        self._x.XSync(self._display, 0)

    def type(self, text, pause=0.004):
        """Types character by character; returns when the X server had each, by time.monotonic()."""
        times = []
        for character in text:
            self.press(character)
            times.append(time.monotonic())
            if pause:
                time.sleep(pause)
        return times

    def close(self):
        self._x.XCloseDisplay(self._display)
