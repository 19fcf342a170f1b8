"""How a file stands in the zip of a bundle (APPNOTE.TXT 4.3, 4.4): all of them
alike, so that two bundles of one archive do not differ, and so that it is seen
where another program has packed them anew.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator

_UNIX = 3
_MODE = 0o100644 << 16
TIME = (1980, 1, 1, 0, 0, 0)
LEVEL = 9
_HEADER = struct.Struct("<26x2H")
"""The local file header (4.3.7), of which the last tell how long name and extra field are."""
_LARGE = 1 << 31
"""From here on sizes and places stand in an extra field (4.5.3)."""
_LISTED = struct.Struct("<4s4B4H3L5H2L")
"""A file in the list at the end (4.3.12)."""
_END = struct.Struct("<4s4H2LH")
"""What stands after the list (4.3.16)."""
_MOST = 0xFFFF


def entry(name: str) -> zipfile.ZipInfo:
    """Return what stands in the zip for the file *name*."""
    info = zipfile.ZipInfo(name, TIME)
    info.create_system = _UNIX
    info.external_attr = _MODE
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def faults(archive: zipfile.ZipFile) -> list[str]:
    """Return what is not as :func:`entry` makes it: of a file, its name and what
    differs; of the whole, what belongs to no file.  Raises as *archive* does
    where it is damaged."""
    out, at = [], 0
    listed = sorted(archive.infolist(), key=lambda one: one.header_offset)
    for info in listed:
        if info.header_offset > at:
            out.append(f"{info.header_offset - at:,} bytes before {info.filename} are no file's")
        size, whole = _header(archive, info)
        at = info.header_offset + size + info.compress_size
        wrong = [*_differing(info)] or ([] if whole else ["the header before it is another"])
        if wrong:
            out.append(f"{info.filename}: {', '.join(wrong)}")
    if archive.start_dir > at:
        out.append(f"{archive.start_dir - at:,} bytes after the last file are no file's")
    payload = [info.filename for info in listed if "/data/" in info.filename]
    if payload != sorted(payload):
        out.append("the files below data/ are not in the order of their names")
    if not out and not _is_listed(archive, listed, at):
        out.append("the list of files at the end is not what was written")
    return out


def _differing(info: zipfile.ZipInfo) -> Iterator[str]:
    """Yield how the list of the zip tells of a file otherwise than :func:`entry`."""
    wanted = entry(info.filename)
    if info.date_time != wanted.date_time:
        yield f"its time is {_day(info.date_time)}, not {_day(wanted.date_time)}"
    if (info.create_system, info.external_attr) != (wanted.create_system, wanted.external_attr):
        yield f"its mode is {_mode(info)}, not {_mode(wanted)}"
    if info.compress_type != wanted.compress_type:
        yield "it is packed in another way"
    if info.comment or (info.extra and info.header_offset + info.file_size < _LARGE):
        yield "more stands beside it"


def _header(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> tuple[int, bool]:
    """Return the length of the header before a file's bytes, and whether it is
    what :func:`entry` makes."""
    assert archive.fp is not None
    archive.fp.seek(info.header_offset)
    header = archive.fp.read(_HEADER.size)
    if len(header) < _HEADER.size:
        return len(header), False
    header += archive.fp.read(sum(_HEADER.unpack(header)))
    large = info.file_size >= _LARGE
    return len(header), large or header == _written(info).FileHeader()


def _written(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """Return the entry of the same file as it is written."""
    out = entry(info.filename)
    out.CRC, out.compress_size, out.file_size = info.CRC, info.compress_size, info.file_size
    return out


def _is_listed(archive: zipfile.ZipFile, files: list[zipfile.ZipInfo], start: int) -> bool:
    """Tell whether the list of *files*, which begins at *start*, and the end
    are what is written."""
    if start >= _LARGE or len(files) >= _MOST:
        return True
    wanted = b"".join(map(_line, files))
    number = len(files)
    wanted += _END.pack(b"PK\5\6", 0, 0, number, number, len(wanted), start, 0)
    assert archive.fp is not None
    archive.fp.seek(start)
    return archive.fp.read(len(wanted) + 1) == wanted


def _line(info: zipfile.ZipInfo) -> bytes:
    """Return what the list at the end says of a file, but for the name the same
    as in the header before it."""
    header = _written(info).FileHeader()
    flags, packed_in, time, day = struct.unpack_from("<4H", header, 6)
    name = header[_HEADER.size :]
    head = _LISTED.pack(
        b"PK\1\2", 20, _UNIX, 20, 0, flags, packed_in, time, day, info.CRC, info.compress_size,
        info.file_size, len(name), 0, 0, 0, 0, _MODE, info.header_offset,
    )  # fmt: skip
    return head + name


def _day(time: tuple[int, ...]) -> str:
    return "{:04}-{:02}-{:02} {:02}:{:02}:{:02}".format(*time)


def _mode(info: zipfile.ZipInfo) -> str:
    system = "" if info.create_system == _UNIX else f" of system {info.create_system}"
    low = info.external_attr & 0xFFFF
    return f"{info.external_attr >> 16:06o}{f'+{low:x}' if low else ''}{system}"
