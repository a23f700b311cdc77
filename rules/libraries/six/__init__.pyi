# six 1.x: modules under names that two Pythons share.
