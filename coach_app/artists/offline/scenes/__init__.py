"""Procedural grounds for wide pictures: one module a scene, each fills 1280 x 720."""

from collections.abc import Callable, Mapping
from random import Random

from coach_app.artists.offline.curves import Point
from coach_app.artists.offline.scenes.cozy import cozy
from coach_app.artists.offline.scenes.horror import horror
from coach_app.artists.offline.scenes.space import space
from coach_app.artists.offline.scenes.sunburst import sunburst
from coach_app.artists.offline.scenes.synthwave import synthwave
from coach_app.artists.offline.shapes import Nodes
from coach_app.domain.vocabulary import Scene

# Each takes the picture's second colour, the place behind the subject, and the variant's random source.
SCENES: Mapping[Scene, Callable[[str, Point, Random], Nodes]] = {
    Scene.SUNBURST: sunburst,
    Scene.COZY: cozy,
    Scene.SYNTHWAVE: synthwave,
    Scene.SPACE: space,
    Scene.HORROR: horror,
}
