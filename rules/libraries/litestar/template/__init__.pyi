# Litestar 2.x, `litestar.template`: names that live elsewhere.

from litestar.template.config import TemplateConfig as TemplateConfig
