"""What one trial leaves behind: JSON Lines records, and the typed events a session announces."""
