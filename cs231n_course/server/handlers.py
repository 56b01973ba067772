"""The panel's requests: each handler checks who asks, has the work done elsewhere and sends JSON."""

import contextlib
import json
from collections.abc import Callable

import tornado.web
from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import APIHandler
from jupyter_server.utils import ensure_async, url_path_join
from tornado.iostream import StreamClosedError

from cs231n_course.server.book import BookHandler
from cs231n_course.server.chapters import describe_course
from cs231n_course.server.check_queue import CheckJob, CheckQueue, parse_check_request
from cs231n_course.server.describe import describe_notebook, describe_starter
from cs231n_course.server.errors import JsonErrors, RequestError
from cs231n_course.server.work_thread import THREAD_SETTING, WorkThread

QUEUE_SETTING = "cs231n_check_queue"


class PanelHandler(JsonErrors, APIHandler):
    """What the panel's handlers share: errors are JSON with a message for the learner; the work is done in a thread."""

    auth_resource = "contents"

    @property
    def queue(self) -> CheckQueue:
        """The server's queue of checks."""
        return self.settings[QUEUE_SETTING]

    def query(self, name: str) -> str:
        """Returns an argument of the query as it is: a file's name may begin or end with a space."""
        return self.get_query_argument(name, "", strip=False)

    async def send(self, describe: Callable, *arguments) -> None:
        """Calls a function in a thread and sends what it returns (one of the TypedDicts in types.py)."""
        self.finish(json.dumps(await self.settings[THREAD_SETTING].share(describe, *arguments)))


class CourseHandler(PanelHandler):
    """The chapters."""

    @tornado.web.authenticated
    @authorized
    async def get(self) -> None:
        """Sends the course, seen from the folder of the open notebook (types.Course)."""
        await self.send(describe_course, self.contents_manager, self.query("dir"))


class NotebookHandler(PanelHandler):
    """One notebook."""

    @tornado.web.authenticated
    @authorized
    async def get(self) -> None:
        """Sends a notebook (types.Notebook), and gets ready to check it for who may check."""
        path = self.query("path")
        may_check = await ensure_async(self.authorizer.is_authorized(self, self.current_user, "execute", "kernels"))
        await self.send(describe_notebook, self.contents_manager, path, self.queue, may_check)


class StarterHandler(PanelHandler):
    """The starter of one exercise."""

    @tornado.web.authenticated
    @authorized
    async def get(self) -> None:
        """Sends the source that an exercise's answer cell starts with (types.Starter)."""
        await self.send(describe_starter, self.contents_manager, self.query("path"), self.query("exercise_id"))


class CheckHandler(PanelHandler):
    """A check, streamed."""

    job: CheckJob | None = None

    @tornado.web.authenticated
    @authorized("execute", "kernels")
    async def post(self) -> None:
        """Checks exercises of a notebook (types.CheckRequest) and sends the events (types.CheckEvent), a line each.

        They come in this order: queued*, started, exercise*, and at the end done or error.
        """
        request = await self.settings[THREAD_SETTING].run(parse_check_request, self._body(), self.contents_manager)
        self.job = self.queue.add(*request)
        self.set_header("X-Accel-Buffering", "no")
        self.set_header("Content-Type", "application/x-ndjson")
        with contextlib.suppress(StreamClosedError), contextlib.closing(self.job):
            async for event in self.job.events():
                self.write(json.dumps(event) + "\n")
                await self.flush()

    def _body(self):
        try:
            return self.get_json_body()
        except UnicodeDecodeError:
            raise RequestError(400, "The request is not text in UTF-8.") from None

    def on_connection_close(self) -> None:
        """Ends the check when the browser goes."""
        if self.job:
            self.job.close()


def add_handlers(web_app: tornado.web.Application) -> None:
    """Adds the handlers to Jupyter's web application."""
    handlers = {"course": CourseHandler, "notebook": NotebookHandler, "starter": StarterHandler, "check": CheckHandler}
    web_app.settings[QUEUE_SETTING] = CheckQueue()
    web_app.settings[THREAD_SETTING] = WorkThread()
    base = url_path_join(web_app.settings["base_url"], "cs231n")
    rules = [(url_path_join(base, name), handler) for name, handler in handlers.items()]
    web_app.add_handlers(".*$", [*rules, (url_path_join(base, "book") + "/(.*)", BookHandler)])
