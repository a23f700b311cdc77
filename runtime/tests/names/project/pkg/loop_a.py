from pkg.loop_b import shared
from pkg import loop_b


class One(loop_b.Two): ...             #? One inherits pkg.loop_b.Two; One not inherits x.Y


shared()                               #? shared is not x.y
