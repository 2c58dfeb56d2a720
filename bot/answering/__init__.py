"""From a question to its answer: asked of the library, kept, shown, and shown again later."""
