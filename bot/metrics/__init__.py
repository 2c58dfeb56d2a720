"""How the bot is doing: counts, latencies, memory and the last failure, and their exposition to Prometheus."""
