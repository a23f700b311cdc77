# sentry-sdk 1.x and 2.x: what reports errors.

from sentry_sdk._init_implementation import _init as init
from sentry_sdk.api import add_breadcrumb as add_breadcrumb, capture_event as capture_event, capture_exception as capture_exception, capture_message as capture_message, configure_scope as configure_scope, push_scope as push_scope, set_context as set_context, set_extra as set_extra, set_tag as set_tag, set_user as set_user, start_span as start_span, start_transaction as start_transaction
from sentry_sdk.hub import Hub as Hub
