"""Buttons under the bot's messages."""
