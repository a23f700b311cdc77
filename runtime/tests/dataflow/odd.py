with (open(a) as f, open(b) as g):
    pass
with (open(a)) as f:
    pass
with (yield x) as f, (a, b):
    pass
def f((a, b), c): pass
print(*a, sep="")
x = *a, b
for x in *a, b: pass
return_ = lambda *, k: k
a[b := 1]
f(x := 1)
@(yield)
def g(): pass
async def h():
    return [await z async for z in y]
