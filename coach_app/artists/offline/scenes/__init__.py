"""Procedural grounds for wide pictures: one module a scene, each fills 1280 x 720."""
