# django-environ 0.x: settings from the environment.

from environ.environ import Env as Env, Path as Path
