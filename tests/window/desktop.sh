# shellcheck shell=bash
# A small desktop for a real window: a screen, a window manager, hands and eyes. Sourced by walk.sh.
#
# A key is pressed only when the one before has been answered: `key` waits until the picture has changed and the
# program sleeps. Nothing here waits for a guessed time, except between two looks. Linux only: it looks into /proc.

# Pictures that differ by this many pixels or fewer are the same: a cursor blinks in one of them.
SAME=60
# Seconds after which a step is lost. A slow machine may set more.
PATIENCE=${VENTANILLA_PATIENCE:-20}

# Some machines put something else called import or compare before ImageMagick's.
tool() {
    if [ -x "/usr/bin/$1" ]; then printf '/usr/bin/%s' "$1"; else command -v "$1"; fi
}
import=$(tool import)
compare=$(tool compare)
identify=$(tool identify)
convert=$(tool convert)

window_manager=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/openbox.xml
room=$(mktemp -d)
pictures=""
pids=()
step_name="start"
window_pid=""
screen_pid=""

# Leaves nothing running and nothing behind. Ends only what this script started.
clean_up() {
    for pid in "${pids[@]}"; do
        kill "$pid" 2>/dev/null || true
    done
    wait 2>/dev/null || true
    rm -rf "$room"
}

step() {
    step_name=$1
    printf '  %s  %s\n' "$(date +%H:%M:%S)" "$1"
}

# Says which step was lost and keeps a picture of the window as it was.
lost() {
    picture "lost"
    printf '\nlost at «%s»: %s\n' "$step_name" "$1" >&2
    if [ -n "$window_pid" ] && has_ended; then
        local code=0
        { wait "$window_pid"; } 2>/dev/null || code=$?
        printf 'the program has ended by itself, with %d\n' "$code" >&2
    fi
    [ -z "$pictures" ] || printf 'the window as it was: %s/lost.png\n' "$pictures" >&2
    if [ -s "$room/program.log" ]; then
        printf 'what the program said:\n' >&2
        tail -n 20 "$room/program.log" >&2
    fi
    exit 1
}

# until_true WHAT COMMAND...: repeats the command until it succeeds.
until_true() {
    local what=$1 end=$((SECONDS + PATIENCE))
    shift
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$end" ] || lost "$what did not happen in $PATIENCE s"
        sleep 0.1
    done
}

# screen WIDTHxHEIGHT: a new screen with a window manager and a Latin American keyboard.
screen() {
    rm -f "$room/display"
    mkfifo "$room/display"
    exec 7<>"$room/display"
    Xvfb -displayfd 7 -screen 0 "$1x24" -noreset -nolisten tcp >"$room/xvfb.log" 2>&1 &
    screen_pid=$!
    pids+=("$screen_pid")
    local number=""
    read -r -t "$PATIENCE" -u 7 number || lost "Xvfb did not start: $(tail -n 3 "$room/xvfb.log")"
    exec 7<&-
    export DISPLAY=":$number"
    setxkbmap -layout latam
    openbox --sm-disable --config-file "$window_manager" >"$room/openbox.log" 2>&1 &
    pids+=($!)
    until_true "the window manager" xdotool get_num_desktops
    # The pointer rests where it lights up nothing.
    xdotool mousemove "$((${1%x*} - 1))" "$((${1#*x} - 1))"
}

# look FILE: what is on the screen now.
look() {
    "$import" -silent -window root -depth 8 "$1" 2>/dev/null
}

# differ A B: how many pixels are not the same.
differ() {
    local count
    count=$("$compare" -metric AE "$1" "$2" null: 2>&1) || true
    printf '%.0f' "${count%% *}" 2>/dev/null || printf 999999
}

