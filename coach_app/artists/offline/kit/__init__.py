"""The mascot kit: heads, faces, accessories, effects and actions as parametric vector shapes."""
