"""A web server on this machine that gives one file, and can be told to fail as servers and networks do."""

import contextlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class FileServer(ThreadingHTTPServer):
    """Gives `data` for every path. `asked` has the Range of each request, None for one without."""

    def __init__(self, data):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.data, self.asked = data, []
        self.cuts = []  # after so many bytes of an answer the connection is cut, one answer after the other
        self.status = None  # what is answered instead
        self.ranges = True

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/data.bin"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        server, wanted = self.server, self.headers["Range"]
        server.asked.append(wanted)
        if server.status:
            self.send_error(server.status)
            return
        start = int(wanted.removeprefix("bytes=").removesuffix("-")) if wanted and server.ranges else 0
        if start and start >= len(server.data):
            self.send_response(416)
            self.send_header("Content-Range", f"bytes */{len(server.data)}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(server.data) - 1}/{len(server.data)}")
        self.send_header("Content-Length", str(len(server.data) - start))
        self.end_headers()
        rest = server.data[start:]
        self.wfile.write(rest[: server.cuts.pop(0)] if server.cuts else rest)
        self.close_connection = True

    def log_message(self, *args):
        """Say nothing."""


@contextlib.contextmanager
def serving(data):
    """Give a FileServer that runs."""
    with FileServer(data) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
