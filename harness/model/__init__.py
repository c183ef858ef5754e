"""SimPy: a scenario's world in, truth out; no I/O, no wall clock."""
