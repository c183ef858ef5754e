"""Meanwhile: a simulation and UX test harness that judges what people see while they wait."""
