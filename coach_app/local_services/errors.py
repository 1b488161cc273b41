"""What stops the local services, each as a sentence for the person at the terminal."""


class ServicesError(Exception):
    """The services cannot run; the text says why and what helps."""


class AlreadyRunning(ServicesError):
    """Another launcher holds this data folder."""


class StopRequested(Exception):
    """SIGTERM or Ctrl+C came, or the parent has gone, while something was being waited for."""
