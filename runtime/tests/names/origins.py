QUERY = "SELECT 1"
COPY = QUERY
TWICE = 1
TWICE = 2
declared: int
declared = 4
COUNT = 0


def count():
    global COUNT
    COUNT = 1
    QUERY            #? QUERY has origin "SELECT 1"
    COPY             #? COPY has origin "SELECT 1"
    TWICE            #? TWICE has no origin
    declared         #? declared has origin 4
    COUNT            #? COUNT has no origin
    unbound          #? unbound has no origin


def local(x, rows):
    query = f"SELECT {x}"
    execute(query)       #? query has origin f"SELECT {x}"
    given = x
    given                #? given has origin x
    x                    #? x has no origin
    total = 0
    total += 1
    total                #? total has no origin
    for row in rows:
        row              #? row has no origin
        statement = "a" + row
        statement        #? statement has origin "a" + row
    a, b = x
    a                    #? a has no origin
    if (found := x.y):
        found            #? found has origin x.y
    chained = second = make()
    chained              #? chained has origin make()


class K:
    def __init__(self):
        self.once = "a"
        self.many = 1

    def change(self, k):
        self.many = 2
        self.once        #? self.once has origin "a"
        self.many        #? self.many has no origin
        k.once           #? k.once has no origin
