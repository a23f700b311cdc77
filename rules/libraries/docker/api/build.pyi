# docker 3.x to 7.x, `docker.api.build`: `BuildApiMixin`.

class BuildApiMixin:
    def build(self, path=..., tag=..., quiet=..., fileobj=..., nocache=..., rm=..., timeout=..., custom_context=..., encoding=..., pull=..., forcerm=..., dockerfile=..., container_limits=..., decode=..., buildargs=..., gzip=..., shmsize=..., labels=..., cache_from=..., target=..., network_mode=..., squash=..., extra_hosts=..., platform=..., isolation=..., use_config_proxy=...): ...
