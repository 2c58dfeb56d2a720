"""What members and admins can ask of the bot on Discord, one subject a module, and how Discord learns of it."""
