"""Functions as values: arguments, assignments, returns, containers. Behind a call stands what it reaches."""


def tea():
    pass


def coffee():
    pass


def serve(drink):
    drink()  # calls: tea, coffee


serve(tea)  # calls: serve
serve(drink=coffee)  # calls: serve

cup = tea
mug = cup
mug()  # calls: tea
cup = coffee
cup()  # calls: coffee

first, (second, *others) = tea, (coffee, tea)
first()  # calls: tea
second()  # calls: coffee
others[0]()  # calls: tea


def pick(hot):
    if hot:
        return tea
    return coffee


pick(True)()  # calls: pick, tea, coffee


def outer():
    def inner():
        pass

    return inner


outer()()  # calls: outer, outer.inner

menu = {"t": tea, "c": coffee}
menu["t"]()  # calls: tea
menu["c"]()  # calls: coffee
menu.get("t")()  # calls: tea
menu["new"] = outer
menu["new"]()  # calls: outer

shelf = [tea, coffee]
shelf[0]()  # calls: tea
shelf[1]()  # calls: coffee
shelf.append(outer)  # calls: builtins.list.append
for item in shelf:
    item()  # calls: tea, coffee, outer

(lambda drink: drink())(tea)  # calls: <lambda>, tea
(tea if menu else coffee)()  # calls: tea, coffee
list(map(tea, shelf))  # calls: builtins.list, builtins.map, tea
sorted(shelf, key=lambda item: coffee())  # calls: builtins.sorted, <lambda>, coffee


def keep(*drinks, **named):
    drinks[0]()  # calls: tea
    named["last"]()  # calls: coffee


keep(tea, last=coffee)  # calls: keep


def spread(a, b):
    a()  # calls: tea
    b()  # calls: coffee


pair = (tea, coffee)
spread(*pair)  # calls: spread
spread(**{"a": tea, "b": coffee})  # calls: spread


def unless(drink=tea):
    drink()  # calls: tea


unless()  # calls: unless
