"""A caller: real `sipp` with a scenario written for the call at hand."""

import pathlib
import socket

import processes

SDP = """
      v=0
      o=- 1 1 IN IP[local_ip_type] [local_ip]
      s=-
      c=IN IP[media_ip_type] [media_ip]
      t=0 0
      m=audio [media_port] RTP/AVP 8 0 101
      a=rtpmap:101 telephone-event/8000
"""
SDP_TYPE = "Content-Type: application/sdp"


def free_port():
    """A port that is free for UDP and TCP on loopback right now."""
    while True:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp, socket.socket(socket.AF_INET, socket.SOCK_STREAM) as tcp:
            udp.bind(("127.0.0.1", 0))
            try:
                tcp.bind(("127.0.0.1", udp.getsockname()[1]))
            except OSError:
                continue
            return udp.getsockname()[1]


def _send(text, retransmit=False):
    lines = "\n".join(line.strip() for line in text.strip("\n").splitlines())
    opening = '<send retrans="500">' if retransmit else "<send>"
    # A message without a body ends with an empty line.
    return f"{opening}<![CDATA[\n{lines}\n{'' if SDP_TYPE in lines else chr(10)}]]></send>"


# The header lines as the called side has completed them: after its own requests the [last_...] ones are turned round.
ANSWERED = """<recv response="200" rrs="true"><action>
<ereg regexp=".*" search_in="hdr" header="From:" assign_to="me"/>
<ereg regexp=".*" search_in="hdr" header="To:" assign_to="desk"/>
</action></recv>"""
MIRRORED = "[last_Via:]\n[last_From:]\n[last_To:]\n[last_Call-ID:]\n[last_CSeq:]"


def _session_changes(count):
    taken = _send("\n".join(["SIP/2.0 200 OK", MIRRORED, "Contact: <sip:caller@[local_ip]:[local_port];transport=[transport]>", SDP_TYPE,
                             "Content-Length: [len]", SDP]), True)
    return ['<recv request="INVITE"/>', taken, '<recv request="ACK"/>'] * count


def _told_of(statuses, via, contact):
    steps = ['<recv request="REFER"/>',
             _send("\n".join(["SIP/2.0 202 Accepted", MIRRORED, "Contact: <sip:caller@[local_ip]:[local_port];transport=[transport]>",
                              "Content-Length: 0"]))]
    for number, status in enumerate(statuses, 2):
        state = "active;expires=60" if number < len(statuses) + 1 else "terminated;reason=noresource"
        steps += [_send("\n".join(["NOTIFY [next_url] SIP/2.0", via, "From:[$me]", "To:[$desk]", "Call-ID: [call_id]", f"CSeq: {number} NOTIFY",
                                   contact, "Event: refer", f"Subscription-State: {state}", "Content-Type: message/sipfrag;version=2.0",
                                   "Content-Length: [len]", "", f"SIP/2.0 {status}"]), True),
                  '<recv response="200"/>']
    return steps


