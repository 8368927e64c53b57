"""How do page, pretend payment pages and the shop's own doors share one address in the demo?"""

from collections.abc import Mapping

from fastapi import FastAPI
from starlette.types import ASGIApp

from bot.web.demo import DemoDesk, demo_router

App = FastAPI


def empty_app() -> App:
    """An app to be furnished once its port is known."""
    return FastAPI(openapi_url=None)


def furnish(app: App, desk: DemoDesk, mounted: Mapping[str, ASGIApp]) -> None:
    """The demo page first, then each app under its path, in that order."""
    app.include_router(demo_router(desk))
    for path, inner in mounted.items():
        app.mount(path, inner)
