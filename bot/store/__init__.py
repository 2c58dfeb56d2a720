"""What the bot itself keeps, in `bot.sqlite` of the data folder. All SQL of the bot is in this package."""
