"""`python -m coach_app.local_services [--page] [-- command …]`: the services, alone or around a command."""

import argparse
import sys

from coach_app.local_services.errors import AlreadyRunning, ServicesError
from coach_app.local_services.launcher import Launch, Launcher
from coach_app.settings import load_settings


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m coach_app.local_services",
        description="Run PostgreSQL, Valkey and a worker until Ctrl+C, or around a command until that ends.",
    )
    parser.add_argument("--page", action="store_true", help="the command serves the page: say in one line when it does")
    parser.add_argument("--until-parent-ends", action="store_true", help="say ready, and end with the parent process")
    parser.add_argument("command", nargs="*", help="a command to run around, after --")
    options = parser.parse_args()
    launch = Launch(
        settings=load_settings(),
        command=options.command,
        serves_page=options.page,
        ends_with_parent=options.until_parent_ends,
    )
    try:
        return Launcher(launch).run()
    except AlreadyRunning as error:
        if not launch.ends_with_parent:
            raise SystemExit(str(error)) from None
        # The parent asked for services, and they are there.
        print("ready", flush=True)
        return 0
    except ServicesError as error:
        raise SystemExit(str(error)) from None


if __name__ == "__main__":
    sys.exit(main())
