import zlib

a = b
b = c
c = a
a()                    #? a is unknown
c.member()             #? c.member is unknown

if flag:
    d = e
else:
    d = zlib
e = d
e.crc32()              #? e.crc32 is zlib.crc32
d.crc32()              #? d.crc32 is zlib.crc32

zlib = zlib
zlib.adler32()         #? zlib.adler32 is zlib.adler32

a0 = zlib.crc32
a1 = a0
a2 = a1
a3 = a2
a3()                   #? a3 is zlib.crc32


class P(Q): ...        #? P not inherits x.Y


class Q(P): ...        #? Q not inherits x.Y


class R(R): ...        #? R not inherits x.Y
