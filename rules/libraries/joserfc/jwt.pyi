# joserfc 0.x and 1.x, `joserfc.jwt`: `encode`, `Token`, `decode`.

def encode(header, claims, key, algorithms=..., registry=..., encoder_cls=..., default_type=...) -> str: ...

class Token:
    claims: dict[str, object]
    header: dict[str, object]

def decode(value, key, algorithms=..., registry=..., decoder_cls=...) -> Token: ...
