"""How a back end speaks, told in a target file: its language (slots, templates, routes), checked and filled in."""
