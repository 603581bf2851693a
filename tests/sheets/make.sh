#!/usr/bin/env bash
# Makes the sheets of this folder again, with the programs that make such sheets at a school: LibreOffice Calc writes
# XLSX, ODS, XLS, CSV, PDF and the workbooks with a password. What no program writes on purpose (a file cut short, sizes
# that lie) is made from one of those. The tests use the committed files; nobody needs LibreOffice to run them.
#
# On Debian: apt-get install --no-install-recommends libreoffice-calc python3-uno
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

VENTANILLA_SHEETS=$(mktemp -d)
export VENTANILLA_SHEETS
trap 'rm -rf "$VENTANILLA_SHEETS"' EXIT

# The people, thrown from a seed: names, CURP and NSS follow the rules of the program itself.
cargo test --quiet --test sheets -- --ignored written_down
# The system's own Python has the bridge to LibreOffice.
PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 make.py "$VENTANILLA_SHEETS" .
