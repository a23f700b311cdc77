# django-polymorphic 3.x and 4.x, `polymorphic.admin`: names that live elsewhere.

from polymorphic.admin.childadmin import PolymorphicChildModelAdmin as PolymorphicChildModelAdmin
from polymorphic.admin.parentadmin import PolymorphicParentModelAdmin as PolymorphicParentModelAdmin
