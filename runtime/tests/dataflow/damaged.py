def broken(a, b:
    x = a +
    return x

class :
    y = = 3

def after(v):
    for in v:
        use(v)
    with as x:
        pass
    a, = v
    return a[

match x:
    case Point(:
        pass
lambda: (yield)
x.y.
print "old", v
exec "code"
del
