"""Compound files ([MS-CFB]): encrypted Office files and the old binary formats. Only told apart, never read."""

from __future__ import annotations

import io

from hsbdocs.model.arrival import Unreadable, Why

MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
_OLD = ("worddocument", "workbook", "book", "powerpoint document")


def why_unreadable(data: bytes) -> Why:
    """Why the compound file ``data`` is not read: encrypted, an old format, another type, or damaged."""
    import olefile  # few files need it, and it is a while in coming

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            names = {entry[0].lower() for entry in ole.listdir(streams=True, storages=True)}
    except Exception:  # a damaged file can make the library raise nearly anything
        return Why(Unreadable.DAMAGED)
    if {"encryptedpackage", "encryptioninfo"} & names:
        return Why(Unreadable.ENCRYPTED)
    return Why(Unreadable.OLD_BINARY if names & set(_OLD) else Unreadable.WRONG_TYPE)
