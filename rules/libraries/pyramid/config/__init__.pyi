# Pyramid 1.x and 2.x, `pyramid.config`: `Configurator`.

from pyramid.config.actions import ActionConfiguratorMixin
from pyramid.config.adapters import AdaptersConfiguratorMixin
from pyramid.config.assets import AssetsConfiguratorMixin
from pyramid.config.factories import FactoriesConfiguratorMixin
from pyramid.config.i18n import I18NConfiguratorMixin
from pyramid.config.rendering import RenderingConfiguratorMixin
from pyramid.config.routes import RoutesConfiguratorMixin
from pyramid.config.security import SecurityConfiguratorMixin
from pyramid.config.settings import SettingsConfiguratorMixin
from pyramid.config.tweens import TweensConfiguratorMixin
from pyramid.config.views import ViewsConfiguratorMixin
from pyramid.router import Router
from typing import Any, Self

class Configurator(ActionConfiguratorMixin, TweensConfiguratorMixin, SecurityConfiguratorMixin, ViewsConfiguratorMixin, RoutesConfiguratorMixin, I18NConfiguratorMixin, RenderingConfiguratorMixin, AssetsConfiguratorMixin, SettingsConfiguratorMixin, FactoriesConfiguratorMixin, AdaptersConfiguratorMixin):
    def include(self, callable, route_prefix=...): ...
    def scan(self, package=..., categories=..., onerror=..., ignore=..., **kw): ...
    def add_directive(self, name, directive, action_wrap=...): ...
    def make_wsgi_app(self) -> Router: ...
    def __enter__(self) -> Self: ...
    registry: Any
