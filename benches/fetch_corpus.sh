#!/usr/bin/env bash
#
# Fetches the corpus: the Python source of some twenty well known open-source
# packages, over ten thousand files, against which aud-rules is benchmarked and
# checked for crashes, slow rules and noisy findings.
#
#   benches/fetch_corpus.sh                  fetch what is missing
#   benches/fetch_corpus.sh --only NAME      fetch that package alone
#   benches/fetch_corpus.sh --sample N DIR   copy N files of the corpus to DIR
#
# The packages are pinned in corpus.lock, beside this script, by version, file
# name and SHA-256. They are source distributions, because those hold the tests
# as well as the package. Nothing of what is downloaded is ever built, imported
# or run: archives are checked against the pinned hash, and only their .py and
# .pyi files are written, to <corpus>/<package>-<version>/. The corpus directory
# is $AUD_RULES_CORPUS, or target/corpus in this repository when that is unset.
# A package which is already there is left alone, so a second run asks nothing
# of the network; one which the lock file no longer names is removed. The same
# lock file gives the same files, byte for byte.
#
# The files are found and downloaded with pip's own package finder and session,
# so every index, mirror, proxy or certificate that pip is configured with (by
# PIP_INDEX_URL, pip.conf and so on) is used here as well. `pip download` itself
# is not used because it runs a source distribution's build code to learn its
# metadata. It works with pip 21.2 and later; $PYTHON names the interpreter
# (python3 when unset).
#
# --sample takes files at even steps from the sorted list of .py files of the
# packages marked `sample` in the lock file, keeps their relative paths, and
# needs no network. DIR must be absent, empty, or an earlier sample, which is
# replaced when it is not the one asked for. `cargo bench` uses it.
#
# Progress goes to standard error. The last line, on standard output, is the
# number of files and lines.

set -euo pipefail

benches=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname -- "$benches")

AUD_RULES_CORPUS=${AUD_RULES_CORPUS:-$root/target/corpus}
AUD_RULES_CORPUS_LOCK=$benches/corpus.lock
export AUD_RULES_CORPUS AUD_RULES_CORPUS_LOCK

usage() {
    echo "usage: fetch_corpus.sh [--only NAME | --sample N DIR]" >&2
    exit 2
}

case $# in
0) ;;
2) [[ $1 == --only && -n $2 ]] || usage ;;
3) [[ $1 == --sample && $2 =~ ^[1-9][0-9]*$ && -n $3 ]] || usage ;;
*) usage ;;
esac

exec "${PYTHON:-python3}" - "$@" <<'PYTHON'
import fnmatch
import hashlib
import os
import re
import shutil
import sys
import tarfile
import tempfile
from collections import namedtuple
from pathlib import Path

CORPUS = Path(os.environ["AUD_RULES_CORPUS"])
LOCK = Path(os.environ["AUD_RULES_CORPUS_LOCK"])
STAMP = ".aud-rules-corpus"
MAX_FILE = 64 << 20  # bytes of one unpacked file
MAX_PACKAGE = 1 << 30  # bytes of all unpacked files of one package
CHUNK = 1 << 16

Pin = namedtuple("Pin", "name version filename sha256 sample leave_out")


class Failure(Exception):
    """What went wrong, as a sentence for the person who ran the script."""


def note(text):
    print(f"fetch_corpus: {text}", file=sys.stderr, flush=True)


def read_lock():
    pins = []
    for number, line in enumerate(LOCK.read_text("utf-8").splitlines(), 1):
        fields = line.split("#", 1)[0].split()
        if not fields:
            continue
        where = f"{LOCK.name}:{number}"
        if len(fields) < 4:
            raise Failure(f"{where}: expected name, version, file name and SHA-256")
        name, version, filename, sha256, *options = fields
        for value in (name, version, filename):
            if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._+-]*", value):
                raise Failure(f"{where}: {value!r} is not a name this script accepts")
        if not filename.endswith(".tar.gz"):
            raise Failure(f"{where}: {filename} is not a .tar.gz source distribution")
        if not re.fullmatch(r"[0-9a-f]{64}", sha256):
            raise Failure(f"{where}: {sha256!r} is not a SHA-256 in lower case")
        sample, leave_out = False, []
        for option in options:
            if option == "sample":
                sample = True
            elif option.startswith("leave-out="):
                leave_out.append(option.split("=", 1)[1])
            else:
                raise Failure(f"{where}: unknown option {option!r}")
        pins.append(Pin(name, version, filename, sha256, sample, tuple(leave_out)))
    if not pins:
        raise Failure(f"{LOCK.name} pins no package")
    if len({directory(pin).name.lower() for pin in pins}) != len(pins):
        raise Failure(f"{LOCK.name} pins a package twice")
    return pins


