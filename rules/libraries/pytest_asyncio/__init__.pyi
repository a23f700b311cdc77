# pytest-asyncio 0.x and 1.x: fixtures that are coroutines.

from pytest_asyncio.plugin import fixture as fixture
