# pytest 6.x to 9.x: where its classes live.
