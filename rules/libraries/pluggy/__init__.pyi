# pluggy 0.x and 1.x: markers of hooks.

from pluggy._decorators import HookimplMarker as HookimplMarker, HookspecMarker as HookspecMarker
