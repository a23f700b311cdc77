# Python 2.7 to 3.11: versions compared; removed in 3.12.

class Version:
    def __init__(self, vstring=...): ...

class StrictVersion(Version):
    def parse(self, vstring): ...

class LooseVersion(Version):
    def parse(self, vstring): ...
