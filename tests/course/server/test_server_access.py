"""Who may ask for what: login, XSRF, authorisation, and paths that lead elsewhere."""

import json
import os

import pytest
import tornado.httpclient
from jupyter_server.auth.authorizer import Authorizer
from served import PATH

from cs231n_course.server.check_queue import CheckQueue
from cs231n_course.server.contents import IF_OPEN, LINKS, WHERE

VERBS = [("course", None), ("notebook", None), ("starter", None), ("check", {"path": PATH})]
LOGIN = "The server does not let you do this, maybe because you are not logged in any more. Reload the page and log in."


@pytest.mark.parametrize(("verb", "body"), VERBS)
async def test_a_wrong_or_old_token(panel, verb, body):
    assert await panel.refused(403, verb, body, headers={"Authorization": "token old"}, path=PATH) == LOGIN


async def test_no_token_at_all(panel, jp_base_url, http_server_client):
    for verb, body in VERBS:
        post = {"method": "POST", "body": json.dumps(body)} if body else {}
        with pytest.raises(tornado.httpclient.HTTPClientError, match="403"):
            await http_server_client.fetch(f"{jp_base_url}cs231n/{verb}?path={PATH}", **post)


async def test_a_check_needs_the_xsrf_token(panel, right, jp_serverapp, jp_base_url, http_server_client):
    token = jp_serverapp.identity_provider.token
    page = await http_server_client.fetch(f"{jp_base_url}login")
    with pytest.raises(tornado.httpclient.HTTPClientError, match="302") as login:
        await http_server_client.fetch(f"{jp_base_url}login?token={token}", follow_redirects=False)
    replies = (page, login.value.response)
    cookies = [cookie.split(";")[0] for reply in replies for cookie in reply.headers.get_list("Set-Cookie")]
    (xsrf,) = (cookie.partition("=")[2] for cookie in cookies if cookie.startswith("_xsrf="))
    url, body = f"{jp_base_url}cs231n/check", json.dumps({"path": PATH})
    headers = {"Cookie": "; ".join(cookies), "Referer": "http://elsewhere.example/"}
    for attempt in (headers, headers | {"X-XSRFToken": "guessed"}):
        with pytest.raises(tornado.httpclient.HTTPClientError, match="403") as caught:
            await http_server_client.fetch(url, method="POST", body=body, headers=attempt)
        assert json.loads(caught.value.response.body) == {"message": LOGIN}
    reply = await http_server_client.fetch(url, method="POST", body=body, headers=headers | {"X-XSRFToken": xsrf})
    assert json.loads(reply.body.splitlines()[-1])["points"] == 5


class OnlyReaders(Authorizer):
    """Lets everybody read and nobody do more."""

    def is_authorized(self, handler, user, action, resource):
        return action == "read"


class SlowReaders(OnlyReaders):
    """Lets everybody read and nobody do more, after asking somebody else."""

    async def is_authorized(self, handler, user, action, resource):
        return super().is_authorized(handler, user, action, resource)


class Nobody(Authorizer):
    """Lets nobody do anything."""

    def is_authorized(self, handler, user, action, resource):
        return False


class TestAuthorisation:
    @pytest.fixture(params=[OnlyReaders, SlowReaders, Nobody])
    def jp_server_config(self, jp_server_config, request):
        jp_server_config["ServerApp"]["authorizer_class"] = request.param
        return jp_server_config

    async def test_every_verb_asks_whether_it_may(self, panel, jp_serverapp, monkeypatch):
        prepared = []
        monkeypatch.setattr(CheckQueue, "prewarm", lambda queue, chapter: prepared.append(chapter))
        assert await panel.refused(403, "check", {"path": PATH}) == LOGIN
        if isinstance(jp_serverapp.authorizer, OnlyReaders):
            assert (await panel.get("notebook", path=PATH))["in_course"]
            assert prepared == []  # who only reads starts no process
            return
        for verb, _ in VERBS[:3]:
            assert await panel.refused(403, verb, path=PATH) == LOGIN
        with pytest.raises(tornado.httpclient.HTTPClientError, match="403"):
            await panel.fetch("cs231n", "book", "index.html")


@pytest.fixture
def outside(folder, jp_root_dir):
    """Put a notebook of the course outside of the folder that is served, and links to it and to its folder inside."""
    place = jp_root_dir.parent / "outside"
    place.mkdir()
    (folder / "01_small.ipynb").rename(place / "01_small.ipynb")
    (folder / "link.ipynb").symlink_to(place / "01_small.ipynb")
    (folder / "linked").symlink_to(place)
    (folder / "loop.ipynb").symlink_to(folder / "loop.ipynb")
    (folder / ".hidden").mkdir()
    (folder / "folder.ipynb").mkdir()
    for hidden in (folder / ".hidden" / "01_small.ipynb", folder / ".01_small.ipynb"):
        hidden.write_bytes((place / "01_small.ipynb").read_bytes())
    (folder / "through.ipynb").symlink_to(folder / ".hidden" / "01_small.ipynb")
    os.mkfifo(folder / "fifo.ipynb")
    return place


async def test_paths_that_lead_elsewhere(panel, outside):
    paths = [
        "../outside/01_small.ipynb",
        "course/../../outside/01_small.ipynb",
        "course/../course/01_small.ipynb",
        "..%2foutside%2f01_small.ipynb",
        "%2e%2e/outside/01_small.ipynb",
        "..\\outside\\01_small.ipynb",
        str(outside / "01_small.ipynb"),
        f"/{outside}/01_small.ipynb",
        "course/link.ipynb",
        "course/linked/01_small.ipynb",
        "course/loop.ipynb",
        "course/.hidden/01_small.ipynb",
        "course/.01_small.ipynb",
        "course/through.ipynb",
        "course/folder.ipynb",
        "course/fifo.ipynb",
        "course/index.md",
        "course/nothing.ipynb",
        "course",
        "",
        "a\0b.ipynb",
        f"{'x' * 5000}.ipynb",
    ]
    for path in paths:
        words = f"There is no notebook {path!r} {WHERE} {IF_OPEN} {LINKS}"
        for verb, body in (("notebook", None), ("starter", None), ("check", {"path": path})):
            if "\0" not in path or body:
                assert await panel.refused(404, verb, body, path=path, exercise="count") == words


async def test_a_notebook_that_was_deleted_while_it_is_open(panel):
    words = (
        "There is no notebook 'a.ipynb' in the folder that Jupyter shows. Was it moved, renamed or deleted? "
        "If it is open here, save it (Ctrl+S): that writes it again. (Links that lead out are not followed.)"
    )
    assert await panel.refused(404, "notebook", path="a.ipynb") == words


async def test_folders_that_lead_elsewhere(panel, outside):
    for path in ("..", "course/..", "course/linked", "course/.hidden", str(outside), "course/index.md", "nothing"):
        words = f"There is no folder {path!r} {WHERE} {LINKS}"
        assert await panel.refused(404, "course", dir=path) == words


@pytest.mark.slow
async def test_a_link_within_the_folder_is_the_notebook_that_it_names(panel, folder, right):
    (folder / "again.ipynb").symlink_to(folder / "01_small.ipynb")
    assert (await panel.check("course/again.ipynb"))[-1]["points"] == 5
    assert (await panel.get("notebook", path=PATH))["points"] == 5


@pytest.mark.usefixtures("elsewhere")
class TestNotebooksElsewhere:
    async def test_are_refused_in_words(self, panel):
        for verb, body in VERBS:
            words = await panel.refused(501, verb, body, path=PATH)
            assert words.startswith("The course checks notebooks on this computer's disk, but Jupyter keeps them else")
