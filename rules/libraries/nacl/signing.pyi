# PyNaCl 1.x, `nacl.signing`: `SigningKey`, `VerifyKey`.

class SigningKey:
    @classmethod
    def generate(cls) -> SigningKey: ...
    def sign(self, message, encoder=...) -> bytes: ...
    verify_key: VerifyKey

class VerifyKey:
    def verify(self, smessage, signature=..., encoder=...) -> bytes: ...
