def factory():
    app = make()
    app.setup()          #? app refers to line 2; app does not refer to line 7
    return app


app = make()


def use():
    app.setup()          #? app refers to line 7; app does not refer to line 2
    factory()            #? factory refers to line 1; factory does not refer to line 10


class K:
    def one(self):
        self.app = make()

    def two(self):
        self.app.x       #? self.app refers to line 17; self.app does not refer to line 22
        self.one()       #? self.one refers to line 16
        app.app = 1


def other(self):
    self.app             #? self.app does not refer to line 17
