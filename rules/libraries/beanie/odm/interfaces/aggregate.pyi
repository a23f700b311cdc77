# Beanie 1.x and 2.x, `beanie.odm.interfaces.aggregate`: `AggregateInterface`.

class AggregateInterface:
    @classmethod
    def aggregate(cls, aggregation_pipeline, projection_model=..., session=..., ignore_cache=..., **pymongo_kwargs): ...
