"""The Discord bot and its console: whosaid's questions and answers for people in a chat."""
