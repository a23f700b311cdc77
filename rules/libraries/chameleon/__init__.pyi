# Chameleon 3.x and 4.x: page templates.

from chameleon.zpt.loader import TemplateLoader as PageTemplateLoader
from chameleon.zpt.template import PageTemplate as PageTemplate, PageTemplateFile as PageTemplateFile
