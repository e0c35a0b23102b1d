"""The voice of a caller: real RTP with G.711 A on a socket of the test's own."""

import audioop
import math
import socket
import struct
import threading
import time

RATE = 8000
PACKET = 160  # 20 ms
PCMA = 8


def _tone_packet(hertz, number):
    samples = (int(9000 * math.sin(2 * math.pi * hertz * (number * PACKET + at) / RATE)) for at in range(PACKET))
    return audioop.lin2alaw(struct.pack(f"<{PACKET}h", *samples), 2)


def share_of(samples, hertz, rate=RATE):
    """How much of the power of `samples` is at one frequency (Goertzel); 0 when there is none to speak of."""
    if len(samples) < rate // 10:
        return 0.0
    turn = 2 * math.cos(2 * math.pi * hertz / rate)
    before = now = power = 0.0
    for sample in samples:
        before, now = now, sample + turn * now - before
        power += sample * sample
    if power / len(samples) < 10000:
        return 0.0
    return 2 * (now * now + before * before - turn * now * before) / (power * len(samples))


class Voice:
    """Says a tone of `hertz` to `port` of this machine from the first packet it gets on, and keeps what it hears."""

    def __init__(self, hertz):
        self.hertz = hertz
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self._socket.settimeout(0.05)
        self.port = self._socket.getsockname()[1]
        self._lock = threading.Lock()
        self._heard = []
        self._peer = None
        self._over = threading.Event()
        self._threads = [threading.Thread(target=work, daemon=True) for work in (self._listen, self._speak)]
        for thread in self._threads:
            thread.start()

    def _listen(self):
        while not self._over.is_set():
            try:
                packet, sender = self._socket.recvfrom(2048)
            except TimeoutError:
                continue
            if len(packet) <= 12 or packet[1] & 0x7F != PCMA:
                continue
            samples = struct.unpack(f"<{len(packet) - 12}h", audioop.alaw2lin(packet[12:], 2))
            with self._lock:
                self._peer = sender
                self._heard.extend(samples)
                del self._heard[:-4 * RATE]

    def _speak(self):
        number, due = 0, time.monotonic()
        while not self._over.is_set():
            due += 0.02
            time.sleep(max(0.0, due - time.monotonic()))
            with self._lock:
                peer = self._peer
            if peer:
                header = struct.pack(">BBHII", 0x80, PCMA, number & 0xFFFF, number * PACKET & 0xFFFFFFFF, 0x5EC2E7A1)
                self._socket.sendto(header + _tone_packet(self.hertz, number), peer)
            number += 1

    def heard(self, seconds=0.6):
        """What comes in during the next `seconds`."""
        with self._lock:
            self._heard.clear()
        time.sleep(seconds)
        with self._lock:
            return list(self._heard)

    def stop(self):
        self._over.set()
        for thread in self._threads:
            thread.join(2)
        self._socket.close()
