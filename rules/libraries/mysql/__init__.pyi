# mysql-connector-python 8.x and 9.x: connections and cursors of MySQL.
