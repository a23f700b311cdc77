from flask import request

from shop.storage import find, pack


def search():
    name = request.args["name"]
    return find("é" + name)


def backup():
    return pack(
        "é", request.form["folder"],
    )
