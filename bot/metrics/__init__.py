"""How the bot is doing: counts, latencies and the last failure, and their exposition to Prometheus."""
