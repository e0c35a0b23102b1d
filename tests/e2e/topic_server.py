"""The default topic server, and what real `curl` sees there."""

import contextlib
import http.server
import json
import re
import subprocess
import threading
import uuid

import processes


class TopicServer:
    """Keeps its port over restarts, like a server that was down for a while."""

    def __init__(self, desktop, binary, bureau):
        self._desktop, self._binary, self._bureau = desktop, binary, bureau
        self._port = 0
        self.child = None
        self._starts = 0

    @property
    def url(self):
        return f"http://127.0.0.1:{self._port}"

    def start(self):
        self._starts += 1
        self.child = processes.Child(
            [self._binary, "--data", self._bureau.folder / "topics", "--port", self._port, "--tokens", self._bureau.tokens_file],
            self._desktop.folder / f"topics-{self._bureau.folder.name}-{self._starts}.log", env=self._desktop.env)
        announced = processes.wait_until(self._announcement, lambda: f"the topic server listens:\n{self.child.output()}", 30)
        self._port = int(announced.group(1))

    def _announcement(self):
        return re.search(r"^listening on http://[^:]+:(\d+)", self.child.output(), re.MULTILINE)

    def stop(self):
        if self.child:
            code = self.child.stop()
            assert code == 0, f"the topic server ended with {code}:\n{self.child.output()}"

    @contextlib.contextmanager
    def unseen(self):
        """The stopped server runs at an address that no desk knows: what is changed now has happened when it is back."""
        known, self._port = self._port, 0
        self.start()
        try:
            yield
        finally:
            self.stop()
            self._port = known

    @contextlib.contextmanager
    def overloaded(self):
        """In the stopped server's place, until the end of the block, somebody asks everyone to come again in ten minutes, and has
        told at least one. From then on no desk tries again by itself."""
        told = threading.Event()

        class Answer(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.rfile.read(int(self.headers.get("Content-Length", 0)))  # what stays unread turns the answer into a reset
                self.send_response(503)
                self.send_header("Retry-After", "600")
                self.send_header("Content-Length", "0")
                self.end_headers()
                told.set()

            do_PUT = do_DELETE = do_GET

            def log_message(self, *_):
                pass

        with http.server.ThreadingHTTPServer(("127.0.0.1", self._port), Answer) as stand_in:
            threading.Thread(target=stand_in.serve_forever, daemon=True).start()
            try:
                yield
                assert told.wait(60), "nobody has asked"
            finally:
                stand_in.shutdown()

    # ---- curl

    def curl(self, path, token=None, method="GET", body=None, headers=()):
        """Status and JSON (or text) of one request."""
        command = ["curl", "--silent", "--show-error", "--max-time", "20", "--write-out", "\n%{http_code}", "--request", method]
        for header in (*headers, *([f"Authorization: Bearer {token}"] if token else ())):
            command += ["--header", header]
        if body is not None:
            command += ["--header", "Content-Type: application/json", "--data-binary", "@-"]
        done = subprocess.run([*command, self.url + path], input=json.dumps(body) if body is not None else None, env=self._desktop.env,
                              capture_output=True, text=True, check=False, timeout=30)
        assert done.returncode == 0, f"curl: {done.stderr}"
        text, _, status = done.stdout.rpartition("\n")
        try:
            return int(status), json.loads(text)
        except ValueError:
            return int(status), text

    def topics(self, token):
        """All topics of the list that `token` opens."""
        found, after = [], ""
        while True:
            status, page = self.curl(f"/v1/topics?limit=500{after}", token)
            assert status == 200, f"{status}: {page}"
            found += page["topics"]
            if not page["next"]:
                return found
            after = f"&after={page['next']}"

    def topic(self, token, topic_id):
        return self.curl(f"/v1/topics/{topic_id}", token)

    def wait_for_topic(self, token, text, patience=30.0):
        """The one topic whose text contains `text`; fails when there are several."""
        def look():
            return [topic for topic in self.topics(token) if text in topic.get("text", "")]
        found = processes.wait_until(look, f"a topic with {text!r} at the server", patience)
        assert len(found) == 1, f"{len(found)} topics say {text!r}: {found}"
        return found[0]

    def add(self, token, title, at, **fields):
        """Puts a topic on the list as another client of it does, and returns its id."""
        topic_id = str(uuid.uuid4())
        body = {"title": title, "text": "", "state": "open", "person": "", "due": None, "priority": "normal", "origin": "client",
                "created_at": at, "created_by": "", **fields}
        status, answer = self.curl(f"/v1/topics/{topic_id}", token, "PUT", body, ["If-None-Match: *"])
        assert status == 201, f"{status}: {answer}"
        return topic_id

    def change(self, token, topic_id, **fields):
        """Edits a topic as another client of the list does."""
        status, now = self.topic(token, topic_id)
        assert status == 200, f"{status}: {now}"
        kept = {name: now[name] for name in ("title", "text", "state", "person", "due", "priority", "origin", "created_at", "created_by")}
        status, answer = self.curl(f"/v1/topics/{topic_id}", token, "PUT", {**kept, **fields}, [f'If-Match: "{now["revision"]}"'])
        assert status == 200, f"{status}: {answer}"

    def comment(self, token, topic_id, author, text, at):
        status, answer = self.curl(f"/v1/topics/{topic_id}/comments/{uuid.uuid4()}", token, "PUT",
                                   {"author": author, "text": text, "at": at})
        assert status == 201, f"{status}: {answer}"
