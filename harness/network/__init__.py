"""The network, once, for both clocks: a profile and a schedule of faults, as pure data."""
