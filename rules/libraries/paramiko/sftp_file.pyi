# Paramiko 2.x to 4.x, `paramiko.sftp_file`: `SFTPFile`.

from paramiko.file import BufferedFile

class SFTPFile(BufferedFile): ...
