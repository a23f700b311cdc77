# Strawberry 0.x, `strawberry.permission`: `BasePermission`.

class BasePermission:
    def has_permission(self, source, info, **kwargs) -> bool: ...
