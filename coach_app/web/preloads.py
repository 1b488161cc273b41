"""Names to the browser, with a page's first byte, the files that the page would ask for only later.

A session's page is drawn in the browser: without this, its script is found when the first scripts have run, and that
script's parts when it has come.
"""

import json
import re
from pathlib import Path

_MANIFEST = re.compile(r"^window\.__reactRouterManifest=(\{.*\});?\s*$", re.DOTALL)
_PARAMETER = re.compile(r":[a-z_]+")


class Preloads:
    """The Link headers of a built page's routes."""

    def __init__(self, client_dir: Path) -> None:
        scripts = client_dir / "assets"
        manifest = next(scripts.glob("manifest-*.js"), None)
        found = _MANIFEST.match(manifest.read_text()) if manifest else None
        routes = json.loads(found[1])["routes"].values() if found else ()
        fonts = [
            f"</assets/{font.name}>; rel=preload; as=font; crossorigin" for font in scripts.glob("inter-latin-wght-*")
        ]
        self._links = [
            (
                re.compile(f"/{_PARAMETER.sub('[^/]+', route.get('path', ''))}/?"),
                ", ".join(
                    [*fonts, *(f"<{script}>; rel=modulepreload" for script in (route["module"], *route["imports"]))]
                ),
            )
            for route in routes
            if route["id"] != "root" and "*" not in route.get("path", "")
        ]

    def of(self, path: str) -> str:
        """Return the Link header of the page at this path, or an empty string."""
        return next((link for pattern, link in self._links if pattern.fullmatch(path)), "")
