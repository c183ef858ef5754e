"""One trial: the truth's fold, the screen through its lens, claims; what laws share."""
