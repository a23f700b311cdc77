# procrastinate 2.x and 3.x: the application and its tasks.

from procrastinate.app import App as App
