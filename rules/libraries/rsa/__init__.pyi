# rsa 4.x: keys, encryption and signatures.

from rsa.key import PrivateKey as PrivateKey, PublicKey as PublicKey, newkeys as newkeys
from rsa.pkcs1 import decrypt as decrypt, encrypt as encrypt, sign as sign, verify as verify
