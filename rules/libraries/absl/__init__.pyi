# Abseil 1.x and 2.x: test cases.
