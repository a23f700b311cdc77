# Flask-AppBuilder 2.x to 5.x: the builder, its views, APIs and models.

from flask_appbuilder.api import BaseApi as BaseApi, ModelRestApi as ModelRestApi
from flask_appbuilder.base import AppBuilder as AppBuilder
from flask_appbuilder.baseviews import BaseView as BaseView, expose as expose
from flask_appbuilder.models.sqla import Model as Model
from flask_appbuilder.models.sqla.base_legacy import SQLA as SQLA
from flask_appbuilder.security.decorators import has_access as has_access, permission_name as permission_name
from flask_appbuilder.views import CompactCRUDMixin as CompactCRUDMixin, IndexView as IndexView, MasterDetailView as MasterDetailView, ModelView as ModelView, MultipleView as MultipleView, PublicFormView as PublicFormView, RestCRUDView as RestCRUDView, SimpleFormView as SimpleFormView
