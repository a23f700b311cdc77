# Sanic 20 and later, `sanic.mixins.static`: `StaticMixin`.

class StaticMixin:
    def static(self, uri, file_or_directory, pattern=..., use_modified_since=..., use_content_range=..., stream_large_files=..., name=..., host=..., strict_slashes=..., content_type=..., apply=..., resource_type=..., index=..., directory_view=..., directory_handler=..., follow_external_symlink_files=..., follow_external_symlink_dirs=...): ...
