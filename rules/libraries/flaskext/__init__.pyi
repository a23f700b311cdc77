# Flask 0.x: extensions under the names that they once had.
