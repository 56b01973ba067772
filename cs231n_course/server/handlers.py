"""Answer the panel's requests: each handler checks who asks, has the work done elsewhere and sends JSON."""

import asyncio
import contextlib
import json

import tornado.web
from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import APIHandler
from jupyter_server.utils import ensure_async, url_path_join
from tornado.iostream import StreamClosedError

from cs231n_course.server import book, chapters, outline
from cs231n_course.server.errors import InWords, Refused
from cs231n_course.server.runs import Runs, asked

SETTING = "cs231n_runs"


class PanelHandler(InWords, APIHandler):
    """What the panel's handlers share: errors are JSON with words for the learner; the work is done in threads."""

    auth_resource = "contents"

    @property
    def runs(self):
        """Give the line of runs."""
        return self.settings[SETTING]

    def asked(self, name):
        """Give an argument of the query as it is: a file's name may begin or end with a space."""
        return self.get_query_argument(name, "", strip=False)

    async def answer(self, work, *arguments):
        """Do work in a thread and send what it gives."""
        self.finish(json.dumps(await asyncio.to_thread(work, *arguments)))


class CourseHandler(PanelHandler):
    """The chapters."""

    @tornado.web.authenticated
    @authorized
    async def get(self):
        """Describe the course for the folder of the open notebook."""
        await self.answer(chapters.describe_course, self.contents_manager, self.asked("dir"))


class NotebookHandler(PanelHandler):
    """One notebook."""

    @tornado.web.authenticated
    @authorized
    async def get(self):
        """Describe a notebook, and get ready to check it for who may check."""
        path = self.asked("path")
        may_check = await ensure_async(self.authorizer.is_authorized(self, self.current_user, "execute", "kernels"))
        await self.answer(outline.describe_notebook, self.contents_manager, path, self.runs, may_check)


class StarterHandler(PanelHandler):
    """The starter of one exercise."""

    @tornado.web.authenticated
    @authorized
    async def get(self):
        """Give the source that an exercise's answer cell starts with."""
        path, id = self.asked("path"), self.asked("exercise")
        await self.answer(outline.released_source, self.contents_manager, path, id)


class CheckHandler(PanelHandler):
    """A check, streamed."""

    run = None

    @tornado.web.authenticated
    @authorized("execute", "kernels")
    async def post(self):
        """Check exercises of a notebook: queued*, started, exercise*, and at the end done or error, a line each."""
        wanted = await asyncio.to_thread(asked, self._body(), self.contents_manager)
        self.run = self.runs.add(*wanted)
        self.set_header("X-Accel-Buffering", "no")
        self.set_header("Content-Type", "application/x-ndjson")
        with contextlib.suppress(StreamClosedError), contextlib.closing(self.run):
            async for event in self.run.events():
                self.write(json.dumps(event) + "\n")
                await self.flush()

    def _body(self):
        try:
            return self.get_json_body()
        except UnicodeDecodeError:
            raise Refused(400, "The request is not text in UTF-8.") from None

    def on_connection_close(self):
        """End the run when the browser goes."""
        if self.run:
            self.run.close()


def add_handlers(web_app):
    """Add the handlers to Jupyter's web application."""
    handlers = {"course": CourseHandler, "notebook": NotebookHandler, "starter": StarterHandler, "check": CheckHandler}
    web_app.settings[SETTING] = Runs()
    base = url_path_join(web_app.settings["base_url"], "cs231n")
    rules = [(url_path_join(base, name), handler) for name, handler in handlers.items()]
    web_app.add_handlers(".*$", [*rules, (url_path_join(base, "book") + "/(.*)", book.BookHandler)])
