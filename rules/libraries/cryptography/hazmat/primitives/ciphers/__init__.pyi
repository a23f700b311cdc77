# cryptography 3.x and later, `cryptography.hazmat.primitives.ciphers`: names that live elsewhere.

from cryptography.hazmat.primitives.ciphers.base import Cipher as Cipher, CipherContext as CipherContext
