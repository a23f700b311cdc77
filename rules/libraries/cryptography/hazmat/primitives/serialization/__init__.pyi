# cryptography 3.x and later, `cryptography.hazmat.primitives.serialization`: names that live elsewhere.

from cryptography.hazmat.primitives._serialization import BestAvailableEncryption as BestAvailableEncryption, NoEncryption as NoEncryption
from cryptography.hazmat.primitives.serialization.base import load_der_private_key as load_der_private_key, load_pem_private_key as load_pem_private_key, load_pem_public_key as load_pem_public_key
