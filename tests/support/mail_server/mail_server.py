"""A real SMTP server (aiosmtpd) that misbehaves where the recipient's address says so. Usage: mail_server.py FOLDER MODE [PORT]

MODE is starttls, tls or plain. The first two want the account "desk" with the password "right". In FOLDER it puts
server.pem (its own certificate, for 127.0.0.1), and each mail that it took as NUMBER.eml, the envelope in its first line; the
addresses that were asked for, with how it went, stand in rcpt.log. It says "listening on PORT" when it is ready, and ends with its
standard input.

What stands before the @ decides:
  refuse-NNN  RCPT is answered with NNN              data-NNN    so is the whole mail
  busy-N-NNN  RCPT is answered with NNN, N times     drop        takes the mail and breaks off without an answer
  drop-N      so N times, then answers               slow        takes five seconds over the answer
anything else is taken.
"""

import asyncio
import collections
import pathlib
import re
import ssl
import subprocess
import sys

from aiosmtpd.smtp import SMTP, AuthResult

ACCOUNT, PASSWORD = b"desk", b"right"
SLOW = 5  # seconds


class House:
    def __init__(self, folder):
        self._folder = folder
        self._asked = collections.Counter()
        self._number = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        local = address.partition("@")[0]
        self._asked[address] += 1
        answer = "250 2.1.5 fine"
        if refused := re.fullmatch(r"refuse-(\d+)", local):
            answer = f"{refused[1]} 5.1.1 no such mailbox here"
        if busy := re.fullmatch(r"busy-(\d+)-(\d+)", local):
            if self._asked[address] <= int(busy[1]):
                answer = f"{busy[2]} 4.7.1 come back later"
        with open(self._folder / "rcpt.log", "a", encoding="ascii") as log:
            log.write(f"{address} {answer[:3]}\n")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server, session, envelope):
        local = envelope.rcpt_tos[0].partition("@")[0]
        if refused := re.fullmatch(r"data-(\d+)", local):
            return f"{refused[1]} 5.7.1 not this one"
        self._keep(envelope)
        dropped = re.fullmatch(r"drop(?:-(\d+))?", local)
        if dropped and (not dropped[1] or self._asked[envelope.rcpt_tos[0]] <= int(dropped[1])):
            server.transport.abort()
            return "451 nobody hears this"
        if local == "slow":
            await asyncio.sleep(SLOW)
        return "250 2.0.0 taken"

    def _keep(self, envelope):
        self._number += 1
        fresh = self._folder / f"{self._number}.part"
        fresh.write_bytes(f"{envelope.mail_from} {' '.join(envelope.rcpt_tos)}\n".encode("ascii") + envelope.original_content)
        fresh.rename(self._folder / f"{self._number}.eml")


def authenticate(server, session, envelope, mechanism, data):
    good = data.login == ACCOUNT and data.password == PASSWORD
    return AuthResult(success=good, handled=False)  # the refusal is still to be said


def certificate(folder):
    paper, key = folder / "server.pem", folder / "server.key"
    if not paper.exists():
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                        "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", paper],
                       check=True, stderr=subprocess.DEVNULL)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(paper, key)
    return context


def main(folder, mode, port=0):
    folder = pathlib.Path(folder)
    arguments = {}
    if mode != "plain":
        arguments = {"authenticator": authenticate, "auth_required": True, "auth_require_tls": mode == "starttls"}
    if mode == "starttls":
        arguments |= {"tls_context": certificate(folder), "require_starttls": True}
    outside = certificate(folder) if mode == "tls" else None
    loop = asyncio.new_event_loop()
    house = House(folder)
    listening = loop.run_until_complete(
        loop.create_server(lambda: SMTP(house, loop=loop, timeout=60, **arguments), "127.0.0.1", int(port), ssl=outside))
    print(f"listening on {listening.sockets[0].getsockname()[1]}", flush=True)
    loop.run_in_executor(None, lambda: (sys.stdin.read(), loop.call_soon_threadsafe(loop.stop)))
    loop.run_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
