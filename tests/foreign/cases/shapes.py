"""Shapes drawn on the form, and text boxes: each twice, for new programs and for old ones, as Word writes them."""

from tests.foreign.word import Xml, fresh

_ANCHOR = (
    '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="251659264" behindDoc="0" '
    'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">'
    '<wp:posOffset>{left}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph">'
    '<wp:posOffset>-30000</wp:posOffset></wp:positionV><wp:extent cx="{width}" cy="{height}"/>'
    '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="{number}" name="{name}"/>'
    "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
    'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/><wps:spPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="{shape}"><a:avLst/>'
    '</a:prstGeom><a:noFill/><a:ln w="19050"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln></wps:spPr>'
    "{text}<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
)


def ellipse() -> Xml:
    """A red ellipse around the words that follow."""
    drawn = _ANCHOR.format(
        left=-60000, width=2600000, height=260000, number=fresh(), name="Oval 1", shape="ellipse", text=""
    )
    old = '<v:oval style="position:absolute;width:205pt;height:20pt" filled="f" strokecolor="red"/>'
    return _both(drawn, old)


def text_box(paragraphs: str) -> Xml:
    """A text box with paragraphs in it."""
    inside = f"<w:txbxContent>{paragraphs}</w:txbxContent>"
    drawn = _ANCHOR.format(
        left=3000000, width=2000000, height=500000, number=fresh(), name="Text Box 2", shape="rect",
        text=f"<wps:txbx>{inside}</wps:txbx>",
    )  # fmt: skip
    old = (
        '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>'
        '<v:shape type="#_x0000_t202" style="position:absolute;width:157pt;height:39pt">'
        f"<v:textbox>{inside}</v:textbox></v:shape>"
    )
    return _both(drawn, old)


def _both(drawn: str, old: str) -> Xml:
    return Xml(
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f"{drawn}</w:drawing></mc:Choice><mc:Fallback><w:pict>{old}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
