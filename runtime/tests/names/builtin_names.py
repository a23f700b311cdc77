def eval(text): ...


open("x")              #? open resolves to builtins.open; open is builtins.open; open is exactly builtins.open
eval("1")              #? eval resolves to builtin_names.eval; eval is not builtins.eval
exec("1")              #? exec is exactly builtins.exec
undefined("x")         #? undefined is assumed undefined; undefined is lib.undefined; undefined is not exactly lib.undefined
lib.mod.call("x")      #? lib.mod.call is far.lib.mod.call; lib.mod.call is not mod.call; lib.mod.call is not far.mod.call


def use(print):
    print("x")         #? print is not builtins.print
    [input for input in ()]  #? input is not builtins.input
