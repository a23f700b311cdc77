# Django Ninja 0.x and 1.x: the API, routers, schemas and parameters.

from ninja.files import UploadedFile as UploadedFile
from ninja.main import NinjaAPI as NinjaAPI
from ninja.orm.metaclass import ModelSchema as ModelSchema
from ninja.params import Body as Body, Cookie as Cookie, File as File, Form as Form, Header as Header, Path as Path, Query as Query
from ninja.router import Router as Router
from ninja.schema import Schema as Schema
from pydantic.fields import Field as Field
