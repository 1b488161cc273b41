"""From a committed row to every open tab."""
