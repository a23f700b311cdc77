# flask-openapi3 2.x to 4.x: the application, blueprints and views.

from flask_openapi3.blueprint import APIBlueprint as APIBlueprint
from flask_openapi3.openapi import OpenAPI as OpenAPI
from flask_openapi3.view import APIView as APIView
