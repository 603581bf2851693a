#!/usr/bin/env bash
# Builds ventanilla.exe on Debian and tries it out under wine.
#
#   packaging/windows/build.sh                builds it, then tries it
#   packaging/windows/build.sh --only-build
#
# What is missing is installed as root, or with a sudo that asks for nothing. Everything stays in
# ${VENTANILLA_WINDOWS_CACHE:-${VENTANILLA_CACHE:-~/.cache/ventanilla}/windows}: the program in
# target/x86_64-pc-windows-gnu/release, the picture of its window in smoke.png.
# Wine is a smoke test: it tells that the program starts there, not that it is right on Windows.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../.."

home=${VENTANILLA_WINDOWS_CACHE:-${VENTANILLA_CACHE:-$HOME/.cache/ventanilla}/windows}
target=x86_64-pc-windows-gnu
export CARGO_TARGET_DIR=$home/target

# What is run, and the package that brings it.
build_programs=(x86_64-w64-mingw32-gcc:gcc-mingw-w64-x86-64-win32)
smoke_programs=(wine:wine wineserver:wine Xvfb:xvfb xdotool:xdotool import:imagemagick identify:imagemagick)

# need PROGRAM:PACKAGE...: installs what is missing.
need() {
    local pair as_root=() absent=()
    for pair in "$@"; do
        command -v "${pair%%:*}" >/dev/null || absent+=("${pair#*:}")
    done
    [ "${#absent[@]}" -gt 0 ] || return 0
    [ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
    printf 'Installing %s\n' "${absent[*]}"
    "${as_root[@]}" apt-get -qq update </dev/null &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
            apt-get -qq install --no-install-recommends "${absent[@]}" </dev/null >/dev/null
}

need "${build_programs[@]}"

sysroot=$home/sysroot
before=$(cat "$sysroot/.stamp" 2>/dev/null || true)
"$here/std.sh" "$sysroot"
# Cargo does not notice that the standard library is another one.
if [ "$before" != "$(cat "$sysroot/.stamp")" ]; then
    rm -rf "${CARGO_TARGET_DIR:?}/$target"
fi

export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc
# Without the paths of this machine in what a panic says.
export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUSTFLAGS="--sysroot $sysroot --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=/crates"
cargo build --locked --release --target "$target"
program=$CARGO_TARGET_DIR/$target/release/ventanilla.exe
printf '%s  %s bytes\n' "$program" "$(stat -c %s "$program")"

if [ "${1:-}" = --only-build ]; then
    exit 0
fi
need "${smoke_programs[@]}"
"$here/smoke.sh" "$program" "$home/smoke.png"
