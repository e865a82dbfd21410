"""Compound files ([MS-CFB]): encrypted Office files and the old binary formats. Only told apart, never read."""

from __future__ import annotations

import io

import olefile

from hsbdocs.model.transcript import Unreadable

MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
_OLD = ("worddocument", "workbook", "book", "powerpoint document")


def why_unreadable(data: bytes) -> Unreadable:
    """Why the compound file ``data`` is not read: encrypted, an old format, another type, or damaged."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            names = {entry[0].lower() for entry in ole.listdir(streams=True, storages=True)}
    except Exception:  # a damaged file can make the library raise nearly anything
        return Unreadable.DAMAGED
    if {"encryptedpackage", "encryptioninfo"} & names:
        return Unreadable.ENCRYPTED
    return Unreadable.OLD_BINARY if names & set(_OLD) else Unreadable.WRONG_TYPE
