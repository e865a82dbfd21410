"""Puts a picture on the first sheet of a workbook, as an agency puts its logo there."""

from __future__ import annotations

import io
import zipfile

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
_SHEET, _LINKS = "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels"
#: What stands behind the drawing in a sheet (CT_Worksheet).
_BEHIND = ("<legacyDrawing", "<tableParts", "<extLst", "</worksheet>")


def with_logo(data: bytes, first: int, last: int, picture: bytes = b"a logo") -> bytes:
    """The workbook with a picture that reaches from one row to another, both counted from 0."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts[_SHEET].decode()
    at = min(sheet.index(mark) for mark in _BEHIND if mark in sheet)
    parts[_SHEET] = f'{sheet[:at]}<drawing xmlns:r="{_OFFICE}" r:id="rId77"/>{sheet[at:]}'.encode()
    links = parts.get(_LINKS, f'<Relationships xmlns="{_PACKAGE}"></Relationships>'.encode()).decode()
    own = f'<Relationship Id="rId77" Type="{_OFFICE}/drawing" Target="../drawings/drawing77.xml"/></Relationships>'
    parts[_LINKS] = links.replace("</Relationships>", own).encode()
    parts["xl/drawings/drawing77.xml"] = _drawing(first, last).encode()
    shown = f'<Relationship Id="rId1" Type="{_OFFICE}/image" Target="../media/image77.png"/>'
    parts["xl/drawings/_rels/drawing77.xml.rels"] = (
        f'<Relationships xmlns="{_PACKAGE}">{shown}</Relationships>'.encode()
    )
    parts["xl/media/image77.png"] = picture
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _drawing(first: int, last: int) -> str:
    corner = (
        "<xdr:{0}><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff>"
        "<xdr:row>{1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:{0}>"
    )
    return (
        f'<xdr:wsDr xmlns:xdr="{_DRAWN}/spreadsheetDrawing" xmlns:a="{_DRAWN}/main" xmlns:r="{_OFFICE}">'
        f"<xdr:twoCellAnchor>{corner.format('from', first)}{corner.format('to', last)}<xdr:pic>"
        '<xdr:nvPicPr><xdr:cNvPr id="2" name="Logo"/><xdr:cNvPicPr/></xdr:nvPicPr>'
        '<xdr:blipFill><a:blip r:embed="rId1"/></xdr:blipFill><xdr:spPr/></xdr:pic><xdr:clientData/>'
        "</xdr:twoCellAnchor></xdr:wsDr>"
    )
