"""Real time: a server that speaks any wire, and the proxy that carries out what the network does to it."""
