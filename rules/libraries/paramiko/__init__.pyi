# Paramiko 2.x to 4.x: SSH clients, channels, keys and files.

from paramiko.channel import Channel as Channel
from paramiko.client import AutoAddPolicy as AutoAddPolicy, MissingHostKeyPolicy as MissingHostKeyPolicy, RejectPolicy as RejectPolicy, SSHClient as SSHClient, WarningPolicy as WarningPolicy
from paramiko.config import SSHConfig as SSHConfig
from paramiko.dsskey import DSSKey as DSSKey
from paramiko.ecdsakey import ECDSAKey as ECDSAKey
from paramiko.ed25519key import Ed25519Key as Ed25519Key
from paramiko.pkey import PKey as PKey
from paramiko.proxy import ProxyCommand as ProxyCommand
from paramiko.rsakey import RSAKey as RSAKey
from paramiko.server import ServerInterface as ServerInterface
from paramiko.sftp_attr import SFTPAttributes as SFTPAttributes
from paramiko.sftp_client import SFTPClient as SFTPClient
from paramiko.sftp_file import SFTPFile as SFTPFile
from paramiko.ssh_exception import AuthenticationException as AuthenticationException, SSHException as SSHException
from paramiko.transport import Transport as Transport
