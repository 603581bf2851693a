#!/usr/bin/env bash
# Every test there is: cargo's own, then a walk in a real window.
#
# The walk needs a screen of its own and some programs. On Debian and Ubuntu this installs what is missing, as root or
# with a sudo that asks for nothing. Anywhere else it says what it leaves out; with VENTANILLA_ALL=1 that is a failure.
# Builds are kept in ${CARGO_TARGET_DIR:-${VENTANILLA_CACHE:-~/.cache/ventanilla}/target}, pictures of the walk in its
# folder «window».
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-${VENTANILLA_CACHE:-$HOME/.cache/ventanilla}/target}

# What the walk runs, and the package that brings it.
programs=(
    Xvfb:xvfb
    setxkbmap:x11-xkb-utils
    openbox:openbox
    xdotool:xdotool
    xclip:xclip
    import:imagemagick
    compare:imagemagick
    identify:imagemagick
    convert:imagemagick
    pdftotext:poppler-utils
    chattr:e2fsprogs
    pdftoppm:poppler-utils
    pdffonts:poppler-utils
    qpdf:qpdf
    zbarimg:zbar-tools
)
# What the window loads when it opens, and the package that brings it.
libraries=(
    libX11.so.6:libx11-6
    libX11-xcb.so.1:libx11-xcb1
    libXcursor.so.1:libxcursor1
    libXi.so.6:libxi6
    libxkbcommon.so.0:libxkbcommon0
    libxkbcommon-x11.so.0:libxkbcommon-x11-0
)

# missing: the packages of what is not there, each once.
missing() {
    local pair known
    known=$(ldconfig -p 2>/dev/null || /sbin/ldconfig -p)
    {
        for pair in "${programs[@]}"; do
            command -v "${pair%%:*}" >/dev/null || echo "${pair#*:}"
        done
        for pair in "${libraries[@]}"; do
            grep -qF "${pair%%:*} " <<<"$known" || echo "${pair#*:}"
        done
    } | sort -u
}

# install PACKAGE...: as far as this machine lets us.
install() {
    local as_root=()
    command -v apt-get >/dev/null || return 1
    if [ "$(id -u)" -ne 0 ]; then
        sudo -n true 2>/dev/null || return 1
        as_root=(sudo -n)
    fi
    printf 'Installing %s\n' "$*"
    "${as_root[@]}" apt-get -qq update </dev/null &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
            apt-get -qq install --no-install-recommends "$@" </dev/null >/dev/null
}

mapfile -t absent < <(missing)
if [ "${#absent[@]}" -gt 0 ]; then
    install "${absent[@]}" || true
    mapfile -t absent < <(missing)
fi
if [ "${#absent[@]}" -gt 0 ] && [ "${VENTANILLA_ALL:-}" = 1 ]; then
    printf 'The walk in a real window can not run here: %s missing.\n' "${absent[*]}" >&2
    exit 1
fi

cargo test --locked

if [ "${#absent[@]}" -gt 0 ]; then
    printf '\nLeft out: the walk in a real window. It needs these packages: %s\n' "${absent[*]}"
    exit 0
fi
printf '\n'
tests/window/walk.sh "$CARGO_TARGET_DIR/debug/ventanilla" "$CARGO_TARGET_DIR/window"
