"""`python -m coach_app <command>`: what an operator, or the Makefile, asks of the app."""

import argparse

from coach_app.page_build import PROJECT, build_page
from coach_app.page_server import serve_page, serve_page_in_development
from coach_app.settings import load_settings


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m coach_app")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("build-page", help="compile the page where it has changed")
    commands.add_parser("serve", help="serve page and API; PostgreSQL and Valkey have to be there")
    commands.add_parser("serve-dev", help="the same with hot reload, for development")
    link = commands.add_parser("sign-in-link", help="print a link that signs a browser in, once")
    link.add_argument("--user", help="whom to sign in, where there are several")
    options = parser.parse_args()
    settings = load_settings()
    if options.command == "build-page":
        build_page(PROJECT / ".build" / "page.log")
    elif options.command == "serve":
        serve_page(settings)
    elif options.command == "serve-dev":
        serve_page_in_development(settings)
    else:
        print_sign_in_link(options.user)


def print_sign_in_link(user_id: str | None) -> None:
    """Print the link. Raises SystemExit with what helps."""
    # Loaded here because it loads the whole app, and the other commands come before or around that.
    from coach_app.operator_links import sign_in_link
    from coach_app.wiring import parts

    print(sign_in_link(parts(), user_id=user_id))


if __name__ == "__main__":
    main()
