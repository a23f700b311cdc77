STORE = {}


class Settings:
    name = "safe"
    other = "safe"


settings = Settings()


def fill():
    STORE["a"] = source()
    STORE["b"] = "safe"
    settings.name = source()
