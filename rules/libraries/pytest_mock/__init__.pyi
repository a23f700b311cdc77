# pytest-mock 3.x: the fixture that patches.

from pytest_mock.plugin import MockerFixture as MockFixture, MockerFixture as MockerFixture
