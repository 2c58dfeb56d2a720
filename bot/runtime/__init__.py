"""The Python process that the bot runs in: its libraries, its log, and its garbage."""
