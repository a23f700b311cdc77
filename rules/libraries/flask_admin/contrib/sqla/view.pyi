# Flask-Admin 1.x and 2.x, `flask_admin.contrib.sqla.view`: `ModelView`.

from flask_admin.model.base import BaseModelView
from sqlalchemy.orm.query import Query
from sqlalchemy.orm.session import Session

class ModelView(BaseModelView):
    def get_query(self) -> Query: ...
    def get_count_query(self) -> Query: ...
    session: Session
