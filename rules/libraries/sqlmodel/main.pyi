# SQLModel 0.x, `sqlmodel.main`: `SQLModel`, `Field`, `Relationship`.

from pydantic.main import BaseModel
from sqlalchemy.sql.schema import MetaData

class SQLModel(BaseModel):
    metadata: MetaData
    __tablename__: str

def Field(default=..., *, default_factory=..., alias=..., validation_alias=..., serialization_alias=..., title=..., description=..., exclude=..., include=..., const=..., gt=..., ge=..., lt=..., le=..., multiple_of=..., max_digits=..., decimal_places=..., min_items=..., max_items=..., unique_items=..., min_length=..., max_length=..., allow_mutation=..., regex=..., discriminator=..., repr=..., primary_key=..., foreign_key=..., ondelete=..., unique=..., nullable=..., index=..., sa_type=..., sa_column=..., sa_column_args=..., sa_column_kwargs=..., schema_extra=...): ...
def Relationship(*, back_populates=..., cascade_delete=..., passive_deletes=..., link_model=..., sa_relationship=..., sa_relationship_args=..., sa_relationship_kwargs=...): ...
