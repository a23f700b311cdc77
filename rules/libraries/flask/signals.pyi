# Flask 1.x to 3.x, `flask.signals`: `appcontext_popped`, `appcontext_pushed`, `appcontext_tearing_down`, `before_render_template` and others.

from blinker.base import NamedSignal

appcontext_popped: NamedSignal
appcontext_pushed: NamedSignal
appcontext_tearing_down: NamedSignal
before_render_template: NamedSignal
got_request_exception: NamedSignal
message_flashed: NamedSignal
request_finished: NamedSignal
request_started: NamedSignal
request_tearing_down: NamedSignal
template_rendered: NamedSignal
