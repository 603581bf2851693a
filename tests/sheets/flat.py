"""Sheets as flat OpenDocument XML, which LibreOffice opens as if somebody had typed them."""

from xml.sax.saxutils import escape, quoteattr

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in [
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("number", "datastyle"),
        ("fo", "xsl-fo-compatible"),
    ]
)
SPACES += ' xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"'

PART = {
    "d": '<number:day number:style="long"/>',
    "m": '<number:month number:style="long"/>',
    "y": '<number:year number:style="long"/>',
    "H": '<number:hours number:style="long"/>',
    "M": '<number:minutes number:style="long"/>',
    "S": '<number:seconds number:style="long"/>',
}


def pattern(letters):
    return "".join(PART.get(letter, f"<number:text>{letter}</number:text>") for letter in letters)


STYLES = f"""
<number:date-style style:name="N1" number:language="es" number:country="MX">{pattern("d/m/y")}</number:date-style>
<number:date-style style:name="N2" number:language="es" number:country="MX">{pattern("d/m/y H:M:S")}</number:date-style>
<number:time-style style:name="N3">{pattern("H:M:S")}</number:time-style>
<number:time-style style:name="N4" number:truncate-on-overflow="false">{pattern("H:M:S")}</number:time-style>
<number:text-style style:name="N5"><number:text-content/></number:text-style>
<number:boolean-style style:name="N6"><number:boolean/></number:boolean-style>
<style:style style:name="day" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="moment" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="hour" style:family="table-cell" style:data-style-name="N3"/>
<style:style style:name="lapse" style:family="table-cell" style:data-style-name="N4"/>
<style:style style:name="plain" style:family="table-cell" style:data-style-name="N5"/>
<style:style style:name="truth" style:family="table-cell" style:data-style-name="N6"/>
<style:style style:name="shown" style:family="table"><style:table-properties table:display="true"/></style:style>
<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>
"""


class Row(list):
    """A row of cells; `hidden` rows are there all the same."""

    def __init__(self, cells, hidden=False):
        super().__init__(cells)
        self.hidden = hidden


class Merged:
    """A text over several columns."""

    def __init__(self, text, width):
        self.text = text
        self.width = width


class Formula:
    """A formula, as LibreOffice writes it: what it shows is what LibreOffice computes."""

    def __init__(self, formula, kind="string"):
        self.formula = formula
        self.kind = kind


def paragraphs(text):
    return "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))


def cell(value):
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, Merged):
        first = f'<table:table-cell office:value-type="string" table:number-columns-spanned="{value.width}" table:number-rows-spanned="1">{paragraphs(value.text)}</table:table-cell>'
        return first + "<table:covered-table-cell/>" * (value.width - 1)
    if isinstance(value, Formula):
        formula = quoteattr("of:" + value.formula)
        return f'<table:table-cell table:formula={formula} office:value-type="{value.kind}"/>'
    if isinstance(value, bool):
        truth = "true" if value else "false"
        return f'<table:table-cell table:style-name="truth" office:value-type="boolean" office:boolean-value="{truth}"/>'
    if isinstance(value, (int, float)):
        value = {"number": value}
    if isinstance(value, dict):
        kind, written = next(iter(value.items()))
        if kind == "number":
            return f'<table:table-cell office:value-type="float" office:value="{written}"/>'
        if kind == "date":
            style = "moment" if "T" in written else "day"
            return f'<table:table-cell table:style-name="{style}" office:value-type="date" office:date-value="{written}"/>'
        if kind in ("hour", "lapse"):
            return f'<table:table-cell table:style-name="{kind}" office:value-type="time" office:time-value="{written}"/>'
    return f'<table:table-cell table:style-name="plain" office:value-type="string">{paragraphs(value)}</table:table-cell>'


def table(name, rows, hidden=False):
    style = "hidden" if hidden else "shown"
    written = []
    for row in rows:
        if row is None:
            row = []
        shown = ' table:visibility="collapse"' if getattr(row, "hidden", False) else ""
        cells = "".join(cell(value) for value in row) or "<table:table-cell/>"
        written.append(f"<table:table-row{shown}>{cells}</table:table-row>")
    rows = "".join(written) or "<table:table-row><table:table-cell/></table:table-row>"
    return f"<table:table table:name={quoteattr(name)} table:style-name=\"{style}\">{rows}</table:table>"


def document(tables):
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<office:document {SPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
        f"<office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body></office:document>"
    )