def directory(pin):
    return CORPUS / f"{pin.name}-{pin.version}"


def stamp(pin):
    return "\n".join([pin.filename, pin.sha256, *pin.leave_out]) + "\n"


def read_stamp(where):
    try:
        return (where / STAMP).read_text("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None


def clear(where):
    """Remove a directory, but only one which this script made."""
    if where.is_symlink() or (where.exists() and not where.is_dir()):
        raise Failure(f"{where} is in the way and is not a directory")
    if not where.exists():
        return
    if any(where.iterdir()) and read_stamp(where) is None:
        raise Failure(f"{where} is in the way and was not made by this script")
    shutil.rmtree(where)


class Index:
    """The package index pip is configured with, through pip itself."""

    def __enter__(self):
        try:
            from pip._internal.commands import create_command
            from pip._internal.network.utils import HEADERS, response_chunks

            command = create_command("download")
            options, _ = command.parse_args(["--quiet", "--no-cache-dir", "unused"])
            self.context = command.main_context()
            self.context.__enter__()
            self.session = command.get_default_session(options)
            self.finder = command._build_package_finder(
                options=options, session=self.session, ignore_requires_python=True
            )
            self.headers, self.chunks = HEADERS, response_chunks
        except (ImportError, AttributeError, TypeError) as error:
            raise Failure(f"this interpreter's pip cannot be used ({error})") from error
        return self

    def __exit__(self, *details):
        return self.context.__exit__(*details)

    def download(self, pin, to):
        links = [
            candidate.link
            for candidate in self.finder.find_all_candidates(pin.name)
            if candidate.link.filename == pin.filename
        ]
        if not links:
            raise Failure(
                f"the package index does not list {pin.filename}, "
                "or cannot be reached"
            )
        for attempt in (1, 2, 3):
            digest = hashlib.sha256()
            try:
                response = self.session.get(
                    links[0].url.split("#", 1)[0], headers=self.headers, stream=True
                )
                response.raise_for_status()
                with open(to, "wb") as out:
                    for chunk in self.chunks(response, CHUNK):
                        digest.update(chunk)
                        out.write(chunk)
            except Exception as error:  # the session raises its vendored kinds
                if attempt == 3:
                    raise Failure(f"{pin.filename}: {error}") from error
                continue
            if digest.hexdigest() == pin.sha256:
                return
            if attempt == 3:
                raise Failure(
                    f"{pin.filename}: SHA-256 is {digest.hexdigest()}, "
                    f"{LOCK.name} has {pin.sha256}"
                )


def safe_parts(pin, name):
    """The parts of an archive member's path below its top directory."""
    parts = name.rstrip("/").split("/")
    if parts[0] == ".":
        parts = parts[1:]
    bad = (
        name.startswith("/")
        or any(part in ("", ".", "..") for part in parts)
        or any(ord(c) < 32 or ord(c) == 127 or c in '\\:' for c in name)
        or any(0xD800 <= ord(c) <= 0xDFFF for c in name)
    )
    if bad:
        raise Failure(f"{pin.filename}: unsafe path {name!r}")
    return parts[1:]


def unpack(pin, archive, to):
    files, total = {}, 0
    with tarfile.open(archive, "r:gz") as tar:
        for member in tar:
            # Links, devices and directories are never written; their names are
            # checked all the same, since such an archive is not to be trusted.
            parts = safe_parts(pin, member.name)
            if not member.isreg() or not member.name.endswith((".py", ".pyi")):
                continue
            path = "/".join(parts)
            if not path or any(fnmatch.fnmatchcase(path, p) for p in pin.leave_out):
                continue
            total += member.size
            if member.size > MAX_FILE or total > MAX_PACKAGE:
                raise Failure(f"{pin.filename}: {path} makes it too large")
            if path in files:
                raise Failure(f"{pin.filename}: holds {path} twice")
            files[path] = member.size
            target = to.joinpath(*parts)
            target.parent.mkdir(parents=True, exist_ok=True)
            with open(target, "xb") as out:
                shutil.copyfileobj(tar.extractfile(member), out, CHUNK)
            os.utime(target, (0, 0))
    if not files:
        raise Failure(f"{pin.filename}: holds no Python file")
    (to / STAMP).write_text(stamp(pin), "utf-8")
    return len(files)


def only(pins, name):
    found = [pin for pin in pins if pin.name.lower() == name.lower()]
    if not found:
        raise Failure(f"{name} is not in {LOCK.name}; it holds " + ", ".join(pin.name for pin in pins))
    return found


def remove_unpinned(pins):
    pinned = {directory(pin) for pin in pins}
    for old in sorted(CORPUS.iterdir()) if CORPUS.is_dir() else ():
        if old not in pinned and read_stamp(old) is not None:
            note(f"{old.name} is no longer pinned, removed")
            clear(old)


def fetch(pins):
    missing = [pin for pin in pins if read_stamp(directory(pin)) != stamp(pin)]
    if not missing:
        return
    CORPUS.mkdir(parents=True, exist_ok=True)
    with Index() as index:
        for number, pin in enumerate(missing, 1):
            # In the corpus directory, so that the last step is a rename.
            with tempfile.TemporaryDirectory(prefix=".fetch-", dir=CORPUS) as work:
                archive, tree = Path(work, "archive"), Path(work, "tree")
                tree.mkdir()
                index.download(pin, archive)
                count = unpack(pin, archive, tree)
                clear(directory(pin))
                tree.rename(directory(pin))
            note(f"[{number}/{len(missing)}] {directory(pin).name}: {count} files")


def source_files(pin, suffixes):
    """Sorted relative paths, with / whatever the system."""
    top = directory(pin)
    return sorted(
        Path(folder, name).relative_to(CORPUS).as_posix()
        for folder, _, names in os.walk(top)
        for name in names
        if name.endswith(suffixes)
    )


def count_lines(files):
    lines = 0
    for file in files:
        data = file.read_bytes()
        lines += data.count(b"\n") + (not data.endswith(b"\n") and data != b"")
    return lines


def sample(pins, wanted, to):
    chosen = [pin for pin in pins if pin.sample]
    for pin in chosen:
        if read_stamp(directory(pin)) != stamp(pin):
            raise Failure(f"{directory(pin)} is missing; run fetch_corpus.sh first")
    label = f"sample of {wanted}\n" + "".join(stamp(pin) for pin in chosen)
    files = sorted(path for pin in chosen for path in source_files(pin, (".py",)))
    if wanted > len(files):
        raise Failure(f"{wanted} files were asked for, the corpus has {len(files)}")
    picked = [files[i * len(files) // wanted] for i in range(wanted)]
    if read_stamp(to) != label:
        clear(to)
        for path in picked:
            target = to / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(CORPUS / path, target)
            os.utime(target, (0, 0))
        (to / STAMP).write_text(label, "utf-8")
    print(f"{wanted} files, {count_lines(to / path for path in picked)} lines in {to}")


def main(arguments):
    pins = read_lock()
    if arguments and arguments[0] == "--sample":
        sample(pins, int(arguments[1]), Path(arguments[2]))
        return
    if arguments:
        pins = only(pins, arguments[1])
        fetch(pins)
    else:
        remove_unpinned(pins)
        fetch(pins)
    files = [path for pin in pins for path in source_files(pin, (".py", ".pyi"))]
    python = sum(path.endswith(".py") for path in files)
    lines = count_lines(CORPUS / path for path in files)
    print(
        f"{len(files)} files ({python} .py, {len(files) - python} .pyi), "
        f"{lines} lines in {CORPUS}"
    )


try:
    main(sys.argv[1:])
except (Failure, OSError, tarfile.TarError) as failure:
    note(failure)
    sys.exit(1)
PYTHON
