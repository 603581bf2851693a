"""Lucide's strokes as outlines in a TrueType font: the second half of make-icons.sh.

The 24-unit grid becomes an em of 960, so a grid unit is 40 font units and nothing is rounded off by much. The em box
is the icon: ascent 960, descent 0, advance 960. A glyph set at s points is drawn in a square of s points that stands
on the baseline.
"""

import json
import pathlib
import sys

import pathops
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.svgLib.path import parse_path
from picosvg.svg import SVG

GRID = 24
UNIT = 40
EM = GRID * UNIT
STROKE = 2
# Strokes are outlined at this many times their size, where the outliner's own tolerance does not show.
FINE = 4
CURVE_ERROR = 0.5
# In seconds since 1904, as fonts count: the file carries no date of its own, so that it can be made again.
UNIX_EPOCH = 2082844800


def outline(svg_file):
    """One drawing as a TrueType glyph: strokes outlined and merged, y turned upwards."""
    ink = pathops.Path()
    for shape in SVG.fromstring(svg_file.read_text()).shapes():
        stroke = pathops.Path()
        parse_path(shape.as_path().d, TransformPen(stroke.getPen(), (UNIT * FINE, 0, 0, -UNIT * FINE, 0, EM * FINE)))
        stroke.stroke(STROKE * UNIT * FINE, pathops.LineCap.ROUND_CAP, pathops.LineJoin.ROUND_JOIN, 4)
        stroke.convertConicsToQuads(CURVE_ERROR * FINE)
        ink.addPath(stroke)
    ink.simplify(fix_winding=True, clockwise=True)
    glyph = TTGlyphPen(None)
    ink.draw(TransformPen(Cu2QuPen(glyph, CURVE_ERROR), (1 / FINE, 0, 0, 1 / FINE, 0, 0)))
    return glyph.glyph()


def main(package, list_file, font_file):
    names = pathlib.Path(list_file).read_text().split()
    points = json.loads((package / "font" / "codepoints.json").read_text())
    order = [".notdef"] + sorted(names, key=points.__getitem__)
    glyphs = {name: outline(package / "icons" / f"{name}.svg") for name in names}
    glyphs[".notdef"] = TTGlyphPen(None).glyph()

    font = FontBuilder(EM, isTTF=True)
    font.setupGlyphOrder(order)
    font.setupCharacterMap({points[name]: name for name in names})
    font.setupGlyf(glyphs)
    font.setupHorizontalMetrics({name: (EM, getattr(glyphs[name], "xMin", 0)) for name in order})
    font.setupHorizontalHeader(ascent=EM, descent=0)
    font.setupNameTable(
        {
            "copyright": "Copyright (c) Lucide Icons and Contributors (ISC); Cole Bemis (Feather, MIT)",
            "familyName": "Ventanilla Icons",
            "styleName": "Regular",
            "uniqueFontIdentifier": "VentanillaIcons-Regular",
            "fullName": "Ventanilla Icons Regular",
            "version": "Version 1.000",
            "psName": "VentanillaIcons-Regular",
            "licenseDescription": "ISC License, and MIT License for the drawings that come from Feather",
            "licenseInfoURL": "https://lucide.dev/license",
        },
        mac=False,
    )
    font.setupOS2(
        sTypoAscender=EM, sTypoDescender=0, sTypoLineGap=0, usWinAscent=EM, usWinDescent=0, usWeightClass=400
    )
    font.setupPost(keepGlyphNames=True)
    font.updateHead(created=UNIX_EPOCH, modified=UNIX_EPOCH)
    font.font.recalcTimestamp = False
    font.save(font_file)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3])
