#!/bin/sh
# Makes ventanilla-icons.ttf, the one icon font of the window and the paper.
#
# Source: the drawings (SVG) and code points of Lucide, npm package lucide-static, names in icons.txt.
# Lucide ships a font too, but it is traced and its circles have corners; here each stroke is outlined exactly.
# Needs: npm (only to download one package), python3 with venv. Writes beside itself; same input, same bytes.
set -eu

HERE=$(cd "$(dirname "$0")" && pwd)
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
cd "$WORK"

npm --silent pack lucide-static@1.62.0 >/dev/null
tar xzf lucide-static-1.62.0.tgz
python3 -m venv venv
venv/bin/pip -q install fonttools==4.60.1 picosvg==0.22.3 skia-pathops==0.9.1

SOURCE_DATE_EPOCH=0 venv/bin/python "$HERE/make_icons.py" package "$HERE/icons.txt" "$HERE/ventanilla-icons.ttf"
cp package/LICENSE "$HERE/LICENSE-lucide.txt"
ls -l "$HERE/ventanilla-icons.ttf"
