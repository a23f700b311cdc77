# Flask 1.x to 3.x, `flask.scaffold`: names that live elsewhere.

from flask.sansio.scaffold import Scaffold as Scaffold
