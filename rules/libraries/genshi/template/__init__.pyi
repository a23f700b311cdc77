# Genshi 0.x, `genshi.template`: names that live elsewhere.

from genshi.template.loader import TemplateLoader as TemplateLoader
from genshi.template.markup import MarkupTemplate as MarkupTemplate
from genshi.template.text import NewTextTemplate as NewTextTemplate, OldTextTemplate as TextTemplate
