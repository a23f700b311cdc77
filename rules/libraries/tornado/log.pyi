# Tornado 5.x and 6.x, `tornado.log`: `app_log`, `access_log`, `gen_log`.

from logging import Logger

app_log: Logger
access_log: Logger
gen_log: Logger
