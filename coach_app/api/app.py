"""The REST API as one FastAPI app; the page's process mounts it."""

from fastapi import APIRouter, FastAPI

from coach_app.api import (
    asset_routes,
    asset_type_routes,
    brand_kit_routes,
    chat_picture_routes,
    font_routes,
    job_routes,
    licence_routes,
    pack_routes,
    session_routes,
    session_wish_routes,
    sign_in_routes,
)
from coach_app.api.access import OriginCheck
from coach_app.api.body_limit import BodyLimit
from coach_app.api.problems import add_problem_handlers
from coach_app.api.uploads import PICTURE_ROUTES
from coach_app.settings import load_settings

PREFIX = "/api/v1"


def create_api() -> FastAPI:
    """Return the API under /api/v1."""
    # The documentation pages would load their scripts from elsewhere.
    app = FastAPI(title="Stream Coach", docs_url=None, redoc_url=None, openapi_url=f"{PREFIX}/openapi.json")
    routes = APIRouter(prefix=PREFIX)
    for module in (
        sign_in_routes,
        session_routes,
        session_wish_routes,
        chat_picture_routes,
        job_routes,
        asset_routes,
        asset_type_routes,
        pack_routes,
        brand_kit_routes,
        font_routes,
        licence_routes,
    ):
        routes.include_router(module.router)
    app.include_router(routes)
    app.add_middleware(BodyLimit, streamed=PICTURE_ROUTES)
    app.add_middleware(OriginCheck, origin=load_settings().public_url)
    add_problem_handlers(app)
    return app
