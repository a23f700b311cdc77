# Ariadne 0.x, `ariadne.asgi`: names that live elsewhere.

from ariadne.asgi.graphql import GraphQL as GraphQL
