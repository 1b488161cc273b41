"""Makes slots out of what a streamer writes."""
