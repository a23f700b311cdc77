# clickhouse-driver 0.x: clients of ClickHouse.

from clickhouse_driver.client import Client as Client
from clickhouse_driver.dbapi import connect as connect
