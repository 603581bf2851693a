#!/usr/bin/env bash
# The first day of an office, walked by keyboard alone in a real window: what tests without a screen can't see.
#
# usage: tests/window/walk.sh PROGRAM [FOLDER-FOR-PICTURES]
#
# Needs Xvfb, openbox, xdotool, xclip, setxkbmap, ImageMagick, pdftotext, pdftoppm, qpdf and zbarimg. Works on a folder
# of its own that is thrown away; the pictures stay. VENTANILLA_PATIENCE=60 waits longer for each step.
set -euo pipefail

program=${1:?usage: walk.sh PROGRAM [FOLDER-FOR-PICTURES]}
shots=${2:-}

# The window speaks X11 here, at the size it is drawn, with the letters of the keyboard.
unset WAYLAND_DISPLAY WAYLAND_SOCKET XMODIFIERS
export LANG=C.UTF-8 LC_ALL=C.UTF-8 WINIT_X11_SCALE_FACTOR=1 VENTANILLA_SIN_VISOR=1

# shellcheck source=desktop.sh
. "$(dirname "${BASH_SOURCE[0]}")/desktop.sh"
trap clean_up EXIT
if [ -n "$shots" ]; then
    mkdir -p "$shots"
    pictures=$(cd "$shots" && pwd)
    rm -f "$pictures"/*.png
fi

# The folder of downloads is one of this walk's own.
export XDG_CONFIG_HOME="$room/config"
downloads="$room/Descargas"
sheets=$(cd "$(dirname "${BASH_SOURCE[0]}")/../sheets" && pwd)
mkdir -p "$downloads" "$XDG_CONFIG_HOME"
printf 'XDG_DOWNLOAD_DIR="%s"\n' "$downloads" >"$XDG_CONFIG_HOME/user-dirs.dirs"

# A Saturday, nine days before the cut of the 30th.
NOW=2026-11-21T10:30
data="$room/datos"
papers="$data/Documentos"

ventanilla=("$program" --datos "$data" --ahora "$NOW")

open_ventanilla() {
    open_window "${ventanilla[@]}"
}

console() {
    "${ventanilla[@]}" "$@"
}

# says TEXT COMMAND...: what the command prints has this text in it.
says() {
    local text=$1 told
    shift
    told=$("$@" 2>&1) || lost "$* ended with $?: $told"
    [[ $told == *"$text"* ]] || lost "$* does not say «$text»: $told"
}

# cut_says TEXT: what the register tells about the cut of the 30th has this text in it.
cut_says() {
    [[ $(console corte 2026-11-30 --json) == *"$1"* ]]
}

# there_are PATTERN NUMBER: so many papers of that name.
there_are() {
    [ "$(find "$papers" -name "$1" | wc -l)" -eq "$2" ]
}

# Every envío of the cut of the 30th has all its answers.
all_answered() {
    local waiting
    waiting=$(console corte 2026-11-30 --json | grep -o '"sin_respuesta":[0-9]*' | sort -u)
    [ "$waiting" = '"sin_respuesta":0' ]
}

# is_told TEXT MATRÍCULA: what the register tells about somebody has this text in it.
is_told() {
    says "$1" console ficha "$2"
}

# clipboard_has TEXT: another program would paste it.
clipboard_has() {
    xclip -selection clipboard -o | grep -F "$1"
}

# everybody_is_told FOLIO: whoever has an address and an alta accepted in this cut.
everybody_is_told() {
    local told accepted without
    told=$(console avisos "$1" --json)
    accepted=$(grep -o '"aceptadas":[0-9]*' <<<"$told" | cut -d: -f2)
    without=$(grep -o '"sin_correo":[0-9]*' <<<"$told" | cut -d: -f2)
    grep -F "\"avisadas\":$((accepted - without))," <<<"$told"
}

is_registered() {
    console buscar --json "$1" | tr -d ' \n' | grep -F "\"matricula\":\"$1\""
}

is_in_queue() {
    console movimientos --json | tr -d ' \n' | grep -F "\"matricula\":\"$1\""
}

is_not_in_queue() {
    ! is_in_queue "$1"
}

# is_checked MATRÍCULA: a document was seen that says «vigente», on the day of the walk.
is_checked() {
    console buscar --json "$1" | grep -F '"comprobado":"VIGENTE' | grep -F "21 nov 2026"
}

# has_handed_in MATRÍCULA NUMBER: so many rows of the Lista de cotejo.
has_handed_in() {
    console cotejo --json "$1" | grep -F "\"entregados\":$2,"
}

# is_remarked MATRÍCULA TEXT: a row of the list has this beside it.
is_remarked() {
    console cotejo --json "$1" | grep -F "\"observacion\":\"$2\""
}

# there_is_a_checklist MATRÍCULA: it was printed.
there_is_a_checklist() {
    [ "$(find "$papers" -name "Lista de cotejo $1 *.pdf" | wc -l)" -eq 1 ]
}

# sheet_is_in FILE, sheet_is_out FILE: it was imported and stands; it does not.
sheet_is_in() {
    console importaciones | grep -F "$1"
}

sheet_is_out() {
    ! sheet_is_in "$1"
}

# How many movements wait for the next cut.
queue_length() {
    console movimientos --json | grep -o '"matricula"' | wc -l
}

queue_is() {
    [ "$(queue_length)" -eq "$1" ]
}

# A copy was made since the stamp was set.
there_is_a_new_copy() {
    find "$data/copias" -name 'ventanilla-*.json' -newer "$room/stamp" | grep .
}

there_is_one_paper() {
    [ "$(find "$papers" -name '*.pdf' | wc -l)" -eq 1 ]
}

there_is_a_ruler_page() {
    [ "$(find "$papers" -name 'Hoja de la regla*.pdf' | wc -l)" -eq 1 ]
}

printf 'A walk in a real window, with %s\n' "$("$program" --version 2>/dev/null || printf 'the program')"
screen 1366x768

step "first run: the campus by Enter, the clerk's name, Enter"
open_ventanilla
picture 01-first-run
key Return
write "Lupita"
picture 02-clerk
key Return
until_true "the register" test -s "$data/ventanilla.db"
settle
[ "$(window_title)" = "Ventanilla · Plantel Minatitlán" ] || lost "the title is «$(window_title)»"
picture 03-empty

step "F4: register somebody with ñ and accents, key by key"
key F4
picture 04-form
fill "23230457"
write "CUNF051130MPLRXRA2"
picture 05-curp
key Return
write "María Fernanda"
picture 06-name
key Return
fill "de la Cruz"
fill "Núñez"
key Return Return Return
write "gest"
picture 07-career
key Down Return
key Return
fill "7"
key Return Return
write "12180599990"
picture 08-nss
# Past the state of the NSS, UMF, turno, consultorio and correo.
key Return Return Return
key Return Return Return
write "922 123 4567"
picture 09-form-filled
key ctrl+Return
picture 10-saved

step "the console reads beside the open window what was typed in it"
until_true "the record" is_registered 23230457
says "Núñez" console buscar "nunez"
found=$(console buscar --json "23230457")
for value in 23230457 12180599990 CUNF051130MPLRXRA2; do
    [[ $found == *"\"$value\""* ]] || lost "buscar --json does not tell $value: $found"
done
is_told "María Fernanda" 23230457
is_told "Puebla" 23230457
is_told "Ingeniería en Gestión Empresarial" 23230457

step "the console may not write while the window is open"
if refused=$(console registrar --json - <<<'{"matricula":"21230001","nombres":"Ana","primer_apellido":"Soto"}' 2>&1); then
    lost "it wrote beside the window: $refused"
else
    code=$?
fi
[ "$code" -eq 1 ] || lost "the refusal ended with $code, not 1: $refused"
[[ $refused == *"La ventana está abierta"* ]] || lost "the refusal says: $refused"

step "F2: find her by two words without accents, Enter opens"
# Saving left the focus in the search box already.
strike F2
write "cruz nunez"
picture 11-found
key Return
picture 12-record

step "F7: her alta for the cut of the 30th"
key F7
until_true "the alta" is_in_queue 23230457
picture 13-alta

step "F9, Enter: the summary on paper"
key F9
picture 14-print
key Return
until_true "the paper" there_is_one_paper
picture 15-printed
paper=$(find "$papers" -name '*.pdf')
qpdf --check "$paper" >"$room/qpdf.txt" 2>&1 || lost "qpdf finds fault with the paper: $(cat "$room/qpdf.txt")"
pdftotext -layout "$paper" "$room/paper.txt"
for text in "DE LA CRUZ NÚÑEZ" "MARÍA FERNANDA" "12-18-05-9999-0" "CUNF051130MPLRXRA2" "30 nov 2026"; do
    grep -qF "$text" "$room/paper.txt" || lost "the paper does not say «$text»"
done
pdffonts "$paper" >"$room/fonts.txt"
! awk 'NR > 2 && $(NF - 4) != "yes"' "$room/fonts.txt" | grep . || lost "a font is not inside the paper"
pdftoppm -r 300 -png -singlefile "$paper" "$room/paper"
[ -z "$pictures" ] || cp "$room/paper.png" "$pictures/paper.png"
zbarimg --quiet --raw "$room/paper.png" >"$room/codes.txt" 2>/dev/null
grep -q '^SF1 TECNM23 23230457 ' "$room/codes.txt" || lost "the codes on the paper say: $(cat "$room/codes.txt")"

step "the first paper brings the ruler page, and its lines measure 100 mm"
key ctrl+1
picture 15-hoy-asks-for-the-printer
key Return
key F9
until_true "the ruler page" there_is_a_ruler_page
picture 15-ruler-page
write 100
key Return
write 100
key Return
picture 15-printer-measured
ruler=$(find "$papers" -name 'Hoja de la regla*.pdf')
# Ten points of the picture are a millimetre. A line ends in the middle of its last tick, which is 0.35 mm thick.
pdftoppm -r 254 -gray -singlefile "$ruler" "$room/ruler"
across=$("$convert" "$room/ruler.pgm" -crop 2159x3+0+879 +repage -threshold 50% -trim -format '%w' info:)
down=$("$convert" "$room/ruler.pgm" -crop 3x1050+289+1065 +repage -threshold 50% -trim -format '%h' info:)
for length in "$across" "$down"; do
    [ "$length" -ge 998 ] && [ "$length" -le 1006 ] || lost "a line of 100 mm measures $length tenths: $across across, $down down"
done

step "a second window says in words why it does not open"
first=$window_pid
look "$room/before.ppm"
start "${ventanilla[@]}"
rest "$room/before.ppm"
picture 16-second-window
look "$room/before.ppm"
xdotool key Return
until_true "the end of the second window" has_ended
window_pid=$first
rest "$room/before.ppm"

step "closed by Alt+F4, opened again: everything is there"
close_window
console verificar >"$room/said.txt" 2>&1 || lost "verificar: $(cat "$room/said.txt")"
open_ventanilla
picture 17-opened-again

step "Ctrl+Z: a paper is not taken back, the alta before it is"
key ctrl+z
picture 18-undo-paper
is_in_queue 23230457 >/dev/null || lost "Ctrl+Z over a paper took the alta"
key ctrl+z
until_true "the undoing" is_not_in_queue 23230457
picture 19-undo-alta
is_told "cancelada (deshecha)" 23230457

step "the power fails while a form is being typed in"
key F4
write "23230999"
# The form is written as a draft every five seconds, also while nobody leaves a field.
sleep 6
cut_off
open_ventanilla
picture 20-draft-offered
key Return
picture 21-draft-back
# Faster than the program paints, as a scanner types: nothing may land in the field before.
xdotool key --delay 1 Return Return Z o e Return I b a ntilde e z ctrl+Return
until_true "the record of the draft" is_registered 23230999
is_told "Ibañez, Zoe" 23230999
settle
picture 22-draft-saved
close_window

step "now the console may write"
console registrar --json - >"$room/said.txt" 2>&1 <<'END' || lost "registrar: $(cat "$room/said.txt")"
{"matricula":"22230118","nombres":"Luis Ángel","primer_apellido":"de los Santos","curp":"SAXL030809HPLNXSA9","nss":"02170300012"}
END
is_registered 22230118 >/dev/null || lost "what the console wrote is not there"

step "the smallest window, 1024x640: search, record, form, dialogs"
screen 1024x640
open_ventanilla
picture 30-small-list
write "luis angel santos"
picture 31-small-found
key Return
picture 32-small-record
key F8
picture 33-small-baja
key e
picture 34-small-baja-chosen
key ctrl+Return
until_true "the baja" is_in_queue 22230118
picture 35-small-record-baja
key F12
picture 36-small-check
key v
key ctrl+Return
until_true "what the constancia says" is_checked 22230118
picture 37-small-checked

step "Ctrl+J: the Lista de cotejo, what the record proves, a remark, on paper"
key ctrl+j
picture 37-small-checklist
key a
until_true "what the record proves" has_handed_in 22230118 3
key End
key Return
write "Lo trae el lunes"
picture 37-small-checklist-remark
key ctrl+Return
until_true "the remark" is_remarked 22230118 "Lo trae el lunes"
picture 37-small-checklist-marked
key F9
key v
picture 37-small-checklist-print
key Return
until_true "the list on paper" there_is_a_checklist 22230118
pdftotext -layout "$papers/Lista de cotejo 22230118"*.pdf "$room/checklist.txt"
for text in "Lista de cotejo" "DE LOS SANTOS, LUIS ÁNGEL" "Lo trae el lunes" "VIGENTE según constancia"; do
    grep -qF "$text" "$room/checklist.txt" || lost "the list on paper does not say «$text»"
done
key F9
picture 38-small-print
key Escape
key F1
picture 39-small-help
key Escape
key ctrl+3
picture 40-small-cuts
key F4
picture 41-small-form
write "22230118"
picture 42-small-taken
key Escape Escape
picture 43-small-left

step "Ctrl+I: a sheet of LibreOffice, from the newest file to the cut"
cp "$sheets/inscritos.xlsx" "$downloads/Inscritos AGO-DIC 2026.xlsx"
touch -d '2026-11-20' "$downloads/Inscritos AGO-DIC 2026.xlsx"
cp "$sheets/altas.ods" "$downloads/Altas del grupo.ods"
key ctrl+i
picture 50-import-files
key Return
picture 51-import-review
key a
picture 52-import-accepted
key F6
picture 53-import-rows
key Return
picture 54-import-row
key Escape
key ctrl+Return
picture 55-import-question
key Return
until_true "the sheet" sheet_is_in "Altas del grupo.ods"
settle
picture 56-import-saved
key ctrl+z
until_true "the sheet is taken back" sheet_is_out "Altas del grupo.ods"
picture 57-import-undone
key ctrl+i
key Down
key Return
picture 58-import-enrolled
key Escape
picture 59-import-columns
key Return
picture 60-import-column
key Escape
key Escape
key Escape

step "a campus of three thousand: list, pages, cut"
close_window
data="$room/muestra"
ventanilla=("$program" --datos "$data" --ahora "$NOW")
console demo --estudiantes 3000 >"$room/said.txt" || lost "demo: $(cat "$room/said.txt")"
screen 1366x768
open_ventanilla
picture 70-campus
write "garcia"
picture 71-campus-found
key Down Down Return
picture 72-campus-record
key ctrl+3
picture 73-campus-cut
key Next
picture 74-campus-cut-page
key ctrl+2
picture 75-campus-list

step "a whole cut: set aside, closed, on paper, in its files, sent, answered"
papers="$data/Documentos"
key ctrl+3
key ctrl+Return
picture 80-cut-aside
key ctrl+Return
until_true "the cut is closed" cut_says '"estado":"cerrado"'
settle
picture 81-cut-closed
key ctrl+p
picture 82-cut-papers
key Return
until_true "the Relación" there_are 'Relación del corte 2026-11-30*.pdf' 1
key ctrl+p
key a
key Return
until_true "the files of altas and bajas" there_are '*del corte 2026-11-30*.txt' 2
pdftotext -layout "$papers/Relación del corte 2026-11-30 C-2026-22.pdf" "$room/cut.txt"
for text in "Relación del corte del 30 de noviembre de 2026" "C-2026-22" "(movimiento 08)" "(movimiento 02)" "Elaboró"; do
    grep -qF "$text" "$room/cut.txt" || lost "the Relación does not say «$text»"
done
# 168 characters and a line end for each movement that went, altas and bajas apart.
records=$(console corte 2026-11-30 --json | grep -o '"movimientos":[0-9]*' | cut -d: -f2 | awk '{ sum += $1 } END { print sum }')
bytes=$(cat "$papers"/*"del corte 2026-11-30"*.txt | wc -c)
[ "$bytes" -eq $((records * 170)) ] || lost "$records movements in $bytes bytes"
key ctrl+Return
picture 83-cut-sending
key ctrl+Return
until_true "both envíos are sent" cut_says '"canal":"idse"'
settle
picture 84-cut-sent
# To the last step, and there the altas.
key ctrl+Return
key ctrl+Return
until_true "the altas are answered" cut_says '"sin_respuesta":0'
settle
key ctrl+Return
until_true "everything is answered" all_answered
settle
picture 85-cut-answered

step "the avisos of the cut: addresses on the clipboard, a sheet, a note"
folio=C-2026-22
key ctrl+Return
key Return
picture 86-cut-avisos
until_true "addresses on the clipboard" clipboard_has "@"
key x
until_true "the sheet of the avisos" there_are 'Avisos del corte 2026-11-30*.xlsx' 1
key ctrl+Return
until_true "everybody was told" everybody_is_told "$folio"
settle
picture 87-cut-told
key ctrl+2

step "a verified copy, work, a power cut, a start, and the copy in the register's place"
queued=$(queue_length)
key ctrl+8
picture 88-backup
touch "$room/stamp"
key ctrl+Return
until_true "a copy of now" there_is_a_new_copy
settle
picture 89-backup-copied
key F2
write "25230137"
key Return
key F7
until_true "one more in the queue" queue_is $((queued + 1))
cut_off
open_ventanilla
queue_is $((queued + 1)) || lost "the power cut took an alta that was saved"
key ctrl+8
key Return
picture 90-backup-compared
# Enter leaves everything as it is.
key Return
queue_is $((queued + 1)) || lost "Enter alone restored"
key Return
key ctrl+Return
until_true "the copy is in the register's place" queue_is "$queued"
settle
picture 91-backup-restored
[ "$(find "$data/copias" -name 'antes-de-restaurar-*.db' | wc -l)" -eq 1 ] || lost "what was replaced is not kept"
# It is written in again.
key F2
write "25230137"
key Return
key F7
until_true "the queue grows again" queue_is $((queued + 1))
key ctrl+z
until_true "and shrinks" queue_is "$queued"

step "everything twice as large"
for _ in 1 2 3 4 5; do key ctrl+plus; done
picture 76-zoom
key ctrl+0
close_window

printf 'The walk is done: %s pictures%s\n' "$(find "${pictures:-/nonexistent}" -name '*.png' 2>/dev/null | wc -l)" \
    "${pictures:+ in $pictures}"
