"""Signing in and out: plain HTML forms, because only an HTTP answer can set an HttpOnly cookie."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from coach_app.api.access import PartsDependency, set_cookie
from coach_app.api.caller_address import caller_address
from coach_app.domain.errors import GuestsNotAllowed, NotFound, TooManyGuests
from coach_app.use_cases import sign_in

router = APIRouter()


@router.post("/sign-in/guest", status_code=HTTPStatus.SEE_OTHER)
def start_guest(request: Request, parts: PartsDependency) -> Response:
    """Make a guest account, or keep the one that this browser has, and open the coach."""
    token = request.cookies.get(parts.settings.cookie_name)
    if token and sign_in.renew(parts, token=token):
        return _signed_in(parts, token)
    try:
        address = caller_address(request, proxy_hops=parts.settings.proxy_hops)
        return _signed_in(parts, sign_in.start_guest(parts, address=address))
    except GuestsNotAllowed:
        return _to(parts, "/?refused=guests")
    except TooManyGuests:
        return _to(parts, "/?refused=many")


@router.post("/sign-in/link", status_code=HTTPStatus.SEE_OTHER)
def use_link(parts: PartsDependency, token: Annotated[str, Form(max_length=200)]) -> Response:
    """Exchange a one-time link for a cookie."""
    try:
        return _signed_in(parts, sign_in.use_link(parts, link_token=token))
    except NotFound:
        return _to(parts, "/?refused=link")


@router.post("/sign-in/renew", status_code=HTTPStatus.NO_CONTENT)
def renew(request: Request, parts: PartsDependency) -> Response:
    """Start the cookie's lifetime anew; the page calls it at each visit."""
    response = Response(status_code=HTTPStatus.NO_CONTENT)
    token = request.cookies.get(parts.settings.cookie_name)
    if token and sign_in.renew(parts, token=token):
        set_cookie(response, parts.settings, token)
    return response


@router.post("/sign-out", status_code=HTTPStatus.SEE_OTHER)
def sign_out(request: Request, parts: PartsDependency) -> Response:
    """Forget this browser."""
    if token := request.cookies.get(parts.settings.cookie_name):
        sign_in.sign_out(parts, token=token)
    response = _to(parts, "/")
    response.delete_cookie(parts.settings.cookie_name, path="/", secure=parts.settings.is_https, httponly=True)
    return response


def _signed_in(parts: PartsDependency, token: str) -> Response:
    response = _to(parts, "/coach")
    set_cookie(response, parts.settings, token)
    return response


def _to(parts: PartsDependency, path: str) -> Response:
    # Absolute, because in development the page has another port than the API.
    return RedirectResponse(parts.settings.public_url + path, HTTPStatus.SEE_OTHER)
