"""The built book, as the server gives it to whoever is logged in."""

import json
import os

import pytest
import tornado.httpclient

from cs231n_course import published
from cs231n_course.server import book


@pytest.fixture
def built(tmp_path, monkeypatch):
    """Build a book of three files, with a link out of it."""
    place = tmp_path / "book"
    (place / "_static").mkdir(parents=True)
    (place / "index.html").write_text("<p>first</p>")
    (place / "01_small.html").write_text("<script>1</script>")
    (place / "_static" / "a.js").write_text("export default 1")
    (tmp_path / "secret.html").write_text("private")
    (place / "link.html").symlink_to(tmp_path / "secret.html")
    (place / "linked").symlink_to(tmp_path)
    monkeypatch.setenv("CS231N_BOOK", str(place))
    return place


async def test_pages_scripts_and_their_headers(panel, built):
    page = await panel.fetch("cs231n", "book", "01_small.html")
    assert page.body == b"<script>1</script>"
    assert page.headers["Content-Type"].startswith("text/html")
    policy = page.headers["Content-Security-Policy"]
    assert "script-src" not in policy
    assert "sandbox" not in policy
    assert "frame-ancestors 'self'" in policy
    script = await panel.fetch("cs231n", "book", "_static", "a.js")
    assert "javascript" in script.headers["Content-Type"]
    assert (await panel.fetch("cs231n", "book/")).body == b"<p>first</p>"
    assert (await panel.fetch("cs231n", "book/index.html", method="HEAD")).body == b""
    assert (await panel.get("notebook", path="course/01_small.ipynb"))["book_url"] == "cs231n/book/01_small.html"
    assert (await panel.get("course"))["book"]["url"] == "cs231n/book/index.html"


async def test_a_book_that_is_built_anew_is_sent_anew(panel, built):
    first = await panel.fetch("cs231n", "book", "index.html")
    known = {"If-Modified-Since": first.headers["Last-Modified"], "If-None-Match": first.headers.get("Etag", '"none"')}
    with pytest.raises(tornado.httpclient.HTTPClientError, match="304"):
        await panel.fetch("cs231n", "book", "index.html", headers={"If-Modified-Since": known["If-Modified-Since"]})
    (built / "index.html").write_text("<p>second</p>")
    later = (built / "index.html").stat().st_mtime + 2
    os.utime(built / "index.html", (later, later))
    assert (await panel.fetch("cs231n", "book", "index.html", headers=known)).body == b"<p>second</p>"


@pytest.mark.parametrize(
    "path",
    [
        "_static",
        "_static/",
        "nothing.html",
        "../secret.html",
        "..%2fsecret.html",
        "%2e%2e/secret.html",
        "_static/../../secret.html",
        "link.html",
        "linked/secret.html",
        "//etc/passwd",
    ],
)
async def test_what_is_not_a_file_of_the_book(panel, built, path, http_server_client, jp_base_url, jp_auth_header):
    url = f"{jp_base_url}cs231n/book/{path}"
    with pytest.raises(tornado.httpclient.HTTPClientError) as caught:
        await http_server_client.fetch(url, headers=jp_auth_header, follow_redirects=False)
    assert caught.value.code == 404
    assert b"private" not in caught.value.response.body


async def test_a_reader_who_is_lost_finds_a_page_with_the_way_back(panel, built, jp_base_url, monkeypatch, tmp_path):
    async def lost(accept):
        with pytest.raises(tornado.httpclient.HTTPClientError, match="404") as caught:
            await panel.fetch("cs231n", "book", "nothing.html", headers={"Accept": accept})
        response = caught.value.response
        return response.headers["Content-Type"], response.body.decode()

    kind, text = await lost("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8")
    assert kind.startswith("text/html")
    assert "There is nothing here." in text
    assert f'href="{jp_base_url}cs231n/book/index.html"' in text
    assert (await lost("*/*"))[0] == "application/json"
    monkeypatch.setenv("CS231N_BOOK", str(tmp_path / "none"))
    kind, text = await lost("text/html")
    assert "The book is not built here." in text
    assert "href" not in text


async def test_nobody_reads_without_login(panel, built, http_server_client, jp_base_url):
    url = f"{jp_base_url}cs231n/book/index.html"
    for method in ("GET", "HEAD"):
        with pytest.raises(tornado.httpclient.HTTPClientError) as caught:
            await http_server_client.fetch(url, method=method, follow_redirects=False)
        assert caught.value.code in (302, 403)


async def test_a_book_that_is_not_built(panel, monkeypatch, tmp_path):
    monkeypatch.setenv("CS231N_BOOK", str(tmp_path / "nothing"))
    with pytest.raises(tornado.httpclient.HTTPClientError, match="404") as caught:
        await panel.fetch("cs231n", "book", "index.html")
    assert json.loads(caught.value.response.body) == {"message": book.absence()}
    found = await panel.get("course")
    assert found["book"]["url"] is None
    assert "make book" in found["book"]["hint"]
    assert (await panel.get("notebook", path="course/01_small.ipynb"))["book_url"] is None


def test_the_book_is_looked_for_in_order(built, tmp_path, monkeypatch):
    assert book.book_dir() == built
    monkeypatch.delenv("CS231N_BOOK")
    monkeypatch.setattr(book, "PACKAGE", tmp_path / "site" / "cs231n_kit")
    assert book.book_dir() is None
    for place in (tmp_path / "site" / "_build" / "html", tmp_path / "site" / "cs231n_kit" / "_book"):
        place.mkdir(parents=True)
        (place / "index.html").write_text("")
        assert book.book_dir() == place


def test_who_installed_the_course_without_its_book_is_told_where_it_is(tmp_path, monkeypatch):
    assert "`make book` in the course's folder builds it" in book.absence()
    monkeypatch.setattr(book, "PACKAGE", tmp_path / "site-packages" / "cs231n_course")
    assert book.absence().endswith("without its book. The notebooks have all of its text, and its exercises.")
    monkeypatch.setattr(published, "address", {"Documentation": "https://book.example/"}.get)
    assert book.absence().endswith("without its book. It is at https://book.example/")
