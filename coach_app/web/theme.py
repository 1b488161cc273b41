"""Every token of the look: colours by role, for dark and light. Components and assets/coach.css name roles only."""

from coach_app.domain.brand_looks import ColourRole
from coach_app.domain.contrast import PLAIN

# Text on each ground meets WCAG AA; the ratios were measured with the tokens.
DARK = {
    "page": "#121113",
    "panel": "#1a191b",
    "raised": "#232225",
    "hover": "#2b292d",
    "line": "#2b292d",
    "line-strong": "#3c393f",
    "control": "#6f6d78",
    "text": "#eeeef0",
    "text-soft": "#b5b2bc",
    "text-quiet": "#94919c",
    "accent": "#6e56cf",
    "accent-hover": "#654dc4",
    "on-accent": "#ffffff",
    "accent-fill": "#7d66d9",
    "accent-text": "#baa7ff",
    "accent-soft": "#33255b",
    "accent-line": "#6958ad",
    "success": "#1fd8a4",
    "success-soft": "#0f2e22",
    "danger": "#ff9592",
    "danger-soft": "#3b1219",
    "checker-a": "#232225",
    "checker-b": "#2b292d",
    "focus": "#baa7ff",
    "backdrop": "#000000a6",
    "float-shadow": "0 12px 32px #00000080, 0 2px 6px #00000059",
}
LIGHT = {
    "page": "#fdfcfd",
    "panel": "#faf9fb",
    "raised": "#ffffff",
    "hover": "#f2eff3",
    "line": "#e9e6ec",
    "line-strong": "#dbd8e0",
    "control": "#84828e",
    "text": "#211f26",
    "text-soft": "#65636d",
    "text-quiet": "#6b6974",
    "accent": "#6e56cf",
    "accent-hover": "#654dc4",
    "on-accent": "#ffffff",
    "accent-fill": "#6e56cf",
    "accent-text": "#6550b9",
    "accent-soft": "#ebe4ff",
    "accent-line": "#8e7cd8",
    "success": "#1a7a5e",
    "success-soft": "#e6f7ed",
    "danger": "#ce2c31",
    "danger-soft": "#feebec",
    "checker-a": "#ffffff",
    "checker-b": "#f0eef2",
    "focus": "#6e56cf",
    "backdrop": "#211f2666",
    "float-shadow": "0 12px 32px #1e143c24, 0 2px 6px #1e143c14",
}
# The chats that an emote is shown in look the same in both themes.
FIXED = {
    "chat-dark": "#18181b",
    "chat-dark-text": "#efeff1",
    "chat-dark-name": "#ff7eb6",
    "chat-light": "#ffffff",
    "chat-light-text": "#0e0e10",
    "chat-light-name": "#0a7d4f",
    "ground-dark": PLAIN[ColourRole.DARK],
    "ground-light": PLAIN[ColourRole.LIGHT],
    "lens": "#ffffff",
    "lens-ground": "#000000b3",
    "lens-text": "#ffffff",
    "font": "Inter Variable, Inter, ui-sans-serif, system-ui, -apple-system, Segoe UI, Roboto, sans-serif",
    "radius-small": "4px",
    "radius-tag": "6px",
    "radius": "8px",
    "radius-card": "12px",
    "radius-bar": "16px",
}


def css() -> str:
    """Return the tokens as CSS variables: light, and dark where Reflex has put that class on the root.

    No quote or angle bracket may occur, since it stands inside a style element.
    """
    return (
        f":root{{{_declarations(FIXED)}}}"
        f":root{{color-scheme:light;{_declarations(LIGHT)}}}"
        f":root.dark{{color-scheme:dark;{_declarations(DARK)}}}"
    )


def _declarations(tokens: dict[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in tokens.items())
