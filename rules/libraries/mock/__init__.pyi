# mock 3.x to 5.x: unittest.mock under its own name.

from unittest.mock import ANY as ANY, AsyncMock as AsyncMock, MagicMock as MagicMock, Mock as Mock, NonCallableMagicMock as NonCallableMagicMock, NonCallableMock as NonCallableMock, PropertyMock as PropertyMock, call as call, create_autospec as create_autospec, mock_open as mock_open, patch as patch, sentinel as sentinel