class SipCaller:
    """One call to the console's SIP leg.

    gives_up_after: seconds of ringing until CANCEL; None = waits for the answer.
    hangs_up_after: seconds of talking until BYE; None = waits for the other side to hang up.
    changes: how often the other side will change the session (hold, resume) while both talk.
    referred: what becomes of the one REFER that the other side sends, as the status lines told by NOTIFY; None = none is sent.
    back_again: how often the session changes after that.
    media_port: where the caller's voice listens; None = nowhere.
    """

    def __init__(self, desktop, port, dialled, number=None, name="", gives_up_after=None, hangs_up_after=None, extra_headers=(),
                 changes=0, referred=None, back_again=0, media_port=None):
        self._desktop = desktop
        local, media = free_port(), free_port()
        scenario = desktop.folder / f"call-{local}.xml"
        caller = f'"{name}" <sip:{number}@[local_ip]:[local_port]>' if number else '"Anonymous" <sip:anonymous@anonymous.invalid>'
        text = self._write(caller, gives_up_after, hangs_up_after, extra_headers, changes, referred, back_again)
        # sipp itself would take the port.
        scenario.write_text(text.replace("[media_port]", str(media_port or "[media_port]")), encoding="utf-8")
        self.messages = desktop.folder / f"call-{local}.messages"
        self.child = processes.Child(
            ["sipp", f"127.0.0.1:{port}", "-sf", scenario, "-s", dialled, "-i", "127.0.0.1", "-p", local, "-mi", "127.0.0.1",
             "-mp", media, "-m", 1, "-nostdin", "-timeout", "180s", "-timeout_error", "-trace_msg", "-message_file", self.messages],
            desktop.folder / f"call-{local}.log", env={**desktop.env, "TERM": "dumb"}, cwd=desktop.folder)

    @staticmethod
    def _write(caller, gives_up_after, hangs_up_after, extra_headers, changes, referred, back_again):
        identity = f"From: {caller};tag=[pid]c[call_number]"
        target = "sip:[service]@[remote_ip]:[remote_port]"
        via = "Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]"
        within = "[last_From:]\n[last_To:]\nCall-ID: [call_id]"
        contact = "Contact: <sip:caller@[local_ip]:[local_port];transport=[transport]>\nMax-Forwards: 70"
        steps = [_send("\n".join([f"INVITE {target} SIP/2.0", via, identity, f"To: <{target}>", "Call-ID: [call_id]", "CSeq: 1 INVITE",
                                  contact, *extra_headers, SDP_TYPE, "Content-Length: [len]", SDP]), True),
                 '<recv response="100" optional="true"/>', '<recv response="180"/>']
        if gives_up_after is not None:
            steps += [f'<pause milliseconds="{int(gives_up_after * 1000)}"/>',
                      _send("\n".join([f"CANCEL {target} SIP/2.0", via.replace("[branch]", "[branch-4]"), identity, f"To: <{target}>",
                                       "Call-ID: [call_id]", "CSeq: 1 CANCEL", "Max-Forwards: 70", "Content-Length: 0"])),
                      '<recv response="200"/>', '<recv response="487"/>',
                      _send("\n".join([f"ACK {target} SIP/2.0", "[last_Via:]", within, "CSeq: 1 ACK", "Max-Forwards: 70",
                                       "Content-Length: 0"]))]
            return SipCaller._scenario(steps)
        steps += [ANSWERED,
                  _send("\n".join(["ACK [next_url] SIP/2.0", via, within, "CSeq: 1 ACK", contact, "Content-Length: 0"]))]
        steps += _session_changes(changes)
        if referred is not None:
            steps += _told_of(referred, via, contact)
            steps += _session_changes(back_again)
        if hangs_up_after is None:
            steps += ['<recv request="BYE"/>',
                      _send("\n".join(["SIP/2.0 200 OK", "[last_Via:]", "[last_From:]", "[last_To:]", "[last_Call-ID:]", "[last_CSeq:]",
                                       "Content-Length: 0"]))]
        else:
            steps += [f'<pause milliseconds="{int(hangs_up_after * 1000)}"/>',
                      _send("\n".join(["BYE [next_url] SIP/2.0", via, within, "CSeq: 2 BYE", contact, "Content-Length: 0"]), True),
                      '<recv response="200"/>']
        return SipCaller._scenario(steps)

    @staticmethod
    def _scenario(steps):
        # sipp refuses a variable that is only set.
        known = '\n<Reference variables="me,desk"/>' if ANSWERED in steps else ""
        return '<?xml version="1.0" encoding="UTF-8"?>\n<scenario name="call">\n' + "\n".join(steps) + known + "\n</scenario>\n"

    def trace(self):
        """All SIP messages so far, in both directions."""
        return self.messages.read_text(encoding="utf-8", errors="replace") if self.messages.exists() else ""

    def wait_for(self, words, patience=20.0):
        """Waits for a message whose first line begins with `words`."""
        processes.wait_until(lambda: any(line.startswith(words) for line in self.trace().splitlines()),
                             lambda: f"the caller sees {words!r}:\n{self.trace()}\n{self.child.output()[-2000:]}", patience)

    def finish(self, patience=60.0):
        """Waits for the call to have gone exactly as written."""
        code = self.child.wait(patience)
        if code != 0:
            raise AssertionError(f"sipp ended with {code}:\n{self.trace()}\n{self.child.output()[-2000:]}")

    def stop(self):
        self.child.stop(2)


class SipTarget:
    """Somebody whom the console calls: real `sipp` that takes every call as one of the scenarios in `sip/` says."""

    def __init__(self, desktop, scenario):
        self.port = free_port()
        self.messages = desktop.folder / f"target-{self.port}.messages"
        self.child = processes.Child(
            ["sipp", "-sf", pathlib.Path(__file__).parent / "sip" / f"{scenario}.xml", "-i", "127.0.0.1", "-p", self.port, "-mi", "127.0.0.1",
             "-mp", free_port(), "-nostdin", "-trace_msg", "-message_file", self.messages],
            desktop.folder / f"target-{self.port}.log", env={**desktop.env, "TERM": "dumb"}, cwd=desktop.folder)

    def place(self):
        return f"127.0.0.1:{self.port}"

    def called(self):
        """The Request-URIs of the calls so far."""
        text = self.messages.read_text(encoding="utf-8", errors="replace") if self.messages.exists() else ""
        return [line.split()[1] for line in text.splitlines() if line.startswith("INVITE ")]

    def stop(self):
        self.child.stop(2)


def send_raw(port, payload):
    """One UDP packet as it is."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
        udp.sendto(payload, ("127.0.0.1", port))
