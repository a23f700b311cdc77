# cryptography 3.x and later, `cryptography.x509`: names that live elsewhere.

from cryptography.x509.base import Certificate as Certificate, CertificateBuilder as CertificateBuilder, load_der_x509_certificate as load_der_x509_certificate, load_pem_x509_certificate as load_pem_x509_certificate
