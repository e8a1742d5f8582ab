"""Documents made by hand, part by part."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODF_SPACES = " ".join(
    f'xmlns:{name}="{ODF}:{name}:1.0"' for name in ("office", "text", "table", "style", "drawing")
) + (
    f' xmlns:draw="{ODF}:drawing:1.0" xmlns:fo="{ODF}:xsl-fo-compatible:1.0"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
MIMETYPE = "application/vnd.oasis.opendocument.text"


def zipped(parts, method=zipfile.ZIP_DEFLATED):
    """Return a zip file with these parts."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return held.getvalue()


def links(**targets):
    """Return the part that names other parts, by what they are."""
    rows = "".join(
        f'<Relationship Id="r{at}" Type="{R}/{name}" Target="{target}"/>'
        for at, (name, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{LINKS}">{rows}</Relationships>'


def docx(body, **others):
    """Return a Word document with this inside its body; `others` are further parts by name."""
    names = {name: f"{name}.xml" for name in others}
    parts = {
        "_rels/.rels": links(officeDocument="word/document.xml"),
        "word/_rels/document.xml.rels": links(**names),
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
    }
    for name, inside in others.items():
        parts[f"word/{name}.xml"] = f"<w:{name} {SPACES}>{inside}</w:{name}>"
    return zipped(parts)


def par(text, properties=""):
    """Return a paragraph of a Word document."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def run(text, properties=""):
    """Return a run of words of a Word document."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def odt(text, automatic="", **parts):
    """Return an OpenDocument text with this inside its text."""
    content = (
        f"<office:document-content {ODF_SPACES}>"
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{text}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": MIMETYPE, "content.xml": content, **parts})
