"""The index that the bot answers from: built in a process of its own, and taken into use at once."""
