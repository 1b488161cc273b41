"""What the error answers of servers mean that speak the OpenAI API. Source: its error codes, November 2026."""

from coach_app.artists.error_answers import ErrorAnswer, text_of
from coach_app.artists.waits import too_many, wait_in, wait_of
from coach_app.domain.errors import (
    ArtistError,
    ArtistMisconfigured,
    ArtistUnavailable,
    PicturesNotTaken,
    PromptRefused,
    RequestRejected,
)
from coach_app.domain.provider_health import RestReason

_REFUSED = {"moderation_blocked", "content_policy_violation", "content_filter"}
_UNPAID = {"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"}
_AMBIGUOUS = {408, 499, 504}
# Servers at home often draw, and know nothing of changing pictures.
_NO_SUCH_ROUTE = {404, 405, 501}
_NO_SUCH_MODEL = "model_not_found"


def error_of(answer: ErrorAnswer) -> ArtistError:
    """Return what an answer that is not 200 says; a body that cannot be read leaves the status."""
    error = answer.error
    code, message = text_of(error.get("code")) or text_of(error.get("type")), text_of(error.get("message"))
    if code in _REFUSED or "safety system" in message:
        return PromptRefused()
    if code in _UNPAID or answer.status == 402:
        return ArtistMisconfigured("nothing is paid for", RestReason.BILLING)
    if code == "unsupported_country_region_territory":
        return ArtistMisconfigured("not available in this region", RestReason.REGION)
    match answer.status:
        case 401:
            return ArtistMisconfigured("the key is not taken", RestReason.KEY)
        # Whatever stands before the server may refuse one request, in words of its own.
        case 403 if error:
            return ArtistMisconfigured("the key is not taken", RestReason.KEY)
        case 404:
            return ArtistMisconfigured("there is no such model", RestReason.MODEL_GONE)
        case 429:
            return _too_many(message, answer)
    if answer.status in _AMBIGUOUS:
        return ArtistUnavailable(was_taken=True)
    if answer.status >= 500:
        return ArtistUnavailable(was_taken=False, is_server_fault=True)
    return RequestRejected(f"status {answer.status}: {answer.key.left_out(message)}")


def error_of_edit(answer: ErrorAnswer) -> ArtistError:
    """Return the same of a request with pictures to go by."""
    if answer.status in _NO_SUCH_ROUTE and answer.error.get("code") != _NO_SUCH_MODEL:
        return PicturesNotTaken(f"status {answer.status}")
    return error_of(answer)


def _too_many(message: str, answer: ErrorAnswer) -> ArtistError:
    wait = wait_of(answer.headers.get("retry-after", ""))
    return too_many(wait if wait is not None else wait_in(message), is_of_a_day="per day" in message)
