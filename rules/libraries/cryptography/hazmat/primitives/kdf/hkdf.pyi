# cryptography 3.x and later, `cryptography.hazmat.primitives.kdf.hkdf`: `HKDF`.

class HKDF:
    def derive(self, key_material) -> bytes: ...
