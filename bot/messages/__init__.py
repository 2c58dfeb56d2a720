"""What members write: which messages are questions, what they ask, and what follows up on an answer."""
