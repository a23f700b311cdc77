# Django 2.x to 5.x, `django.template`: `engines`.

from django.template.utils import EngineHandler
from django.template.base import Node as Node, NodeList as NodeList, Template as Template
from django.template.context import Context as Context, RequestContext as RequestContext
from django.template.engine import Engine as Engine
from django.template.exceptions import TemplateDoesNotExist as TemplateDoesNotExist, TemplateSyntaxError as TemplateSyntaxError
from django.template.library import Library as Library

engines: EngineHandler
