import sqlite3
import flask
from flask import Flask
from typing import Annotated, Any, Optional, Union

app = Flask(__name__)
typed: "flask.Flask"
maybe: Optional[Flask] = None
either: Union[int, Flask]
new_style: Flask | None
quoted: "Flask | None"
noted: Annotated[Flask, "x"]
alias = app
lazy = None
text = "x"
number = 3
other = make()
copies = app or Flask("x")
raw = b"x"
conn = sqlite3.connect("x")
words = list(text)
anything: Any = None


class Site(Flask):
    site = 1


own = Site()


def make_app() -> Flask:
    return Flask("x")


made = make_app()


def start():
    global lazy
    lazy = flask.Flask("x")


app.route("x")       #? app instance of flask.Flask; app not instance of flask.Blueprint; app has known class
typed.route          #? typed instance of flask.Flask
maybe.route          #? maybe instance of flask.Flask
either.route         #? either instance of flask.Flask; either instance of builtins.int
new_style.route      #? new_style instance of flask.Flask
quoted.route         #? quoted instance of flask.Flask
noted.route          #? noted instance of flask.Flask
alias.route          #? alias instance of flask.Flask
lazy.route           #? lazy instance of flask.Flask
own.route            #? own instance of flask.Flask; own instance of values.Site
made.route           #? made instance of flask.Flask
copies.route         #? copies instance of flask.Flask
Flask("x").route     #? Flask("x") instance of flask.Flask
Flask.route          #? Flask not instance of flask.Flask
other.route          #? other not instance of flask.Flask; other has no known class
text.join            #? text has known class; text instance of builtins.str; text not instance of flask.Flask
raw.join             #? raw instance of builtins.bytes
conn.cursor          #? conn has no known class; conn instance of sqlite3.connect; conn not instance of sqlite3.Connection
words                #? words has known class; words instance of builtins.list
anything             #? anything has no known class
own                  #? own has known class
nowhere.route        #? nowhere not instance of flask.Flask; nowhere has no known class


def handler(app, given: Flask, *rest: Flask, named: Optional["Flask"] = None):
    app.route        #? app not instance of flask.Flask
    given.route      #? given instance of flask.Flask
    named.route      #? named instance of flask.Flask
    rest.route       #? rest not instance of flask.Flask
    Undefined().x    #? Undefined() instance of lib.Undefined; Undefined() has no known class


class Server:
    port = 80

    def __init__(self, app: Flask):
        self.app = app
        self.own = Site()
        self.late: Flask = None

    def serve(self):
        self.app.run     #? self.app instance of flask.Flask
        self.own.run     #? self.own instance of flask.Flask
        self.late.run    #? self.late instance of flask.Flask
        self.port        #? self.port has origin 80; self.port not instance of flask.Flask
        self             #? self instance of values.Server


class Sub(Server):
    def go(self):
        self.app.run     #? self.app instance of flask.Flask
