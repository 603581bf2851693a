"""Makes the sheets that tests/sheets reads. Called by make.sh: make.py WORKSHOP FOLDER."""

import csv
import json
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import NamedValue, PropertyValue

from flat import Formula, Merged, Row, document, table

workshop, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
people = json.loads((workshop / "personas.json").read_text())

FILTERS = {
    "xlsx": "Calc MS Excel 2007 XML",
    "ods": "calc8",
    "xls": "MS Excel 97",
    "pdf": "calc_pdf_Export",
    "csv": "Text - txt - csv (StarCalc)",
}


def properties(**named):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in named.items())


class Office:
    """LibreOffice, without a window."""

    def __enter__(self):
        address = f"pipe,name=sheets{time.time_ns()}"
        profile = (workshop / "profile").as_uri()
        self.process = subprocess.Popen(
            ["soffice", "--headless", "--norestore", f"-env:UserInstallation={profile}", f"--accept={address};urp;"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(120):
            try:
                context = resolver.resolve(f"uno:{address};urp;StarOffice.ComponentContext")
                break
            except Exception:
                time.sleep(0.5)
        self.desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        return self

    def __exit__(self, *_):
        try:
            self.desktop.terminate()
        except Exception:
            pass
        self.process.wait(60)

    def write(self, name, *tables, **further):
        """A workbook of these tables; the end of `name` says for which program."""
        source = workshop / (name + ".fods")
        source.write_text(document(tables))
        opened = self.desktop.loadComponentFromURL(source.as_uri(), "_blank", 0, properties(Hidden=True))
        kind = FILTERS[name.rsplit(".", 1)[1]]
        opened.calculateAll()
        opened.storeToURL((folder / name).as_uri(), properties(FilterName=kind, **further))
        opened.close(True)


HEAD = [
    "Número de control",
    "Apellido paterno",
    "Apellido materno",
    "Nombre(s)",
    "CURP",
    "Número de Seguro Social",
    "Fecha de nacimiento",
    "Sexo",
    "Carrera",
    "Semestre",
    "Teléfono",
]


def student(person):
    """A row of altas."""
    return [
        person["matricula"],
        person["primer_apellido_formulario"],
        person["segundo_apellido_formulario"],
        person["nombres_formulario"],
        person["curp"],
        person["nss"],
        {"date": person["nacimiento"]},
        person["sexo"],
        person["carrera"],
        person["semestre"],
        person["telefono"],
    ]


def as_text(row):
    return ["" if value is None else str(value.get("date") if isinstance(value, dict) else value) for value in row]


def altas():
    """Twenty rows; the first NSS that begins with a zero has lost it, as a number of a sheet does."""
    rows = [student(person) for person in people[:20]]
    zero = next(row for row in rows if row[5].startswith("0"))
    zero[5] = int(zero[5])
    return [HEAD] + rows


def full_name(person):
    return f"{person['primer_apellido_formulario']} {person['segundo_apellido_formulario']} {person['nombres_formulario']}"


def the_sheets(office):
    rows = altas()
    for name in ["altas.xlsx", "altas.ods", "altas.xls"]:
        office.write(name, table("Altas", rows))

    # Each kind of value once.
    kinds = [
        ["Texto", "03190412340"],
        ["Entero", 48190600428],
        ["Decimal", 8.5],
        ["Fecha", {"date": "2004-03-15"}],
        ["Momento", {"date": "2026-08-10T10:42:05"}],
        ["Hora", {"hour": "PT10H30M00S"}],
        ["Lapso", {"lapse": "PT30H15M00S"}],
        ["Verdad", True],
        ["Mentira", False],
        ["Fórmula", Formula('="MA"&"RÍA"')],
        ["Suma", Formula("=[.B3]+0.5", "float")],
        ["Falla", Formula("=NA()", "float")],
        ["División", Formula("=1/0", "float")],
        ["Dos renglones", "Calle 5\nCentro"],
        ["Espacios", " ANA  LUISA "],
        ["Nada", None],
    ]
    for name in ["valores.xlsx", "valores.ods", "valores.xls"]:
        office.write(name, table("Valores", kinds))

    # What Excel in Spanish saves as «CSV (delimitado por comas)»: semicolons, Windows-1252, lines that end in CR LF.
    office.write("altas-excel.csv", table("Altas", rows), FilterOptions="59,34,ANSI,1,,0,false,true,false,false,false")
    path = folder / "altas-excel.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    # What a form of Google gives: UTF-8, commas, quotes where they are needed.
    with (folder / "formulario-google.csv").open("w", newline="", encoding="utf-8") as file:
        sheet = csv.writer(file, lineterminator="\n")
        sheet.writerow(["Marca temporal", "Dirección de correo electrónico", *HEAD, "Domicilio"])
        for number, person in enumerate(people[:6]):
            moment = f"{10 + number}/08/2026 {9 + number:02}:05:0{number}"
            home = "Calle 5 de Mayo 12, int. 3\nCol. Centro" if number == 2 else f"Calle {number + 1}"
            day = "/".join(reversed(person["nacimiento"].split("-")))
            answers = as_text(student(person))
            answers[6] = day
            sheet.writerow([moment, person["correo"], *answers, home])

    titles = [
        [Merged("INSTITUTO TECNOLÓGICO DE MINATITLÁN", len(HEAD))],
        [Merged("Altas del seguro facultativo, agosto de 2026", 5), None, "Hoja 1 de 1"],
        None,
    ]
    office.write("titulo.xlsx", table("Altas", titles + rows[:6]))

    hidden = [Row(row, hidden=number in (2, 3)) for number, row in enumerate(rows[:7])]
    office.write("ocultas.xlsx", table("Altas", hidden))

    steps = [["Instrucciones"], None, ["1. Capture una fila por estudiante en la hoja Datos."], ["2. No cambie los encabezados."]]
    lists = [["Carreras"], ["Ingeniería Industrial"]]
    office.write("dos-hojas.xlsx", table("Instrucciones", steps), table("Datos", rows[:5]), table("Listas", lists, hidden=True))

    joined = [["Número de control", "Paterno", "Materno", "Nombre(s)", "Nombre completo", "Edad"]]
    for number, person in enumerate(people[:4], start=2):
        name = f'=[.B{number}]&" "&[.C{number}]&" "&[.D{number}]'
        age = Formula("=2026-1500", "float") if number != 4 else Formula("=NA()", "float")
        joined.append([person["matricula"], *student(person)[1:4], Formula(name), age])
    office.write("formulas.xlsx", table("Altas", joined))

    dates = [["Número de control", "Fecha de nacimiento"]]
    for number, person in enumerate(people[:6]):
        year, month, day = person["nacimiento"].split("-")
        serial = serial_of(person["nacimiento"])
        written = [f"{day}/{month}/{year}", serial, {"date": person["nacimiento"]}][number % 3]
        dates.append([person["matricula"], written])
    office.write("fechas.xlsx", table("Altas", dates))

    odd = [
        ["Número de control", "Nombre(s)", "Apellido paterno"],
        [people[0]["matricula"], "ANA 🌸 LUCÍA", "LU\u200bNA\u200b"],
        [people[1]["matricula"], "\u2060JOSÉ\u00a0LUIS", "PEÑA\u200d"],
        [people[2]["matricula"], "MARI\u0301A", "👩🏽‍🎓 RUIZ"],
    ]
    office.write("emoji.xlsx", table("Altas", odd))

    wide = [[f"Columna {number + 1}" for number in range(1000)], [people[0]["matricula"]] + [None] * 998 + ["última"]]
    office.write("mil-columnas.xlsx", table("Altas", wide))

    office.write("solo-encabezado.xlsx", table("Altas", [HEAD]))
    office.write("vacio.xlsx", table("Hoja1", []))
    office.write("vacio.ods", table("Hoja1", []))

    enrolled = [["Relación de inscritos AGO-DIC 2026"], None, ["No.", "No. control", "Nombre del alumno", "Carrera", "Semestre", "Periodo"]]
    for number, person in enumerate(people[:12], start=1):
        enrolled.append([number, int(person["matricula"]), full_name(person), person["carrera"], person["semestre"], "AGO-DIC 2026"])
    office.write("inscritos.xlsx", table("Inscritos", enrolled))

    leaving = [["Marca temporal", "Correo", "Número de control", "Nombre completo", "CURP", "NSS", "Motivo de la baja"]]
    reasons = ["Ya trabajo y tengo IMSS", "Egresé", "Baja temporal", "Otro seguro (ISSSTE)"]
    for number, person in enumerate(people[20:24]):
        moment = {"date": f"2026-08-1{number}T12:0{number}:00"}
        leaving.append([moment, person["correo"], person["matricula"], full_name(person), person["curp"], person["nss"], reasons[number]])
    office.write("bajas.xlsx", table("Respuestas de formulario 1", leaving))

    word = "minatitlan"
    seal = (NamedValue("OOXPassword", word), NamedValue("CryptoType", "StrongEncryptionDataSpace"))
    sealed = uno.Any("[]com.sun.star.beans.NamedValue", seal)
    office.write("con-contrasena.xlsx", table("Altas", rows[:3]), EncryptionData=sealed)
    for name in ["con-contrasena.ods", "con-contrasena.xls"]:
        office.write(name, table("Altas", rows[:3]), Password=word)
    office.write("es-un-pdf.pdf", table("Altas", [HEAD[:3]]))
    (folder / "es-un-pdf.pdf").rename(folder / "es-un-pdf.xlsx")

    # Two cells, as far from each other as the program goes.
    for name, far in [("lejos.xlsx", (1_048_576, 16_384)), ("lejos.xls", (65_536, 256)), ("lejos.ods", (1_048_576, 1_024))]:
        office.write(name, far_apart(*far))

    form = json.loads((workshop / "formulario-altas-2026.json").read_text())
    office.write("formulario-altas-2026.xlsx", table("Respuestas de formulario 1", [form["head"]] + form["rows"]))


def far_apart(rows, columns):
    first = '<table:table-row><table:table-cell office:value-type="string"><text:p>cerca</text:p></table:table-cell></table:table-row>'
    between = f'<table:table-row table:number-rows-repeated="{rows - 2}"><table:table-cell/></table:table-row>'
    last = (
        f'<table:table-row><table:table-cell table:number-columns-repeated="{columns - 1}"/>'
        '<table:table-cell office:value-type="string"><text:p>lejos</text:p></table:table-cell></table:table-row>'
    )
    return f'<table:table table:name="Hoja1" table:style-name="shown">{first}{between}{last}</table:table>'


def serial_of(iso):
    """The day as a spreadsheet numbers it."""
    from datetime import date

    return (date.fromisoformat(iso) - date(1899, 12, 30)).days


def what_no_program_writes():
    whole = (folder / "altas.xlsx").read_bytes()
    (folder / "cortado.xlsx").write_bytes(whole[: len(whole) * 3 // 5])
    # The same archive, whose table of contents says that its sheet takes four gigabytes once it is unpacked.
    lying = bytearray(whole)
    at = lying.index(b"PK\x01\x02")
    while at >= 0:
        name = lying[at + 46 : at + 46 + int.from_bytes(lying[at + 28 : at + 30], "little")]
        if name == b"xl/worksheets/sheet1.xml":
            lying[at + 24 : at + 28] = (0xFFFF_FFF0).to_bytes(4, "little")
        at = lying.find(b"PK\x01\x02", at + 4)
    (folder / "gigas.xlsx").write_bytes(lying)


with Office() as office:
    the_sheets(office)
what_no_program_writes()
