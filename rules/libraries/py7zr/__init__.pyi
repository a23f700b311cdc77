# py7zr 0.x and 1.x: archives.

from py7zr.py7zr import SevenZipFile as SevenZipFile
