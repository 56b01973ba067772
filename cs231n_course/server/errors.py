"""Errors with messages for the learner."""

import json

import tornado.web

from cs231n_course.published import report

MESSAGES = {
    400: "The request is not one that the course's server part understands. Reload the page.",
    401: "You are not logged in any more. Reload the page and log in.",
    403: "The server does not let you do this, maybe because you are not logged in any more. "
    "Reload the page and log in.",
    404: "There is nothing here.",
}


class RequestError(tornado.web.HTTPError):
    """A request that can't be answered, with a message for the learner."""

    def __init__(self, status: int, message: str):
        super().__init__(status)
        self.message = message


def error_message(status: int, exc_info, reason: str) -> str:
    """Returns the message of an error, else the one for its status, else HTTP's reason."""
    error = exc_info[1] if exc_info else None
    if isinstance(error, RequestError):
        return error.message
    if status == 500:
        fault = "The course's server part failed. This is a fault of the course"
        return f"{fault}: please {report('it with the log of the server')}."
    return MESSAGES.get(status, reason)


class JsonErrors:
    """A mixin for handlers that writes every error as {"message": ...}."""

    def write_error(self, status, exc_info=None, **_):
        """Writes the message of an error."""
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps({"message": error_message(status, exc_info, self._reason)}))
