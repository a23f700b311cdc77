def unknown_index(lst, i, v):
    known = ["a", "b"]
    known[i] = v
    return known[0]


def known_index(v):
    known = [v, "b", "c"]
    known[0] = "a"
    known[-1] = v
    return known[0], known[2]


def insert_and_remove(v):
    lst = ["a", v]
    lst.insert(0, "first")
    lst.remove("a")
    lst.extend(["x", "y"])
    lst.reverse()
    return lst[0], lst[2], len(lst)


def sorted_in_place(v):
    lst = ["b", v]
    lst.sort()
    return lst[0]


def handed_on(v, f):
    lst = ["a", v]
    f(lst)
    return lst[0]


def looked_at(v):
    lst = ["a", v]
    print(lst)
    return lst[0], len(lst)


def tuple_is_kept(v, f):
    pair = ("a", v)
    f(pair)
    return pair[0]


def defaults(v):
    d = dict(a="x")
    d.setdefault("a", v)
    d.setdefault("b", v)
    d.update({"c": v, "a": "y"}, )
    d.update(e="z")
    del d["c"]
    return d["a"], d["b"], d.get("e"), d.get("none", "default"), d.pop("b"), d.get("b", "gone")


def unknown_key(d, k, v):
    mine = {"a": "x"}
    mine[k] = v
    return mine["a"]


def parameter_key(d, v):
    d["a"] = v
    return d["a"], d["b"]


def nested(v):
    d = {"a": {"b": ["x", v]}}
    d["a"]["b"].append("z")
    d["a"]["c"] = v
    return d["a"]["b"][0], d["a"]["b"][2], d["a"]["c"]


def spread(f, v):
    options = {"shell": True, **{"cwd": v}}
    f(*["a", v], **options)
    f(*v, **v)


def in_branches(c, v):
    d = {"a": "x", "b": "y"}
    if c:
        d["a"] = v
    return d["a"], d["b"]


def in_loop(items, v):
    d = {"a": "x", "b": v}
    other = {"a": "x"}
    for item in items:
        d["a"] = item
    return d["a"], other["a"]


def aliases(v):
    a = []
    b = a
    b.append(v)
    return a[0]


def joined(c, v):
    a, b = ["x"], ["y"]
    both = a if c else b
    both.append(v)
    return a[0], b[0]


def slices(v):
    lst = ["a", "b", v, "d"]
    part = lst[1:3]
    text = "abcdef"[1:4]
    return part[0], part[1], text, ["x"] + [v], (["x"] + [v])[0]


def iterated(v):
    for x in ["a", "b"]:
        use(x)
    for y in [v, "b"]:
        use(y)


def cleared(v):
    lst = [v]
    lst.clear()
    lst.append("x")
    return lst[0]


def two_objects(v):
    first = Thing()
    second = Thing()
    first.x = v
    second.x = "safe"
    return first.x, second.x


def may_be_one(p, q, v):
    p.x = "safe"
    q.x = v
    return p.x


def configuration(v):
    import configparser

    conf = configparser.ConfigParser()
    conf.add_section("s")
    conf.set("s", "a", "safe")
    conf.set("s", "b", v)
    conf["t"]["c"] = v
    return conf.get("s", "a"), conf.get("s", "b"), conf["s"]["a"], conf.get("s", "other")


def captured(v):
    lst = ["a"]
    def change():
        lst.append(v)
        lst[0] = v
    change()
    return lst[0]


def not_captured(v, f):
    lst = ["a"]
    def unrelated():
        return v
    unrelated()
    return lst[0]


def perhaps_one_object(make, v):
    first = make()
    second = make()
    first.x = v
    second.x = "safe"
    return first.x, second.x
