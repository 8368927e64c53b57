"""How is a request refused? By a problem document, RFC 9457."""

from typing import Any, Final

import orjson
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException

PROBLEM: Final = "application/problem+json"


class Problem(BaseModel):
    """RFC 9457. Further members say more where that helps."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str | None = None


class Refused(Exception):
    """An answer that is a problem document."""

    def __init__(self, status: int, title: str, detail: str | None = None, **more: Any) -> None:
        super().__init__(title)
        self.status, self.title, self.detail, self.more = status, title, detail, more


class TooMany(Refused):
    """Too many requests of one key; `Retry-After` says when to come back."""

    def __init__(self, after_s: int) -> None:
        super().__init__(429, "Too many requests", f"Come back in {after_s} s.")
        self.after_s = after_s


_UNREADABLE: Final = "There was an error parsing the body"
"""What FastAPI says of a body that is not even text; other bad JSON is a validation error to it."""
_SAYS: Final = {
    400: "A mandatory header is missing",
    401: "No key, or none of an enabled channel",
    404: "Nothing of that name",
    409: "It is not as the request thought",
    410: "The cursor is none of this shop's: begin again without it",
    413: "The body is too large",
    422: "The request is not valid",
    429: "Too many requests; `Retry-After` says when to come back",
}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """How a route documents its refusals."""
    schema = {"$ref": "#/components/schemas/Problem"}
    documented: dict[int | str, dict[str, Any]] = {}
    for status in statuses:
        example = {"type": "about:blank", "title": _SAYS[status], "status": status}
        documented[status] = {
            "description": _SAYS[status],
            "content": {PROBLEM: {"schema": schema, "example": example}},
        }
        if status == 429:
            documented[status]["headers"] = {"Retry-After": {"schema": {"type": "integer"}}}
    return documented


def problem(status: int, title: str, detail: str | None = None, **more: Any) -> Response:
    body = Problem(title=title, status=status, detail=detail).model_dump(exclude_none=True) | more
    headers = {"WWW-Authenticate": "Bearer"} if status == 401 else {}
    return Response(orjson.dumps(body), status_code=status, media_type=PROBLEM, headers=headers)


def add_problems(app: FastAPI) -> None:
    """Every refusal of the web app is a problem document."""

    @app.exception_handler(Refused)
    async def refused(_request: Request, refusal: Refused) -> Response:
        answer = problem(refusal.status, refusal.title, refusal.detail, **refusal.more)
        if isinstance(refusal, TooMany):
            answer.headers["Retry-After"] = str(refusal.after_s)
        return answer

    @app.exception_handler(RequestValidationError)
    async def invalid(_request: Request, trouble: RequestValidationError) -> Response:
        errors = [
            {"where": ".".join(str(part) for part in error["loc"]), "message": error["msg"]}
            for error in trouble.errors()
        ]
        return problem(422, "The request is not valid", errors[0]["message"] if errors else None, errors=errors)

    @app.exception_handler(HTTPException)
    async def http(_request: Request, trouble: HTTPException) -> Response:
        if trouble.status_code == 400 and trouble.detail == _UNREADABLE:
            return problem(422, _SAYS[422], "The body is not JSON in UTF-8.")
        answer = problem(trouble.status_code, str(trouble.detail))
        answer.headers.update(trouble.headers or {})
        return answer
