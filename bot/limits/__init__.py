"""How much may be asked: cooldowns of members and servers, and the queue of questions."""
