import lib.part as part


def captures(v):
    match v:
        case Point(x=0, y=b) if b:
            return b
        case Point(px, [q, *rest]):
            return px, q, rest
        case [1, *middle, last] | (last, middle, _):
            return middle, last
        case {"a": 1, "b": q, **more}:
            return q, more
        case str() as s:
            return s
        case int(n):
            return n
        case (a, _, -1, None, part.CONSTANT, "t"):
            return a
        case "x" | "y":
            return v
        case part.CONSTANT:
            return v
        case "z":
            return v
        case other:
            return other


def constant(a):
    number = -3
    match number:
        case 1 | 2:
            x = dead(a)
        case -3:
            x = a
        case _:
            x = dead(a)
    return x


def of_a_display(a, b):
    match a, b:
        case (x, y, z):
            return dead(x)
        case (x, "k"):
            return x
        case x, y:
            return y
    return None


def guards(a, f):
    match a:
        case x if f(x):
            y = x
        case x:
            y = "other"
    return y
