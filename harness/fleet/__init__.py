"""Many trials: one browser after another in this process, or several processes side by side."""
