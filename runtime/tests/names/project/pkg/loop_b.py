from pkg.loop_a import shared, One


class Two(One): ...                    #? Two not inherits x.Y


shared()                               #? shared is not z.shared
