# blinker 1.x: signals and namespaces.

from blinker.base import NamedSignal as NamedSignal, Namespace as Namespace, Signal as Signal, signal as signal
