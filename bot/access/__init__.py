"""Who may do what: members and admins with the bot, and the bot in a channel."""
