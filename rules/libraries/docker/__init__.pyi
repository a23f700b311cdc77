# docker 3.x to 7.x: the client, containers and images.

from docker.api.client import APIClient as APIClient
from docker.client import DockerClient as DockerClient, from_env as from_env
