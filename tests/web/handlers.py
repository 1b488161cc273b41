"""Every handler that Reflex would let a tab call."""

from reflex_base.registry import RegistrationContext

import coach_app.coach_app  # noqa: F401 - importing the app registers its handlers


def registered_handlers() -> frozenset[str]:
    """Return the full names."""
    return frozenset(RegistrationContext.ensure_context().event_handlers)
