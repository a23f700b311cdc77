# Python 3.8 to 3.14: the event loop of POSIX systems.

import asyncio.base_events
import asyncio.events

class _UnixSelectorEventLoop(asyncio.base_events.BaseEventLoop): ...

SelectorEventLoop = _UnixSelectorEventLoop

class _UnixDefaultEventLoopPolicy(asyncio.events.BaseDefaultEventLoopPolicy): ...

DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
