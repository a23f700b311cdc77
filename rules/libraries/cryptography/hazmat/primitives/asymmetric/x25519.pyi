# cryptography 3.x and later, `cryptography.hazmat.primitives.asymmetric.x25519`: `X25519PrivateKey`.

class X25519PrivateKey:
    @classmethod
    def generate(cls): ...
