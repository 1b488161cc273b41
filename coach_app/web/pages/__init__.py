"""One file for each page; `web.routes` says where it is."""
