"""Work on the articles that somebody asked for: shown by a message, stopped by a button, told of after a restart."""
