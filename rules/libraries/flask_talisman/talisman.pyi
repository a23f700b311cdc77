# Flask-Talisman 0.x and 1.x, `flask_talisman.talisman`: `Talisman`.

from collections.abc import Callable

class Talisman:
    def __call__[F](self, **kwargs) -> Callable[[F], F]: ...
    def init_app(self, app, feature_policy=..., permissions_policy=..., document_policy=..., force_https=..., force_https_permanent=..., force_file_save=..., frame_options=..., frame_options_allow_from=..., strict_transport_security=..., strict_transport_security_preload=..., strict_transport_security_max_age=..., strict_transport_security_include_subdomains=..., content_security_policy=..., content_security_policy_report_uri=..., content_security_policy_report_only=..., content_security_policy_nonce_in=..., referrer_policy=..., session_cookie_secure=..., session_cookie_http_only=..., session_cookie_samesite=..., x_content_type_options=..., x_xss_protection=...): ...
