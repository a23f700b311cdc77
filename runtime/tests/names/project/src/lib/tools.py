from far import Base


class Middle(Base): ...


class Tool(Middle): ...
