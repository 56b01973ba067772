"""Refuse requests in words for the learner."""

import json

import tornado.web

WORDS = {
    400: "The request is not one that the course's server part understands. Reload the page.",
    401: "You are not logged in any more. Reload the page and log in.",
    403: "The server does not let you do this, maybe because you are not logged in any more. "
    "Reload the page and log in.",
    404: "There is nothing here.",
    500: "The course's server part failed. This is a fault of the course: please report it, with the server's log.",
}


class Refused(tornado.web.HTTPError):
    """Refuses a request, with words for the learner."""

    def __init__(self, status, words):
        super().__init__(status)
        self.words = words


def words_of(status, exc_info, reason):
    """Give the words of an error, or those for its status, or else the reason that HTTP has."""
    return getattr(exc_info and exc_info[1], "words", None) or WORDS.get(status, reason)


class InWords:
    """Lets a handler write every error as {"message": words}."""

    def write_error(self, status, exc_info=None, **_):
        """Write the words of the error, or those for its status."""
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps({"message": words_of(status, exc_info, self._reason)}))
