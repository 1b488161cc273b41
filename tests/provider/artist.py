"""An artist that asks the scripted provider."""

from typing import BinaryIO

import httpx

from coach_app.domain.asset_types import AssetType, AssetTypeId
from coach_app.domain.errors import ArtistBusy, ArtistUnavailable, PromptRefused
from coach_app.domain.ports import PaintRequest, Picture
from coach_app.domain.spending import ProviderId

_BUSY_SECONDS = 1.0


class ProviderArtist:
    """Asks for one picture over HTTP; an answer that may have been given counts as taken."""

    id = ProviderId.GEMINI
    name = "Provider"
    is_ai = True
    model = "provider"
    can_see = False
    asset_types = tuple(AssetTypeId)

    def __init__(self, url: str, *, timeout_seconds: float = 2.0) -> None:
        self._client = httpx.Client(base_url=url, timeout=timeout_seconds, trust_env=False)

    def price_micro_dollars(self, asset_type: AssetType) -> int:
        return 39_000

    def check(self) -> None:
        return

    def paint(self, request: PaintRequest, answer: BinaryIO) -> None:
        try:
            with self._client.stream("POST", "/paint", content=str(request.job_id)) as response:
                _refuse(response.status_code)
                for piece in response.iter_bytes():
                    answer.write(piece)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as exc:
            raise ArtistUnavailable(was_taken=False) from exc
        except httpx.HTTPError as exc:
            raise ArtistUnavailable(was_taken=True) from exc

    def picture(self, request: PaintRequest, answer: bytes) -> Picture:
        return Picture(master=answer)


def _refuse(status: int) -> None:
    if status == 429:
        raise ArtistBusy(retry_after_seconds=_BUSY_SECONDS)
    if status == 400:
        raise PromptRefused
    if status != 200:
        raise ArtistUnavailable(was_taken=False)
