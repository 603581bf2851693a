#!/usr/bin/env bash
# Starts a ventanilla.exe under wine: its console, a demonstration campus, and its window with a person found by keys.
#
#   packaging/windows/smoke.sh VENTANILLA.EXE PICTURE.PNG
#
# Wine is not Windows: no printer, no dead keys, no scaling and no installer is seen here.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=$(readlink -f "${1:?the program}")
picture=$(readlink -m "${2:?the picture}")

room=$(mktemp -d)
export WINEPREFIX=$room/prefix WINEARCH=win64 WINEDEBUG=-all
export WINEDLLOVERRIDES="mscoree,mshtml=,winemenubuilder.exe=d"
screen_pid=""

clean_up() {
    wineserver -k 2>/dev/null || true
    [ -z "$screen_pid" ] || kill "$screen_pid" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$room"
}
trap clean_up EXIT

lost() {
    printf 'lost: %s\n' "$1" >&2
    exit 1
}

# until_true WHAT COMMAND...: repeats the command until it succeeds.
until_true() {
    local what=$1 end=$((SECONDS + ${VENTANILLA_PATIENCE:-90}))
    shift
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$end" ] || lost "$what did not happen"
        sleep 0.5
    done
}

# Some machines put something else called import before ImageMagick's.
import=/usr/bin/import
[ -x "$import" ] || import=$(command -v import)

# The screen first: even a console program of wine looks for one.
mkfifo "$room/display"
exec 7<>"$room/display"
Xvfb -displayfd 7 -screen 0 1366x768x24 -noreset -nolisten tcp >"$room/xvfb.log" 2>&1 &
screen_pid=$!
read -r -t 30 -u 7 number || lost "there is no screen: $(tail -n 3 "$room/xvfb.log")"
exec 7<&-
export DISPLAY=":$number"

wine wineboot --init >"$room/wine.log" 2>&1 || lost "wine: $(tail -n 5 "$room/wine.log")"
wineserver -w
x86_64-w64-mingw32-gcc -O2 -shared -s -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" \
    "$here/bcryptprimitives.c" -ladvapi32
cp "$program" "$WINEPREFIX/drive_c/ventanilla.exe"

# console WHAT ARGUMENT...: runs a command of the console and shows what it says.
console() {
    local what=$1 said code=0
    shift
    said=$(cd "$WINEPREFIX/drive_c" && wine ventanilla.exe "$@" </dev/null 2>"$room/console.err") || code=$?
    printf '%s\n' "$said" | tr -d '\r' | sed 's/^/    /'
    [ "$code" -eq 0 ] || lost "$what ended with $code: $(cat "$room/console.err")"
    [ -n "$said" ] || lost "$what said nothing"
}

printf '  revisar\n'
console revisar revisar nss 48190600428
printf '  demo\n'
console demo demo --datos 'C:\datos' --estudiantes 300
printf '  verificar\n'
console verificar verificar --datos 'C:\datos'

printf '  window\n'
(cd "$WINEPREFIX/drive_c" && exec wine explorer /desktop=ventanilla,1366x768 ventanilla.exe \
    --datos 'C:\datos' --ahora 2026-11-21T10:30) >"$room/window.log" 2>&1 &

colours() {
    "$import" -silent -window root -depth 8 "$room/now.png" &&
        identify -format '%k' "$room/now.png"
}
# Before it is painted there is a bare desktop of a few colours.
shows_ventanilla() {
    [ "$(colours)" -gt 60 ]
}
copy_is_verified() {
    compgen -G "$WINEPREFIX/drive_c/datos/copias/ventanilla-*.json" &&
        compgen -G "$WINEPREFIX/drive_c/datos/copias/ventanilla-*.db"
}
until_true "the window" shows_ventanilla
# Its first act of the day; the manifest is written once the copy was verified.
until_true "the copy of the day" copy_is_verified
sleep 2
cp "$room/now.png" "$room/before.png"
# Keys arrive: a search leaves another picture.
xdotool type --delay 60 "ram"
sleep 3
"$import" -silent -window root -depth 8 "$picture"
! cmp -s "$room/before.png" "$picture" || lost "the keys changed nothing in the window"
printf 'The window, after a search: %s\n' "$picture"
