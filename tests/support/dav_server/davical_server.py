"""DAViCal as Debian packages it, on a PostgreSQL cluster of its own. Usage:

    davical_server.py --port PORT --directory DIRECTORY   serves http://127.0.0.1:PORT/caldav.php/ until its standard input ends
    davical_server.py --missing                           names what is not installed; 77 when there is something
    davical_server.py --run PROGRAM [ARGUMENTS]           runs tests that want it; without it says so and ends with 77: skipped

The account is "client" with the password "right". Nothing is used of what the system may have set up for DAViCal or PostgreSQL:
the cluster and the configuration lie in DIRECTORY and go with it, and the cluster listens on a socket in there only.
"""

import argparse
import glob
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time

DAVICAL = "/usr/share/davical"
AWL = "/usr/share/awl"
SKIPPED = 77
PATIENCE = 60  # seconds; sanitizers on a busy machine
WORKERS = "4"  # requests at a time: with one, no two writers could ever meet

SCHEMA = [f"{AWL}/dba/awl-tables.sql", f"{AWL}/dba/schema-management.sql", f"{DAVICAL}/dba/davical.sql",
          f"{DAVICAL}/dba/supported_locales.sql", f"{DAVICAL}/dba/views/dav_principal.sql",
          f"{DAVICAL}/dba/caldav_functions.sql", f"{DAVICAL}/dba/rrule_functions.sql", f"{DAVICAL}/dba/base-data.sql"]
ACCOUNT = """
INSERT INTO usr (active, email_ok, updated, username, password, fullname, email)
  VALUES (TRUE, current_date, current_date, 'client', '**right', 'The client', 'client@example.net');
INSERT INTO principal (type_id, user_no, displayname, default_privileges)
  SELECT 1, user_no, fullname, privilege_to_bits(ARRAY['read-free-busy', 'schedule-deliver']) FROM usr WHERE username = 'client';
"""

# DAViCal looks for /etc/davical/HOST-conf.php; the router gives it a HOST that leads here.
CONFIGURATION = """<?php
$_SERVER['SERVER_NAME'] = $c->domain_name = '127.0.0.1';
$c->pg_connect[] = 'host=%s dbname=davical user=davical';
"""
# What Apache does with Debian's davical.conf: name and port are those that the client has used, every reply says how long it is,
# and PROPFIND is not allowed on what is none of DAViCal's.
ROUTER = """<?php
$path = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) ?? '/');
if (preg_match('{^/caldav\\.php(/.*)?$}', $path, $found))
    $_SERVER['PATH_INFO'] = $found[1] ?? '/';
elseif (str_starts_with($path, '/.well-known/'))
    $_SERVER['PATH_INFO'] = $path;
else {
    http_response_code(405);
    header('Content-Length: 0');
    exit;
}
$_SERVER['SERVER_PORT'] = parse_url('//' . $_SERVER['HTTP_HOST'], PHP_URL_PORT) ?? 80;
$_SERVER['SERVER_NAME'] = '../..' . __DIR__ . '/davical';
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/caldav.php';
$_SERVER['SCRIPT_FILENAME'] = $_SERVER['DOCUMENT_ROOT'] . '/caldav.php';
chdir($_SERVER['DOCUMENT_ROOT']);
ob_start(function (string $text): string {
    if (http_response_code() !== 204 && $_SERVER['REQUEST_METHOD'] !== 'HEAD')
        header('Content-Length: ' . strlen($text));
    return $text;
}, 0, 0);
require $_SERVER['SCRIPT_FILENAME'];
"""


def postgres(program):
    """The newest that Debian has installed: these are not in PATH, and their wrappers in there know the system's clusters only."""
    found = glob.glob(f"/usr/lib/postgresql/*/bin/{program}")
    return max(found, key=lambda path: int(path.split("/")[4]), default=None)


def missing():
    wanted = {"davical": os.path.exists(f"{DAVICAL}/htdocs/caldav.php"), "php-cli": shutil.which("php"),
              "postgresql": postgres("postgres")}
    if wanted["php-cli"]:
        wanted["php-pgsql"] = "pdo_pgsql" in subprocess.run(["php", "-m"], capture_output=True, text=True).stdout.split()
    return [name for name, found in wanted.items() if not found]


class Tidier:
    """Does what it was told, the latest first, when we end: whatever way that is. PHP's workers outlive their master's death by
    force, and nobody else would remove a database."""

    def __init__(self):
        self._shell = subprocess.Popen(["sh", "-c", 'eval "$(tac)"'], stdin=subprocess.PIPE, start_new_session=True, text=True,
                                       cwd="/")

    def later(self, command):
        self._shell.stdin.write(command + "\n")
        self._shell.stdin.flush()

    def now(self, children):
        self._shell.stdin.close()
        for child in children:
            child.wait()
        self._shell.wait()


