"""What the bot sends to Discord: replies, made again where they fail, and what is told of failures."""
