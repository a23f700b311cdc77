# Fabric 2.x and 3.x: connections and groups that run commands.

from fabric.config import Config as Config
from fabric.connection import Connection as Connection
from fabric.group import Group as Group, GroupResult as GroupResult, SerialGroup as SerialGroup, ThreadingGroup as ThreadingGroup
from fabric.runners import Result as Result
from fabric.tasks import task as task
