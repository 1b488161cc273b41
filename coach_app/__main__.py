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
    options = parser.parse_args()
    settings = load_settings()
    if options.command == "build-page":
        build_page(PROJECT / ".build" / "page.log")
    elif options.command == "serve":
        serve_page(settings)
    else:
        serve_page_in_development()


if __name__ == "__main__":
    main()