# is_busy: whether the program or the screen has something to do still, by what the system says of their threads.
is_busy() {
    local stat line
    for stat in /proc/"$window_pid"/task/*/stat /proc/"$screen_pid"/stat; do
        { read -r line <"$stat"; } 2>/dev/null || continue
        line=${line##*) }
        [[ $line != [RD]* ]] || return 0
    done
    return 1
}

# settle: waits until the program has answered everything: it sleeps, and is found asleep again and again. Where the
# machine is so busy that a blinking cursor keeps it awake, a picture that stays the same for a second will do.
settle() {
    local end=$((SECONDS + PATIENCE)) quiet=0 looked=$SECONDS
    look "$room/last.ppm" || true
    while [ "$quiet" -lt 6 ]; do
        [ "$SECONDS" -lt "$end" ] || lost "the window does not come to rest"
        if is_busy; then quiet=0; else quiet=$((quiet + 1)); fi
        sleep 0.025
        if [ $((SECONDS - looked)) -gt 1 ]; then
            look "$room/now.ppm" || true
            [ "$(differ "$room/last.ppm" "$room/now.ppm")" -gt "$SAME" ] || return 0
            mv "$room/now.ppm" "$room/last.ppm"
            looked=$SECONDS
        fi
    done
}

# rest BEFORE: waits until the window rests and is not as in the picture BEFORE any more.
rest() {
    local end=$((SECONDS + PATIENCE))
    settle
    until look "$room/now.ppm" && [ "$(differ "$1" "$room/now.ppm")" -gt "$SAME" ]; do
        [ "$SECONDS" -lt "$end" ] || lost "the window did not answer"
        settle
    done
}

# key KEY...: presses each key and waits for what it does.
key() {
    local one
    for one in "$@"; do
        look "$room/before.ppm"
        xdotool key "$one"
        rest "$room/before.ppm"
    done
}

# strike KEY: presses a key that need not change the picture.
strike() {
    xdotool key "$1"
    settle
}

# write TEXT: types it key by key as on a Latin American keyboard, accents by their dead key.
write() {
    local text=$1 keys=() i
    for ((i = 0; i < ${#text}; i++)); do
        case ${text:i:1} in
        [a-zA-Z0-9]) keys+=("${text:i:1}") ;;
        " ") keys+=(space) ;;
        .) keys+=(period) ;;
        -) keys+=(minus) ;;
        @) keys+=(at) ;;
        /) keys+=(slash) ;;
        ñ) keys+=(ntilde) ;;
        Ñ) keys+=(Ntilde) ;;
        á) keys+=(dead_acute a) ;;
        é) keys+=(dead_acute e) ;;
        í) keys+=(dead_acute i) ;;
        ó) keys+=(dead_acute o) ;;
        ú) keys+=(dead_acute u) ;;
        Á) keys+=(dead_acute A) ;;
        ü) keys+=(dead_diaeresis u) ;;
        *) lost "no key is known for «${text:i:1}»" ;;
        esac
    done
    look "$room/before.ppm"
    xdotool key --delay 25 "${keys[@]}"
    # A letter or two change no more than a cursor does.
    if [ "${#text}" -gt 2 ]; then rest "$room/before.ppm"; else settle; fi
}

# fill TEXT: writes it into the field that has the focus, and goes on to the next one.
fill() {
    write "$1"
    key Return
}

# picture NAME: keeps what is on the screen.
picture() {
    [ -n "$pictures" ] && [ -n "${DISPLAY:-}" ] || return 0
    look "$pictures/$1.png" || true
}

# start COMMAND...: starts a program that has a window.
start() {
    "$@" >"$room/program.log" 2>&1 &
    window_pid=$!
    pids+=("$window_pid")
}

# open_window COMMAND...: starts it and waits until its window is painted and rests.
open_window() {
    start "$@"
    until_true "the window" a_window_is_there
    until_true "the first picture" is_painted
    until_true "the focus" xdotool getwindowfocus getwindowname
    settle
}

a_window_is_there() {
    ! has_ended || lost "there is no window"
    xdotool search --onlyvisible --class ventanilla
}

# Anything but one colour.
is_painted() {
    look "$room/now.ppm" && [ "$("$identify" -format '%k' "$room/now.ppm")" -gt 8 ]
}

# window_title: what the desktop calls it.
window_title() {
    xdotool search --onlyvisible --class ventanilla getwindowname 2>/dev/null
}

# close_window: as a clerk does, and waits until the program has ended.
close_window() {
    xdotool key alt+F4
    until_true "the end of the program" has_ended
    wait "$window_pid" || lost "the program ended with $?"
}

# cut_off: as when the power fails.
cut_off() {
    kill -KILL "$window_pid" || lost "there was nothing to cut off"
    { wait "$window_pid"; } 2>/dev/null || true
}

has_ended() {
    ! kill -0 "$window_pid" 2>/dev/null
}
