"""Whether the page's address is free before the start, and answers after it."""

import errno
import http.client
import socket
from urllib.parse import urlsplit

from coach_app.local_services.errors import ServicesError
from coach_app.settings import Settings

EVERY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - recognised, not bound
TIMEOUT_SECONDS = 2.0


class PageWatch:
    """The page of these settings, seen from outside."""

    def __init__(self, settings: Settings) -> None:
        self._host, self._port = settings.host, settings.port
        self._public_netloc = urlsplit(settings.public_url).netloc

    def is_free(self) -> bool:
        """Whether the address can be listened on now. Raises ServicesError where it never can."""
        family, kind, protocol, _, address = socket.getaddrinfo(self._host, self._port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(address)
            except OSError as error:
                if error.errno == errno.EADDRINUSE:
                    return False
                raise ServicesError(self._why_not(error)) from None
        return True

    def _why_not(self, error: OSError) -> str:
        if error.errno == errno.EADDRNOTAVAIL:
            return f"COACH_HOST {self._host} is not an address of this machine."
        return f"Port {self._port} cannot be listened on ({error.strerror}): choose another port with PORT."

    def is_served(self) -> bool:
        """Whether a visitor gets the page now."""
        connection = http.client.HTTPConnection(
            EVERY_ADDRESS.get(self._host, self._host), self._port, timeout=TIMEOUT_SECONDS
        )
        try:
            connection.request("GET", "/", headers={"Host": self._public_netloc})
            return connection.getresponse().status < http.client.BAD_REQUEST
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()
