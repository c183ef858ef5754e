"""Playwright: tabs, journeys, the recorder and the virtual clock. The only user of playwright."""
