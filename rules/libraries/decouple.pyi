# python-decouple 3.x: settings from the environment.

class AutoConfig:
    def __call__(self, *args, **kwargs): ...

config: AutoConfig

class Config:
    def get(self, option, default=..., cast=...): ...
    def __call__(self, *args, **kwargs): ...
