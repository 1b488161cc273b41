"""Ask for pictures: what of the session is to be drawn, and a click that is heard once."""

from coach_app.use_cases.request_generation.request import GenerationRequested, request_generation, retry_generation

__all__ = ["GenerationRequested", "request_generation", "retry_generation"]
