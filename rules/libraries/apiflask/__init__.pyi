# APIFlask 1.x to 3.x: the application and schemas.

from apiflask.schemas import Schema as Schema
