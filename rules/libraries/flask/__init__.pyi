# Flask 1.x to 3.x: the application, blueprints, the request and what views return.

from flask.app import Flask as Flask
from flask.blueprints import Blueprint as Blueprint
from flask.config import Config as Config
from flask.ctx import after_this_request as after_this_request, copy_current_request_context as copy_current_request_context, has_app_context as has_app_context, has_request_context as has_request_context
from flask.globals import current_app as current_app, g as g, request as request, session as session
from flask.helpers import abort as abort, flash as flash, get_flashed_messages as get_flashed_messages, get_template_attribute as get_template_attribute, make_response as make_response, redirect as redirect, send_file as send_file, send_from_directory as send_from_directory, stream_with_context as stream_with_context, url_for as url_for
from flask.json import jsonify as jsonify
from flask.signals import appcontext_popped as appcontext_popped, appcontext_pushed as appcontext_pushed, appcontext_tearing_down as appcontext_tearing_down, before_render_template as before_render_template, got_request_exception as got_request_exception, message_flashed as message_flashed, request_finished as request_finished, request_started as request_started, request_tearing_down as request_tearing_down, template_rendered as template_rendered
from flask.templating import render_template as render_template, render_template_string as render_template_string, stream_template as stream_template, stream_template_string as stream_template_string
from flask.wrappers import Request as Request, Response as Response
from markupsafe import Markup as Markup, escape as escape
from werkzeug.utils import safe_join as safe_join
