"""A telephone provider: a real kamailio on loopback where lines register, and which passes calls on to them."""

import os
import signal

import processes
from sip_caller import free_port

PASSWORD = "Vorhang-auf-7"

CONFIG = """#!KAMAILIO
debug=1
log_stderror=yes
fork=yes
children=1
tcp_children=1
auto_aliases=no
listen=udp:127.0.0.1:{port}
listen=tcp:127.0.0.1:{port}
{modules}
modparam("registrar", "gruu_enabled", 0)
modparam("htable", "htable", "users=>size=4;")
modparam("usrloc", "db_mode", 0)
event_route[htable:mod-init] {{ {users} }}
request_route {{
    if (!mf_process_maxfwd_header("10")) {{ sl_send_reply("483", "Too Many Hops"); exit; }}
    if (is_method("CANCEL")) {{ if (t_check_trans()) t_relay(); exit; }}
    if (has_totag()) {{ loose_route(); t_relay(); exit; }}
    if (is_method("REGISTER")) {{
        if ($sht(users=>$fU) == $null) {{ sl_send_reply("403", "Forbidden"); exit; }}
        if (!pv_www_authenticate("$td", "$sht(users=>$fU)", "0")) {{ www_challenge("$td", "0"); exit; }}
        save("location");
        exit;
    }}
    if (!is_method("INVITE|ACK|BYE")) {{ sl_send_reply("405", "Method Not Allowed"); exit; }}
    record_route();
    if (!lookup("location")) {{ sl_send_reply("404", "Not Found"); exit; }}
    t_relay();
}}
"""
MODULES = ("tm", "sl", "rr", "pv", "maxfwd", "usrloc", "registrar", "textops", "siputils", "auth", "htable")


class Registrar:
    """`users` may register with PASSWORD. Calls to them come in from anybody, as from the public network."""

    def __init__(self, desktop, users):
        self.port = free_port()
        self._desktop = desktop
        self._folder = desktop.folder / f"registrar-{self.port}"
        self._folder.mkdir()
        self._config = self._folder / "kamailio.cfg"
        self._config.write_text(CONFIG.format(
            port=self.port, modules="\n".join(f'loadmodule "{name}.so"' for name in MODULES),
            users=" ".join(f'$sht(users=>{user}) = "{PASSWORD}";' for user in users)), encoding="utf-8")
        self._child = None
        self._starts = 0

    def start(self):
        self._starts += 1
        pid_file = self._folder / f"pid-{self._starts}"
        # In a session of its own, so that a signal reaches all of its processes.
        self._child = processes.Child(
            ["setsid", "setpriv", "--pdeathsig", "KILL", "kamailio", "-f", self._config, "-DD", "-E", "-Y", self._folder, "-P", pid_file],
            self._folder / f"log-{self._starts}", env={**self._desktop.env, "PATH": os.environ["PATH"] + ":/usr/sbin"})
        processes.wait_until(pid_file.exists, lambda: f"kamailio starts:\n{self._child.output()}", 30)

    def kill(self):
        """Gone without a word; it forgets who was registered."""
        if self._child and self._child.is_running():
            os.killpg(self._child.pid, signal.SIGKILL)
            self._child.process.wait()

    def place(self):
        return f"127.0.0.1:{self.port}"