def unprivileged(command):
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return command
    return ["setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups", "--"] + command


def start(command, **more):
    return subprocess.Popen(unprivileged(command), stdin=subprocess.DEVNULL, stdout=sys.stderr, cwd="/", start_new_session=True,
                            **more)


def make_folder(directory, tidier):
    folder = os.path.join(directory, "davical")
    os.mkdir(folder, 0o700)
    tidier.later(f"rm -rf {shlex.quote(folder)}")
    if os.geteuid() == 0:
        os.chmod(directory, 0o711)
        shutil.chown(folder, "nobody", "nogroup")
        if subprocess.run(unprivileged(["test", "-w", folder])).returncode != 0:
            sys.exit(f"davical_server.py: {folder} cannot be reached by the user nobody")
    return folder


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    os.chmod(path, 0o644)


def start_database(folder, tidier):
    data = os.path.join(folder, "data")
    subprocess.run(unprivileged([postgres("initdb"), "--no-sync", "--auth=trust", "--username=davical", "--encoding=UTF8",
                                 "--locale=C", "--no-instructions", "--pgdata", data]),
                   check=True, stdin=subprocess.DEVNULL, stdout=sys.stderr, cwd="/")
    settings = {"listen_addresses": "", "unix_socket_directories": folder, "fsync": "off", "synchronous_commit": "off",
                "full_page_writes": "off", "autovacuum": "off", "shared_buffers": "16MB", "timezone": "UTC",
                "dynamic_shared_memory_type": "mmap"}
    options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    database = start([postgres("postgres"), "-D", data] + options)
    lock = shlex.quote(os.path.join(data, "postmaster.pid"))
    tidier.later(f"kill -s INT {database.pid}; for n in $(seq 200); do [ -e {lock} ] || break; sleep 0.05; done")
    deadline = time.monotonic() + PATIENCE
    ready = [postgres("pg_isready"), "--quiet", "--host", folder, "--username", "davical", "--dbname", "postgres"]
    while subprocess.run(ready).returncode != 0:
        if database.poll() is not None or time.monotonic() > deadline:
            sys.exit("davical_server.py: PostgreSQL does not start")
        time.sleep(0.05)
    psql = [postgres("psql"), "--no-psqlrc", "--quiet", "--host", folder, "--username", "davical"]
    subprocess.run(psql + ["--dbname", "postgres", "--command", "CREATE DATABASE davical"], check=True)
    files = [word for path in SCHEMA for word in ("--file", path)]
    subprocess.run(psql + ["--dbname", "davical", "--set", "ON_ERROR_STOP=1", "--output", os.devnull] + files +
                   ["--command", ACCOUNT], check=True, env={**os.environ, "PGOPTIONS": "--client-min-messages=warning"})
    return database


def start_web(folder, port, tidier):
    write(os.path.join(folder, "davical-conf.php"), CONFIGURATION % folder)
    router = os.path.join(folder, "router.php")
    write(router, ROUTER)
    settings = {"include_path": f"{DAVICAL}/inc:{AWL}/inc", "error_log": "", "log_errors": "1", "display_errors": "0",
                "memory_limit": "1G", "date.timezone": "UTC", "opcache.enable_cli": "1"}
    options = [word for name, value in settings.items() for word in ("-d", f"{name}={value}")]
    web = start(["php"] + options + ["-S", f"127.0.0.1:{port}", "-t", f"{DAVICAL}/htdocs", router],
                env={**os.environ, "PHP_CLI_SERVER_WORKERS": WORKERS})
    tidier.later(f"kill -s KILL -- -{web.pid}")
    return web


def serve(port, directory):
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    for name in [name for name in os.environ if name.startswith("PG")]:
        del os.environ[name]  # a developer's own database is meant by these
    tidier = Tidier()
    children = []
    try:
        folder = make_folder(os.path.abspath(directory), tidier)
        children.append(start_database(folder, tidier))
        children.append(start_web(folder, port, tidier))
        sys.stdin.buffer.read()
    finally:
        tidier.now(children)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--port", type=int)
    options.add_argument("--directory")
    options.add_argument("--missing", action="store_true")
    options.add_argument("--run", nargs=argparse.REMAINDER)
    given = options.parse_args()
    if given.port and given.directory:
        serve(given.port, given.directory)
        return
    if absent := missing():
        print(f"skipped: DAViCal is not installed: scripts/test --davical ({', '.join(absent)})", flush=True)
        sys.exit(SKIPPED)
    if given.run:
        os.execv(given.run[0], given.run)


if __name__ == "__main__":
    main()
