"""`python -m benchmarks.instant_worker`: the product's worker with an artist that takes no time."""

import sys
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import BinaryIO

from PIL import Image

from coach_app.domain.asset_types import AssetType, AssetTypeId
from coach_app.domain.ports import Choice, PaintRequest, Picture
from coach_app.domain.spending import ProviderId
from coach_app.wiring import parts
from coach_app.worker.process import work

_SIDE_PX = 64


class InstantArtist:
    """Always has the same small picture at hand."""

    id = ProviderId.BUILT_IN
    name = "Instant artist"
    is_ai = False
    model = ""
    can_see = False
    asset_types = tuple(AssetTypeId)

    def price_micro_dollars(self, asset_type: AssetType) -> int:  # noqa: ARG002 - all cost the same
        return 0

    def check(self) -> None:
        return

    def paint(self, request: PaintRequest, answer: BinaryIO) -> None:  # noqa: ARG002 - one for all
        answer.write(_picture())

    def picture(self, request: PaintRequest, answer: bytes) -> Picture:  # noqa: ARG002 - the answer says it all
        return Picture(master=answer)


@cache
def _picture() -> bytes:
    file = BytesIO()
    Image.new("RGBA", (_SIDE_PX, _SIDE_PX), (255, 105, 180, 255)).save(file, "PNG")
    return file.getvalue()


if __name__ == "__main__":
    sys.exit(work(replace(parts(), artists=Choice(InstantArtist()))))
