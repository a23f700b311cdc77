# Litestar 2.x, `litestar.exceptions`: names that live elsewhere.

from litestar.exceptions.http_exceptions import HTTPException as HTTPException, NotAuthorizedException as NotAuthorizedException, NotFoundException as NotFoundException, PermissionDeniedException as PermissionDeniedException, ValidationException as ValidationException
