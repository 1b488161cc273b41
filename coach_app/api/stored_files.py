"""Files from storage, as answers to their owner."""

from dataclasses import dataclass
from http import HTTPStatus

from fastapi import Request
from fastapi.responses import RedirectResponse, Response, StreamingResponse

from coach_app.domain.checksums import checked
from coach_app.domain.file_names import content_disposition
from coach_app.parts import Parts


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that its owner has asked for. `name` is what a browser saves it as."""

    key: str
    name: str
    media_type: str
    bytes: int
    sha256: str


def stored_file(
    parts: Parts, request: Request, file: StoredFile, *, cache_control: str, is_download: bool = False
) -> Response:
    """Return the file, or 304, or where storage hands it out. The caller has checked whose it is.

    Raises: NotFound, StorageUnavailable.
    """
    headers = _headers(file, cache_control, is_download=is_download)
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    disposition = headers["Content-Disposition"]
    if url := parts.storage.temporary_url(file.key, media_type=file.media_type, disposition=disposition):
        # The address dies soon, so nobody may keep it.
        return RedirectResponse(url, HTTPStatus.FOUND, {"Cache-Control": "no-store"})
    headers["Content-Length"] = str(file.bytes)
    if request.method == "HEAD":
        return Response(media_type=file.media_type, headers=headers)
    pieces = checked(parts.storage.read(file.key), file.sha256)
    return StreamingResponse(pieces, media_type=file.media_type, headers=headers)


def _headers(file: StoredFile, cache_control: str, *, is_download: bool) -> dict[str, str]:
    return {
        "ETag": f'"{file.sha256}"',
        # Shared caches must not hold what is one user's.
        "Cache-Control": f"private, {cache_control}",
        "Vary": "Cookie",
        "Content-Disposition": content_disposition(file.name, is_download=is_download),
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "X-Content-Type-Options": "nosniff",
    }
