"""A module whose names are taken by a star."""


def shared():
    pass
