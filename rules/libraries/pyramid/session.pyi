# Pyramid 1.x and 2.x, `pyramid.session`: `SignedCookieSessionFactory`.

from webob.cookies import JSONSerializer as JSONSerializer

def SignedCookieSessionFactory(secret, cookie_name=..., max_age=..., path=..., domain=..., secure=..., httponly=..., samesite=..., set_on_exception=..., timeout=..., reissue_time=..., hashalg=..., salt=..., serializer=...): ...
