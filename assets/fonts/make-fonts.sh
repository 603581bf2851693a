#!/bin/sh
# Makes the three committed text faces: Noto Sans Regular and Bold, Noto Sans Mono Regular.
#
# Sources are Debian 12's packages; the result is the same, byte for byte, wherever it is made:
#   characters  U+0020-017F, U+2010-2026, the euro and the trade mark: all that Spanish names and forms need;
#               anything outside is named to the clerk before it is printed (print::fonts::missing)
#   no kerning, no ligatures: screen, paper and our own measuring advance by the same table of widths
#   no hinting: the renderers we use ignore it, and it is half of each file
# Needs: apt (Debian or Ubuntu), dpkg-deb, python3 with venv. Writes beside itself.
set -eu

HERE=$(cd "$(dirname "$0")" && pwd)
CORE=fonts-noto-core=20201225-1
MONO=fonts-noto-mono=20201225-1
FONTTOOLS=fonttools==4.60.1
CHARACTERS=U+0020-017F,U+2010-2026,U+20AC,U+2122

WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
chmod 755 "$WORK"
cd "$WORK"

apt-get -qq download "$CORE" "$MONO"
for package in *.deb; do dpkg-deb -x "$package" .; done
python3 -m venv venv
venv/bin/pip -q install "$FONTTOOLS"

for face in NotoSans-Regular NotoSans-Bold NotoSansMono-Regular; do
    SOURCE_DATE_EPOCH=0 venv/bin/pyftsubset "usr/share/fonts/truetype/noto/$face.ttf" \
        --unicodes="$CHARACTERS" \
        --layout-features='' \
        --no-hinting \
        --drop-tables+=GDEF,GPOS,GSUB,DSIG,gasp \
        --name-IDs='0,1,2,3,4,5,6,7,13,14' --name-languages='0x409' \
        --notdef-outline \
        --no-glyph-names \
        --no-recalc-timestamp \
        --output-file="$HERE/$face.ttf"
done
ls -l "$HERE"/*.ttf
