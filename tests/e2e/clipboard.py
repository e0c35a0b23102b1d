"""The display's clipboard, as another program sees it and fills it."""

import ctypes
import threading
import time

SELECTION_CLEAR, SELECTION_REQUEST, SELECTION_NOTIFY = 29, 30, 31
PREDEFINED_ATOM_TYPE = 4
_pointer, _id = ctypes.c_void_p, ctypes.c_ulong


class _Request(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", _id), ("send_event", ctypes.c_int), ("display", _pointer), ("owner", _id),
                ("requestor", _id), ("selection", _id), ("target", _id), ("property", _id), ("time", _id)]


class _Notify(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", _id), ("send_event", ctypes.c_int), ("display", _pointer), ("requestor", _id),
                ("selection", _id), ("target", _id), ("property", _id), ("time", _id)]


class _Event(ctypes.Union):
    _fields_ = [("type", ctypes.c_int), ("request", _Request), ("notify", _Notify), ("room", ctypes.c_long * 24)]


def _library():
    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype = _pointer
    x.XDefaultRootWindow.argtypes, x.XDefaultRootWindow.restype = [_pointer], _id
    x.XCreateSimpleWindow.argtypes = [_pointer, _id] + [ctypes.c_int] * 2 + [ctypes.c_uint] * 3 + [_id, _id]
    x.XCreateSimpleWindow.restype = _id
    x.XInternAtom.argtypes, x.XInternAtom.restype = [_pointer, ctypes.c_char_p, ctypes.c_int], _id
    x.XSetSelectionOwner.argtypes = [_pointer, _id, _id, _id]
    x.XGetSelectionOwner.argtypes, x.XGetSelectionOwner.restype = [_pointer, _id], _id
    x.XConvertSelection.argtypes = [_pointer, _id, _id, _id, _id, _id]
    x.XChangeProperty.argtypes = [_pointer, _id, _id, _id, ctypes.c_int, ctypes.c_int, _pointer, ctypes.c_int]
    x.XGetWindowProperty.argtypes = [_pointer, _id, _id, ctypes.c_long, ctypes.c_long, ctypes.c_int, _id] + [_pointer] * 5
    x.XSendEvent.argtypes = [_pointer, _id, ctypes.c_int, ctypes.c_long, _pointer]
    x.XPending.argtypes = x.XFlush.argtypes = x.XCloseDisplay.argtypes = [_pointer]
    x.XNextEvent.argtypes = [_pointer, _pointer]
    x.XFree.argtypes = [_pointer]
    return x


class _Peer:
    """A connection with one invisible window."""

    def __init__(self, env):
        self.x = _library()
        self.display = self.x.XOpenDisplay(env["DISPLAY"].encode())
        self.window = self.x.XCreateSimpleWindow(self.display, self.x.XDefaultRootWindow(self.display), 0, 0, 1, 1, 0, 0, 0)

    def atom(self, name):
        return self.x.XInternAtom(self.display, name.encode(), 0)

    def next_event(self, deadline):
        while not self.x.XPending(self.display):
            if time.monotonic() > deadline:
                return None
            time.sleep(0.005)
        event = _Event()
        self.x.XNextEvent(self.display, ctypes.byref(event))
        return event

    def close(self):
        self.x.XCloseDisplay(self.display)


def read(env, selection="CLIPBOARD", patience=5.0):
    """The text that a paste would bring, "" when nobody offers any. PRIMARY is what the middle mouse button pastes."""
    peer = _Peer(env)
    try:
        if not peer.x.XGetSelectionOwner(peer.display, peer.atom(selection)):
            return ""
        place, utf8 = peer.atom("VORZIMMER_TEST"), peer.atom("UTF8_STRING")
        peer.x.XConvertSelection(peer.display, peer.atom(selection), utf8, place, peer.window, 0)
        deadline = time.monotonic() + patience
        while (event := peer.next_event(deadline)) and event.type != SELECTION_NOTIFY:
            pass
        if not event:
            raise AssertionError(f"the owner of {selection} does not answer")
        if not event.notify.property:
            return ""
        kind, form, count, left, data = _id(), ctypes.c_int(), _id(), _id(), _pointer()
        peer.x.XGetWindowProperty(peer.display, peer.window, place, 0, 1 << 20, 0, 0, ctypes.byref(kind), ctypes.byref(form),
                                  ctypes.byref(count), ctypes.byref(left), ctypes.byref(data))
        text = ctypes.string_at(data, count.value).decode("utf-8", "replace") if count.value else ""
        peer.x.XFree(data)
        return text
    finally:
        peer.close()


class Offer:
    """Offers `text` for pasting as long as the `with` block lasts."""

    def __init__(self, env, text):
        self._env, self._data = env, text.encode("utf-8")
        self._stop, self._ready = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._serve)

    def __enter__(self):
        self._thread.start()
        assert self._ready.wait(10), "the clipboard cannot be taken"
        return self

    def __exit__(self, *_):
        self._stop.set()
        self._thread.join()

    def _serve(self):
        peer = _Peer(self._env)
        peer.x.XSetSelectionOwner(peer.display, peer.atom("CLIPBOARD"), peer.window, 0)
        peer.x.XFlush(peer.display)
        self._ready.set()
        while not self._stop.is_set():
            event = peer.next_event(time.monotonic() + 0.05)
            if event and event.type == SELECTION_REQUEST:
                self._answer(peer, event.request)
        peer.close()

    def _answer(self, peer, request):
        reply = _Event()
        reply.notify = _Notify(SELECTION_NOTIFY, 0, 1, peer.display, request.requestor, request.selection, request.target, 0,
                               request.time)
        utf8, targets = peer.atom("UTF8_STRING"), peer.atom("TARGETS")
        if request.target == utf8:
            peer.x.XChangeProperty(peer.display, request.requestor, request.property, utf8, 8, 0, self._data, len(self._data))
            reply.notify.property = request.property
        elif request.target == targets:
            known = (_id * 2)(targets, utf8)
            peer.x.XChangeProperty(peer.display, request.requestor, request.property, PREDEFINED_ATOM_TYPE, 32, 0, known, 2)
            reply.notify.property = request.property
        peer.x.XSendEvent(peer.display, request.requestor, 0, 0, ctypes.byref(reply))
        peer.x.XFlush(peer.display)
