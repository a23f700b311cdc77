# pydantic-core 2.x: what Pydantic's validators raise and are told.
