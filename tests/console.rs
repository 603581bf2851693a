//! The desk's day from a terminal, with the real program in folders of its own.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

/// The day of all samples: a Saturday between two cuts.
const TODAY: &str = "2026-11-21T10:30";

/// What the program said.
#[derive(Debug)]
struct Said {
    code: i32,
    out: String,
    err: String,
}

impl Said {
    /// It was done, and nothing was complained about.
    #[track_caller]
    fn done(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{self:?}");
        self.out
    }

    /// It was refused; the reason.
    #[track_caller]
    fn refused(self) -> String {
        assert_eq!((self.code, self.out.as_str()), (1, ""), "{self:?}");
        self.err
    }

    /// It went through, and some of it was refused or is wrong; what was printed.
    #[track_caller]
    fn remarked(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (1, ""), "{self:?}");
        self.out
    }

    /// The command line makes no sense; why.
    #[track_caller]
    fn makes_no_sense(self) -> String {
        assert_eq!((self.code, self.out.as_str()), (2, ""), "{self:?}");
        self.err
    }

    #[track_caller]
    fn json(self) -> Value {
        serde_json::from_str(&self.done()).unwrap()
    }
}

fn program(line: &[&str], input: &[u8]) -> Said {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ventanilla"))
        .args(line)
        .env_remove("VENTANILLA_DATOS")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    // A program that reads no input closes it; that is its right.
    let feeding = std::thread::spawn(move || {
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    feeding.join().unwrap();
    Said {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A window with a register of its own.
struct Office(TempDir);

impl Office {
    /// A folder, and nothing in it.
    fn empty() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// A register of Minatitlán with Lupita at the window and nobody registered.
    fn open() -> Self {
        let office = Self::empty();
        office
            .run(&["iniciar", "--plantel", "minatitlan", "--atiende", "Lupita"])
            .done();
        office
    }

    /// With the six students of the fixture.
    fn after_a_morning() -> Self {
        let office = Self::open();
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/morning.jsonl");
        office
            .run(&["registrar", "--json", file.to_str().unwrap()])
            .done();
        office
    }

    fn folder(&self) -> &Path {
        self.0.path()
    }

    fn file(&self) -> PathBuf {
        self.folder().join("ventanilla.db")
    }

    fn run(&self, line: &[&str]) -> Said {
        self.run_on(TODAY, line)
    }

    fn run_on(&self, day: &str, line: &[&str]) -> Said {
        let data = self.folder().to_str().unwrap();
        program(&[&["--datos", data, "--ahora", day], line].concat(), b"")
    }

    fn register(&self, lines: &str) -> Said {
        let data = self.folder().to_str().unwrap();
        program(
            &["--datos", data, "--ahora", TODAY, "registrar", "--json", "-"],
            lines.as_bytes(),
        )
    }

    fn found(&self, text: &str) -> Value {
        self.run(&["buscar", text, "--json"]).json()
    }

    fn record(&self, who: &str) -> Value {
        self.run(&["ficha", who, "--json"]).json()
    }
}

fn student(who: &str, more: Value) -> String {
    let mut object = json!({ "matricula": who, "nombres": "Ana Lucía", "primer_apellido": "Ramírez" });
    object
        .as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    object.to_string()
}

#[track_caller]
fn verdicts(what: &str, expected: &[(&str, &str, &str)]) {
    let values: Vec<&str> = expected.iter().map(|(value, ..)| *value).collect();
    let said = program(
        &["revisar", what, "--ahora", "2026-11-21"],
        values.join("\n").as_bytes(),
    );
    assert_eq!(
        said.code,
        i32::from(expected.iter().any(|(_, verdict, _)| *verdict == "error"))
    );
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(lines.len(), expected.len(), "{}", said.out);
    for (line, (value, verdict, code)) in lines.into_iter().zip(expected) {
        let cells: Vec<&str> = line.split('\t').collect();
        assert_eq!(&cells[..3], [*value, *verdict, *code], "{line}");
        assert!(cells.len() == 4 && !cells[3].is_empty(), "{line}");
    }
}

mod revisar {
    use super::*;

    #[test]
    fn every_nss_of_the_annex_has_its_verdict() {
        verdicts(
            "nss",
            &[
                ("02170300012", "ok", "ok"),
                ("03190412340", "ok", "ok"),
                ("48190600428", "ok", "ok"),
                ("12180599990", "ok", "ok"),
                ("88190400072", "ok", "ok"),
                ("89190400070", "ok", "ok"),
                ("00190400077", "aviso", "nss-prefijo"),
                ("36150012346", "aviso", "nss-convencional"),
                ("77150300018", "aviso", "nss-convencional"),
                ("79160300012", "aviso", "nss-convencional"),
                ("80150300020", "aviso", "nss-convencional"),
                ("97150400071", "aviso", "nss-convencional"),
                ("89009800072", "aviso", "nss-convencional"),
                ("89999700076", "aviso", "nss-convencional"),
                ("89029900076", "aviso", "nss-convencional"),
                ("89000500077", "aviso", "nss-convencional"),
                ("02040500015", "aviso", "nss-alta-antes"),
                ("00000000000", "error", "nss-ceros"),
                ("02170300013", "error", "nss-digito"),
                ("48190600429", "error", "nss-digito"),
                ("0217030001", "error", "nss-longitud"),
                ("3190412340", "error", "nss-longitud"),
                ("03 19 04 1234 0", "ok", "ok"),
                ("0319-04-1234-0", "ok", "ok"),
                ("O3I9O41234O", "error", "nss-letras"),
            ],
        );
    }

    #[test]
    fn every_curp_of_the_annex_has_its_verdict() {
        verdicts(
            "curp",
            &[
                ("HEMJ040315HVZRXNA8", "ok", "ok"),
                ("HEMJ040315HVZRXNB6", "ok", "ok"),
                ("CUNF051130MPLRXRA2", "ok", "ok"),
                ("OORA060101XNECSLA3", "ok", "ok"),
                ("PEDJ991231HVZXMS04", "ok", "ok"),
                ("PEDJ000101HVZXMSA0", "ok", "ok"),
                ("PXDA040520MVZDMNA1", "ok", "ok"),
                ("SAXL030809HPLNXSA9", "ok", "ok"),
                ("GUIA050131MOCMBNA6", "ok", "ok"),
                ("DXGL041212HTCXRSA6", "ok", "ok"),
                ("XXXF020228HDFXXDA9", "ok", "ok"),
                ("XAXX030229MVZXXMB2", "error", "curp-fecha"),
                ("HEMJ040315HVZRXNA7", "error", "curp-digito"),
                ("HEMJ040315HVXRXNA0", "error", "curp-lugar"),
                ("HEMJ300315HVZRXNA8", "error", "curp-futura"),
                ("HEMJ040325HVZRXNA8", "ok", "ok"),
                ("HEMJ150315HVZRXNA1", "aviso", "curp-edad"),
                ("HEMJ040315HVZRXN08", "aviso", "curp-edad"),
                ("HEMJ040315HVZRXNK8", "aviso", "curp-homonimia"),
                ("PEDA040520MVZDMNA1", "aviso", "curp-palabra"),
                ("XXXX999999XXXXXX99", "error", "curp-lugar"),
            ],
        );
    }

    #[test]
    fn a_right_number_is_shown_as_people_read_it() {
        let said = program(&["revisar", "nss", "48190600428", "--ahora", TODAY], b"").done();
        assert_eq!(said, "48190600428\tok\tok\t48-19-06-0042-8\n");
    }

    #[test]
    fn no_bytes_at_all_stop_it() {
        let mut bytes: Vec<u8> = (0..=255).cycle().take(4_096).collect();
        bytes.extend(b"\n\xff\xfe\0\tHEMJ040315HVZRXNA8\r\n\n48190600428");
        for what in ["nss", "curp"] {
            let said = program(&["revisar", what], &bytes);
            assert_eq!((said.code, said.err.as_str()), (1, ""));
            let lines: Vec<&str> = said.out.lines().collect();
            assert_eq!(
                lines.len(),
                bytes.split(|byte| *byte == b'\n').count(),
                "a line in is a line out"
            );
            assert!(lines.iter().all(|line| line.split('\t').count() == 4));
        }
    }

    #[test]
    fn json_tells_every_remark_and_the_line_only_the_heaviest() {
        let said = program(
            &["revisar", "nss", "--json", "89000500077", "--ahora", TODAY],
            b"",
        )
        .json();
        assert_eq!(said["gravedad"], "aviso");
        let causes: Vec<_> = said["observaciones"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| &it["causa"])
            .collect();
        assert_eq!(causes, ["nss-convencional", "nss-alta-antes"]);
    }

    #[test]
    fn a_value_may_begin_with_a_hyphen_after_two() {
        let said = program(&["revisar", "nss", "--", "-48190600428"], b"").done();
        assert!(said.starts_with("-48190600428\tok\t"), "{said}");
    }
}

mod registrar {
    use super::*;

    #[test]
    fn a_morning_of_odd_names_goes_in() {
        let office = Office::open();
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/morning.jsonl");
        let said = office
            .run(&["registrar", "--json", file.to_str().unwrap()])
            .done();
        assert_eq!(
            said.lines().collect::<Vec<_>>(),
            [
                "26230101\tok\tRegistrado: D'Acosta Mac Gregor, José Luis.",
                "26230102\tok\tRegistrado: López-Portillo Ñáñez, Rocío.",
                "26230103\tok\tRegistrado: De los Santos, Luis Ángel. El NSS quedó por confirmar.",
                "26230104\tok\tRegistrado: Federico.",
                "26230105\tok\tRegistrado: Abcdefghijklmnopqrstuvwxyzabcdefghijklmn, Ana.",
                "P20260001\tok\tRegistrado: Güemes Ibáñez, Ma. de los Ángeles.",
            ]
        );
        office.run(&["verificar"]).done();
    }

    #[test]
    fn what_was_left_out_is_what_is_usual() {
        let office = Office::open();
        office.register(&student("26230110", json!({}))).done();
        let record = office.record("26230110");
        assert_eq!(record["periodo"], "AGO-DIC 2026");
        assert_eq!(record["situacion"], "inscrito");
        assert_eq!(record["nss_estado"], "sin_nss");
        assert_eq!(record["segundo_apellido"], Value::Null);
    }

    #[test]
    fn a_refused_line_keeps_no_other_out() {
        let office = Office::open();
        let lines = [
            "not JSON".to_owned(),
            r#"{"matricula":"26230111","nombres":"Ana"}"#.to_owned(),
            r#"{"nombres":"Ana","primer_apellido":"Ruiz"}"#.to_owned(),
            student("26", json!({})),
            student("26230112", json!({ "apodo": "Lucy" })),
            student("26230112", json!({ "sexo": "F" })),
            student("26230112", json!({ "nss": ["48190600428"] })),
            student("26230112", json!({ "situacion": "de viaje", "semestre": 40 })),
            String::new(),
            student("26230112", json!({})),
            student("26230112", json!({})),
        ];
        let said = office.register(&lines.join("\n")).remarked();
        let said: Vec<&str> = said.lines().collect();
        assert_eq!(said.len(), 10);
        assert_eq!(
            said[..3],
            [
                "\tno\tRenglón 1: no es un objeto JSON. Escriba un estudiante por renglón, entre llaves.",
                "26230111\tno\tNo se registró. Falta el primer apellido. Si no tiene apellidos, escriba \
                 \"sin_apellidos\": true.",
                "\tno\tNo se registró. Falta el número de control. Si aún no lo tiene, \"provisional\": true le da un \
                 folio provisional.",
            ]
        );
        assert!(
            said[3].contains("de 4 a 12 letras y números; aquí hay 2"),
            "{}",
            said[3]
        );
        assert!(
            said[4].contains("Renglón 5: no conozco el dato «apodo»"),
            "{}",
            said[4]
        );
        assert!(
            said[5].contains("no se entiende «F» en «sexo»; puede ser: H, M o X."),
            "{}",
            said[5]
        );
        assert!(said[6].contains("en «nss»"), "{}", said[6]);
        assert!(
            said[7].contains("semestre") && said[7].contains("Elija una"),
            "{}",
            said[7]
        );
        assert_eq!(said[8], "26230112\tok\tRegistrado: Ramírez, Ana Lucía.");
        assert_eq!(
            said[9],
            "26230112\tno\tEste número ya es de Ramírez, Ana Lucía. Corríjalo o consulte esa ficha."
        );
        assert_eq!(office.found("").as_array().unwrap().len(), 1);
    }

    #[test]
    fn a_number_has_one_holder_unless_a_reason_is_written() {
        let office = Office::open();
        office
            .register(&student(
                "26230113",
                json!({ "nss": "48190600428", "curp": "HEMJ040315HVZRXNA8" }),
            ))
            .done();
        let nss = student("26230114", json!({ "nss": "48-19-06-0042-8" }));
        assert!(
            office
                .register(&nss)
                .remarked()
                .contains("Este NSS ya está en la ficha de Ramírez, Ana Lucía")
        );
        let curp = student("26230114", json!({ "curp": "hemj040315hvzrxna8" }));
        assert!(
            office
                .register(&curp)
                .remarked()
                .contains("escriba el motivo en «motivo_curp»")
        );
        let reason = "Los dos documentos lo traen";
        let both = json!({
            "nss": "48190600428", "motivo_nss": reason, "curp": "HEMJ040315HVZRXNA8", "motivo_curp": reason
        });
        let said = office.register(&student("26230114", both)).done();
        assert!(
            said.contains("El NSS y la CURP quedaron por confirmar."),
            "{said}"
        );
        let record = office.record("26230114");
        assert_eq!(
            (&record["motivo_nss"], &record["motivo_curp"]),
            (&json!(reason), &json!(reason))
        );
    }

    #[test]
    fn bytes_that_are_no_text_are_refused_in_words() {
        let office = Office::open();
        let data = office.folder().to_str().unwrap();
        let said = program(
            &["--datos", data, "registrar", "--json", "-"],
            b"\xff\xfe{\n\xef\xbb\xbf[]\n",
        );
        assert_eq!(said.remarked().matches("no es un objeto JSON").count(), 2);
        let said = office.run(&["registrar", "--json", "/no/hay.jsonl"]).refused();
        assert!(said.contains("No se pudo leer /no/hay.jsonl"), "{said}");
    }
}

mod asking {
    use super::*;

    #[test]
    fn a_student_is_found_by_anything_that_names_one() {
        let office = Office::after_a_morning();
        for typed in [
            "dacosta",
            "D'Acosta",
            "jose luis",
            "26230101",
            "0428",
            "48-19-06-0042-8",
            "dxgl041212htcxrsa6",
        ] {
            let found = office.found(typed);
            let found: Vec<_> = found
                .as_array()
                .unwrap()
                .iter()
                .map(|row| &row["matricula"])
                .collect();
            // An apostrophe divides words; nobody types the two together.
            let expected: &[&str] = if typed == "dacosta" { &[] } else { &["26230101"] };
            assert_eq!(found, expected, "{typed}");
        }
    }

    #[test]
    fn json_of_a_list_has_every_key_and_null_for_nothing() {
        let office = Office::after_a_morning();
        assert_eq!(
            office.found("federico"),
            json!([{
                "matricula": "26230104", "nombre": "Federico", "nss": null, "curp": "XXXF020228HDFXXDA9", "umf": null,
                "movimiento": null, "se_espera": null, "comprobado": null,
            }])
        );
        office.run(&["alta", "26230101"]).done();
        let row = &office.found("26230101")[0];
        assert_eq!(row["nss"], "48190600428");
        assert_eq!(
            row["movimiento"],
            "Alta en cola desde el 21 nov 2026 · corte 30 nov 2026"
        );
        assert_eq!(row["se_espera"], "Vigente entre el 1 y el 3 dic 2026");
        assert_eq!(row["comprobado"], Value::Null);
    }

    #[test]
    fn a_list_faces_the_window_so_it_masks_the_nss() {
        let office = Office::after_a_morning();
        let said = office.run(&["buscar", ""]).done();
        assert_eq!(said.lines().count(), 6);
        assert!(
            said.contains("…0428") && said.contains("…0013?") && !said.contains("48190600428"),
            "{said}"
        );
        assert_eq!(
            office
                .run(&["buscar", "", "--limite", "2"])
                .done()
                .lines()
                .count(),
            2
        );
        assert!(
            office
                .run(&["buscar", "zzz"])
                .done()
                .contains("Nadie coincide con «zzz»")
        );
    }

    #[test]
    fn names_are_in_spanish_order() {
        let office = Office::after_a_morning();
        let said = office.run(&["buscar", "", "--json"]).json();
        let names: Vec<_> = said
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["nombre"].as_str().unwrap())
            .collect();
        assert!(
            names[0].starts_with("Abcdef") && names[1].starts_with("D'Acosta"),
            "{names:?}"
        );
    }

    #[test]
    fn a_record_tells_all_and_the_json_too() {
        let office = Office::after_a_morning();
        let said = office.run(&["ficha", "26230103"]).done();
        for line in [
            "De los Santos, Luis Ángel",
            "SAXL 030809 H PL NXS A9",
            "02170300013 (por confirmar)",
        ] {
            assert!(said.contains(line), "{line} in\n{said}");
        }
        let record = office.record("P20260001");
        assert_eq!(record["primer_apellido"], "Güemes");
        let nobody = office.run(&["ficha", "99999999"]).refused();
        assert!(
            nobody.starts_with("No hay nadie con el número «99999999»."),
            "{nobody}"
        );
    }
}

mod movements {
    use super::*;

    #[test]
    fn an_alta_waits_for_the_cut_and_only_once() {
        let office = Office::after_a_morning();
        assert_eq!(
            office.run(&["alta", "26230101"]).done(),
            "Alta en cola para el corte del 30 de noviembre. Se espera vigente entre el martes 1 y el jueves 3 de \
             diciembre.\n"
        );
        assert_eq!(
            office.run(&["alta", "26230101"]).refused(),
            "Ya hay un alta en cola para el corte del 30 de noviembre; cancélela antes de preparar otro movimiento.\n"
        );
        assert_eq!(
            office.run(&["cancelar", "26230101"]).done(),
            "Se canceló el alta del corte del 30 de noviembre.\n"
        );
        assert_eq!(
            office.run(&["cancelar", "26230101"]).refused(),
            "No hay un movimiento en cola para esta persona.\n"
        );
    }

    #[test]
    fn what_would_set_it_aside_is_told() {
        let office = Office::after_a_morning();
        let said = office.run(&["alta", "26230103"]).done();
        assert!(
            said.contains("Tiene una observación: NSS por confirmar."),
            "{said}"
        );
        assert!(said.contains("corte del 16 de diciembre"), "{said}");
        let said = office.run(&["alta", "26230105"]).refused();
        assert!(said.contains("la situación escolar es “no inscrito”"), "{said}");
        let said = office
            .run(&["baja", "26230105", "--motivo", "no_reinscrito"])
            .done();
        assert!(said.contains("tiene 40 letras y el archivo admite 27"), "{said}");
        assert!(said.contains("No consta un alta de esta persona."), "{said}");
    }

    #[test]
    fn a_baja_says_why() {
        let office = Office::after_a_morning();
        let said = office
            .run(&["baja", "26230101", "--motivo", "aburrimiento"])
            .refused();
        assert!(
            said.contains("No conozco el motivo «aburrimiento». Puede ser: egreso,"),
            "{said}"
        );
        assert!(
            office
                .run(&["baja", "26230101"])
                .makes_no_sense()
                .contains("A la orden le falta: --motivo")
        );
        office.run(&["baja", "26230101", "--motivo", "egreso"]).done();
        assert_eq!(office.record("26230101")["movimientos"][0]["motivo"], "egreso");
    }

    #[test]
    fn the_cut_lists_what_waits() {
        let office = Office::after_a_morning();
        let said = office.run(&["movimientos"]).done();
        assert!(
            said.starts_with("Corte del 30 de noviembre de 2026: 0 altas y 0 bajas\n"),
            "{said}"
        );
        office.run(&["alta", "26230101"]).done();
        office.run(&["alta", "26230102"]).done();
        let cut = office.run(&["movimientos", "--json"]).json();
        assert_eq!(
            (&cut["corte"], &cut["altas"], &cut["bajas"]),
            (&json!("2026-11-30"), &json!(2), &json!(0))
        );
        assert_eq!(cut["movimientos"][0]["matricula"], "26230101");
        assert_eq!(cut["movimientos"][1]["observaciones"], json!(["falta la CURP"]));
        assert!(
            office
                .run(&["movimientos"])
                .done()
                .contains("2 altas y 0 bajas\nAlta  26230101")
        );
    }

    #[test]
    fn what_was_done_is_undone_and_redone_and_remembered() {
        let office = Office::after_a_morning();
        office.run(&["alta", "26230101"]).done();
        assert_eq!(
            office.run(&["deshacer"]).done(),
            "Se deshizo el alta de D'Acosta Mac Gregor, José Luis.\n"
        );
        assert_eq!(office.found("26230101")[0]["movimiento"], Value::Null);
        assert_eq!(
            office.run(&["rehacer"]).done(),
            "Se rehízo el alta de D'Acosta Mac Gregor, José Luis.\n"
        );
        assert!(
            office
                .run(&["rehacer"])
                .refused()
                .starts_with("No hay nada que rehacer")
        );
        let said = office.run(&["historia", "26230101"]).done();
        assert_eq!(
            said.lines().collect::<Vec<_>>(),
            [
                "21 nov 2026 10:30  Lupita rehízo el alta",
                "21 nov 2026 10:30  Lupita deshizo el alta",
                "21 nov 2026 10:30  Lupita preparó el alta para el corte del 30 nov 2026",
                "21 nov 2026 10:30  Lupita registró la ficha",
            ]
        );
        let json = office.run(&["historia", "26230101", "--json"]).json();
        assert_eq!(json[3]["acto"], "registro");
        assert!(
            !json.to_string().contains("48190600428"),
            "history masks what it tells"
        );
    }

    #[test]
    fn everything_can_be_undone_back_to_the_beginning() {
        let office = Office::after_a_morning();
        for _ in 0..6 {
            office.run(&["deshacer"]).done();
        }
        assert_eq!(office.run(&["deshacer"]).refused(), "No hay nada que deshacer.\n");
        assert_eq!(office.found(""), json!([]));
        for _ in 0..6 {
            office.run(&["rehacer"]).done();
        }
        assert_eq!(office.found("").as_array().unwrap().len(), 6);
        office.run(&["verificar"]).done();
    }
}

mod clinica {
    use super::*;

    #[test]
    fn a_clinic_is_noted_corrected_and_taken_away_again() {
        let office = Office::after_a_morning();
        let said = office
            .run(&[
                "clinica",
                "anotar",
                "26230101",
                "36",
                "--fuente",
                "constancia",
                "--turno",
                "v",
                "--consultorio",
                "4",
            ])
            .done();
        assert!(said.ends_with("UMF 36 · Vespertino · consultorio 4.\n"), "{said}");
        let record = office.record("26230101");
        assert_eq!(record["umf"], 36);
        assert_eq!(record["delegacion"], "32");
        assert_eq!(record["turno"], "vespertino");
        assert_eq!(record["clinica_fuente"], "constancia");
        assert_eq!(record["clinica_fecha"], "2026-11-21");
        let shown = office.run(&["ficha", "26230101"]).done();
        assert!(
            shown.contains("UMF 36 (según constancia del 21 nov 2026)"),
            "{shown}"
        );
        let found = office.run(&["buscar", "26230101", "--json"]).json();
        assert_eq!(found[0]["umf"], 36);

        let said = office
            .run(&[
                "clinica",
                "corregir",
                "36",
                "--numero",
                "37",
                "--tipo",
                "hgz",
                "--ciudad",
                "Minatitlán",
            ])
            .done();
        assert_eq!(
            said.trim(),
            "Se corrigió HGZ/UMF 37 · Minatitlán en el catálogo y en 1 ficha."
        );
        assert_eq!(office.record("26230101")["clinica"], "HGZ/UMF 37 · Minatitlán");
        let refused = office.run(&["clinica", "quitar", "minat"]).refused();
        assert!(
            refused.contains("está en la ficha de 1 estudiante y no se quita"),
            "{refused}"
        );

        office.run(&["clinica", "vaciar", "26230101"]).done();
        assert_eq!(office.record("26230101")["umf"], Value::Null);
        office.run(&["clinica", "quitar", "37"]).done();
        assert_eq!(office.run(&["clinica", "lista", "--json"]).json(), json!([]));
        office.run(&["deshacer"]).done();
        office.run(&["deshacer"]).done();
        assert_eq!(office.record("26230101")["umf"], 37);

        let history = office.run(&["historia", "26230101"]).done();
        assert!(
            history.contains("anotó clínica: de HGZ/UMF 37 · Minatitlán a nada"),
            "{history}"
        );
    }

    #[test]
    fn a_second_clinic_of_the_same_number_has_its_delegacion_in_front() {
        let office = Office::after_a_morning();
        office.run(&["clinica", "agregar", "36"]).done();
        office
            .run(&["clinica", "agregar", "31/36", "--ciudad", "Coatzintla"])
            .done();
        let refused = office.run(&["clinica", "agregar", "36"]).refused();
        assert!(refused.contains("En el catálogo ya está UMF 36"), "{refused}");
        let list = office.run(&["clinica", "lista"]).done();
        assert!(
            list.contains("UMF 36 · Coatzintla  31 Veracruz Norte  0 estudiantes"),
            "{list}"
        );
        let refused = office.run(&["clinica", "agregar", "99/1"]).refused();
        assert!(refused.contains("No hay una delegación «99»"), "{refused}");
        let refused = office
            .run(&[
                "clinica",
                "anotar",
                "26230101",
                "--fuente",
                "carnet",
                "--agregado",
                "1M2004",
            ])
            .refused();
        assert!(refused.contains("El agregado lleva 8 caracteres"), "{refused}");
        let refused = office
            .run(&[
                "clinica",
                "anotar",
                "26230101",
                "36",
                "--fuente",
                "carnet",
                "--fecha",
                "2026-12-01",
            ])
            .refused();
        assert!(refused.contains("no puede ser posterior a hoy"), "{refused}");
    }

    #[test]
    fn an_nss_is_written_with_its_state() {
        let office = Office::after_a_morning();
        let said = office
            .run(&[
                "nss",
                "26230101",
                "48190600428",
                "--estado",
                "confirmado",
                "--fecha",
                "2026-11-20",
            ])
            .done();
        assert!(said.contains("48-19-06-0042-8 (confirmado 20 nov)"), "{said}");
        assert_eq!(office.record("26230101")["nss_estado"], "confirmado");

        let refused = office
            .run(&["nss", "26230101", "48190600429", "--estado", "capturado"])
            .refused();
        assert!(
            refused.starts_with(
                "Con ese número el estado no puede ser capturado; puede ser por_confirmar. Estos 11 dígitos"
            ),
            "{refused}"
        );
        office
            .run(&["nss", "26230101", "48190600429", "--estado", "por_confirmar"])
            .done();
        assert_eq!(office.record("26230101")["nss_estado"], "por_confirmar");
        let said = office
            .run(&["nss", "26230101", "-", "--estado", "en_tramite"])
            .done();
        assert!(
            said.contains("quedó con el NSS en trámite desde el 21 nov."),
            "{said}"
        );
        assert_eq!(office.record("26230101")["nss"], Value::Null);
    }
}

mod vigencia {
    use super::*;

    #[test]
    fn what_a_constancia_says_is_recorded_and_those_who_lack_one_are_listed() {
        let office = Office::after_a_morning();
        let said = office
            .run(&["vigencia", "registrar", "26230101", "si", "--fecha", "2026-11-20"])
            .done();
        assert!(said.contains("VIGENTE al 20 nov 2026."), "{said}");
        let proven = &office.record("26230101")["comprobado"];
        assert_eq!(proven, "VIGENTE, constancia del 20 nov 2026");

        let refused = office
            .run(&["vigencia", "registrar", "26230101", "no", "--fecha", "2026-12-01"])
            .refused();
        assert!(refused.contains("no puede ser posterior a hoy"), "{refused}");
        office
            .run(&["vigencia", "registrar", "26230101", "quizá"])
            .makes_no_sense();
        let nobody = office.run(&["vigencia", "pendientes"]).done();
        assert_eq!(nobody.trim(), "Nadie tiene la vigencia por revisar.");
    }

    #[test]
    fn a_constancia_brings_its_clinic_its_history_and_another_name() {
        let office = Office::after_a_morning();
        let said = office
            .run(&[
                "vigencia",
                "registrar",
                "26230101",
                "si",
                "--fecha",
                "2026-11-20",
                "--umf",
                "36",
                "--turno",
                "matutino",
                "--nombre",
                "OTRO NOMBRE",
                "--afilio",
                "Plantel Ejemplo;;16/08/2025;15/02/2026;si",
                "--afilio",
                "Empresa Ejemplo; Z99-00000-10-0; 2026-02-16;; no",
            ])
            .done();
        assert!(said.contains("La afiliación es de otra institución"), "{said}");
        let record = office.record("26230101");
        assert_eq!(record["umf"], 36);
        assert_eq!(record["clinica_fecha"], "2026-11-20");
        let check = &record["comprobaciones"][0];
        assert_eq!(check["nuestra"], false);
        assert_eq!(check["edad"], "reciente");
        assert_eq!(check["nombre"], "OTRO NOMBRE");
        assert_eq!(check["historial"][1]["registro"], "Z99-00000-10-0");
        assert_eq!(check["historial"][0]["hasta"], "2026-02-15");

        let refused = office
            .run(&[
                "vigencia",
                "registrar",
                "26230101",
                "si",
                "--afilio",
                "Alguien; X; ayer por la tarde",
            ])
            .refused();
        assert!(refused.contains("No se entiende el renglón"), "{refused}");
        let refused = office
            .run(&[
                "vigencia",
                "registrar",
                "26230101",
                "si",
                "--fuente",
                "llamada",
                "--umf",
                "12",
            ])
            .refused();
        assert!(refused.contains("solo vienen en una constancia"), "{refused}");
        office
            .run(&[
                "vigencia",
                "registrar",
                "26230101",
                "si",
                "--umf",
                "12",
                "--solo-anotar",
            ])
            .done();
        assert_eq!(office.record("26230101")["umf"], 36);
    }

    #[test]
    fn the_demonstration_campus_has_some_to_review() {
        let office = Office::empty();
        office.run(&["demo", "--estudiantes", "300"]).done();
        let pending = office.run(&["vigencia", "pendientes", "--json"]).json();
        let pending = pending.as_array().unwrap();
        assert!(!pending.is_empty());
        for row in pending {
            let who = row["matricula"].as_str().unwrap();
            let line = office.run(&["buscar", who]).done();
            assert!(line.contains("Revisar vigencia"), "{line}");
        }
        let all = office.run(&["buscar", ""]).done();
        let chips = all
            .lines()
            .filter(|line| line.contains("Revisar vigencia"))
            .count();
        assert_eq!(chips, pending.len(), "the list and the chips agree");
    }
}

mod cotejo {
    use super::*;

    #[test]
    fn a_row_is_written_down_shown_and_undone() {
        let office = Office::after_a_morning();
        let said = office
            .run(&[
                "cotejo",
                "26230101",
                "8",
                "si",
                "--observacion",
                "dos fotografías",
            ])
            .done();
        assert_eq!(
            said.trim(),
            "Se anotó «Fotografía infantil» de D'Acosta Mac Gregor, José Luis: entregado el 21 nov 2026."
        );
        let list = office.run(&["cotejo", "26230101", "--json"]).json();
        assert_eq!(list["entregados"], 1);
        assert_eq!(
            list["renglones"][7],
            json!({
                "renglon": 8,
                "requisito": "Fotografía infantil",
                "entregado": true,
                "fecha": "2026-11-21",
                "observacion": "dos fotografías",
                "anoto": "Lupita",
                "propuesto": null,
            })
        );
        assert_eq!(
            list["renglones"][1]["propuesto"]["fecha"], "2026-11-21",
            "the CURP"
        );
        assert_eq!(list["renglones"][10]["entregado"], Value::Null);

        let shown = office.run(&["cotejo", "26230101"]).done();
        assert!(
            shown.contains("Entregado el 21 nov 2026 · Lupita · dos fotografías"),
            "{shown}"
        );
        assert!(shown.contains("1 de 11 requisitos recibidos."), "{shown}");

        // The same answer keeps its remark; the other one doesn't.
        office
            .run(&["cotejo", "26230101", "8", "no", "--fecha", "2026-11-20"])
            .done();
        let list = office.run(&["cotejo", "26230101", "--json"]).json();
        assert_eq!(list["renglones"][7]["observacion"], Value::Null);
        office.run(&["deshacer"]).done();
        office.run(&["deshacer"]).done();
        assert_eq!(
            office.run(&["cotejo", "26230101", "--json"]).json()["entregados"],
            0
        );
    }

    #[test]
    fn what_is_no_row_or_no_remark_is_refused_in_words() {
        let office = Office::after_a_morning();
        assert!(
            office
                .run(&["cotejo", "26230101", "12", "si"])
                .refused()
                .contains("van del 1 al 11")
        );
        let long = "x".repeat(81);
        let refused = office.run(&["cotejo", "26230101", "8", "si", "--observacion", &long]);
        assert!(refused.refused().contains("lleva hasta 80 letras; aquí hay 81"));
        let refused = office.run(&["cotejo", "26230101", "8", "si", "--fecha", "2026-11-22"]);
        assert!(refused.refused().contains("no puede ser posterior a hoy"));
        office.run(&["cotejo", "26230101", "8"]).makes_no_sense();
        office
            .run(&["cotejo", "26230101", "8", "si", "--json"])
            .makes_no_sense();
        office
            .run(&["cotejo", "26230101", "--observacion", "sola"])
            .makes_no_sense();
    }
}

mod control {
    use super::*;

    #[test]
    fn a_number_takes_the_place_of_a_folio() {
        let office = Office::after_a_morning();
        let said = office.run(&["control", "P20260001", "26230199"]).done();
        assert_eq!(
            said.trim(),
            "Se asignó 26230199 a Güemes Ibáñez, Ma. de los Ángeles, en lugar del folio P20260001."
        );
        assert_eq!(office.record("P20260001")["matricula"], "26230199");
        assert_eq!(office.found("P20260001").as_array().unwrap().len(), 1);
        let lines = office.run(&["historia", "26230199"]).done();
        assert!(
            lines.contains("Lupita asignó 26230199 en lugar del folio P20260001"),
            "{lines}"
        );
        let refused = office.run(&["control", "26230199", "26230200"]).refused();
        assert!(
            refused.starts_with("Ya tiene número de control: 26230199."),
            "{refused}"
        );
        office.run(&["verificar"]).done();
    }
}

mod archivar {
    use super::*;

    #[test]
    fn a_record_is_archived_found_and_restored() {
        let office = Office::after_a_morning();
        let said = office.run(&["archivar", "26230101"]).done();
        assert!(
            said.starts_with("Se archivó la ficha de D'Acosta Mac Gregor, José Luis."),
            "{said}"
        );
        assert_eq!(office.record("26230101")["archivada"], "2026-11-21");
        assert_eq!(office.found("26230101").as_array().unwrap().len(), 1);
        assert!(office.run(&["ficha", "26230101"]).done().contains("Archivada"));

        let again = office.run(&["archivar", "26230101"]).refused();
        assert_eq!(again.trim(), "La ficha ya está archivada, desde el 21 nov 2026.");
        office.run(&["restaurar", "26230101"]).done();
        assert_eq!(office.record("26230101")["archivada"], Value::Null);
        office.run(&["restaurar", "26230101"]).refused();

        office.run(&["alta", "26230101"]).done();
        let refused = office.run(&["archivar", "26230101"]).refused();
        assert!(
            refused.contains("en cola para el corte del 30 de noviembre"),
            "{refused}"
        );
    }
}

mod hoy {
    use super::*;

    #[test]
    fn each_number_of_the_day_has_its_list() {
        let office = Office::after_a_morning();
        office.run(&["alta", "26230101"]).done();
        let text = office.run(&["hoy"]).done();
        assert!(
            text.starts_with(
                "Hoy, sábado 21 de noviembre de 2026\nCorte 30 nov (lun) · faltan 9 días · 1 alta, 0 bajas"
            ),
            "{text}"
        );
        assert!(text.contains("Se esperan hoy: 0 personas"), "{text}");

        let day = office.run(&["hoy", "--json"]).json();
        assert_eq!(day["hoy"], "2026-11-21");
        assert_eq!(day["cortes"][0]["altas"], 1);
        let to_do = day["por_hacer"].as_array().unwrap();
        assert!(!to_do.is_empty());
        for task in to_do {
            let list = task["lista"].as_str().unwrap();
            let file = office.folder().join("lista.csv");
            office
                .run(&["exportar", list, "--salida", file.to_str().unwrap()])
                .done();
            let rows = std::fs::read_to_string(file).unwrap().lines().count() as u64 - 1;
            assert_eq!(json!(rows), task["cuantos"], "{list}");
        }
    }

    #[test]
    fn a_cut_that_passed_unsent_is_told() {
        let office = Office::after_a_morning();
        office.run(&["alta", "26230101"]).done();
        let day = office.run_on("2026-12-02T09:00", &["hoy", "--json"]).json();
        assert_eq!(day["por_hacer"][0]["asunto"], "corte_sin_enviar");
        assert_eq!(day["por_hacer"][0]["lista"], "corte:2026-11-30");
        let text = office.run_on("2026-12-02T09:00", &["hoy"]).done();
        assert!(
            text.contains(
                "Sin enviar del corte del 30 de noviembre: 1 alta, 0 bajas; el corte pasó hace 2 días"
            ),
            "{text}"
        );
    }
}

mod exportar {
    use super::*;

    #[test]
    fn a_list_is_a_head_and_a_row_for_each() {
        let office = Office::after_a_morning();
        let file = office.folder().join("todos.csv");
        let said = office
            .run(&["exportar", "todos", "--salida", file.to_str().unwrap()])
            .done();
        assert!(said.starts_with("Exportado (CSV): 6 renglones, en "), "{said}");
        let bytes = std::fs::read(&file).unwrap();
        assert!(bytes.starts_with(b"\xEF\xBB\xBF"), "Excel needs the mark");
        let text = String::from_utf8(bytes).unwrap();
        let lines: Vec<&str> = text.trim_end().split("\r\n").collect();
        assert_eq!(lines.len(), 7);
        assert!(
            lines[0].starts_with(
                "\u{feff}Número de control,Apellido paterno,Apellido materno,Nombre(s),CURP,NSS,"
            )
        );

        let narrowed = office.folder().join("uno.csv");
        office
            .run(&[
                "exportar",
                "todos",
                "--buscar",
                "26230101",
                "--salida",
                narrowed.to_str().unwrap(),
            ])
            .done();
        assert_eq!(std::fs::read_to_string(narrowed).unwrap().lines().count(), 2);
    }

    #[test]
    fn a_cut_is_a_row_for_each_movement_and_an_empty_list_its_head() {
        let office = Office::after_a_morning();
        office.run(&["alta", "26230101"]).done();
        let file = office.folder().join("corte.csv");
        office
            .run(&["exportar", "corte", "--salida", file.to_str().unwrap()])
            .done();
        let text = std::fs::read_to_string(&file).unwrap();
        assert_eq!(text.lines().count(), 2);
        assert!(text.contains(",2026-11-30,Alta,"), "{text}");

        let said = office
            .run(&["exportar", "archivados", "--salida", file.to_str().unwrap()])
            .done();
        assert!(
            said.contains("solo los encabezados, porque la lista está vacía"),
            "{said}"
        );
        assert_eq!(std::fs::read_to_string(&file).unwrap().lines().count(), 1);
    }

    #[test]
    fn what_can_not_be_written_was_not_exported() {
        let office = Office::after_a_morning();
        let nowhere = office.folder().join("no/hay/lista.csv");
        let said = office
            .run(&["exportar", "todos", "--salida", nowhere.to_str().unwrap()])
            .refused();
        assert!(said.starts_with("No se pudo escribir en "), "{said}");
        assert!(
            office.run(&["deshacer"]).done().starts_with("Se deshizo"),
            "no export stands before it"
        );
    }

    #[test]
    fn a_list_on_paper_has_its_folio_and_the_card_of_keys_none() {
        let office = Office::after_a_morning();
        let file = office.folder().join("relacion.pdf");
        let said = office
            .run(&[
                "imprimir",
                "relacion",
                "sin_nss",
                "--salida",
                file.to_str().unwrap(),
            ])
            .done();
        assert!(said.contains(": folio "), "{said}");
        assert!(std::fs::read(&file).unwrap().starts_with(b"%PDF-"));
        let keys = office.folder().join("teclas.pdf");
        office
            .run(&["imprimir", "teclas", "--salida", keys.to_str().unwrap()])
            .done();
        assert!(std::fs::read(&keys).unwrap().starts_with(b"%PDF-"));
        let refused = office.run(&["deshacer"]).refused();
        assert!(refused.contains("no se deshace"), "{refused}");
    }
}

mod imprimir {
    use super::*;

    /// The text of a PDF, where the computer has a program to tell it.
    fn text_of(pdf: &Path) -> Option<String> {
        let output = Command::new("pdftotext")
            .arg("-layout")
            .arg(pdf)
            .arg("-")
            .output()
            .ok()?;
        Some(String::from_utf8(output.stdout).unwrap())
    }

    #[test]
    fn a_summary_is_a_sheet_for_each_student() {
        let office = Office::after_a_morning();
        let pdf = office.folder().join("hojas.pdf");
        let line = [
            "imprimir",
            "resumen",
            "26230101",
            "P20260001",
            "--salida",
            pdf.to_str().unwrap(),
        ];
        let said = office.run(&line).done();
        assert!(said.contains("con 2 hojas: folios "), "{said}");
        assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF-"));
        if let Some(text) = text_of(&pdf) {
            for expected in [
                "D'ACOSTA MAC GREGOR",
                "48-19-06-0042-8",
                "GÜEMES IBÁÑEZ",
                "P20260001",
                "Plantel Minatitlán",
            ] {
                assert!(text.contains(expected), "{expected} in\n{text}");
            }
        }
        // Written over what is there, with folios of its own; and paper is not undone.
        let again = office.run(&line).done();
        assert_ne!(said, again);
        assert!(
            office
                .run(&["deshacer"])
                .refused()
                .starts_with("Lo impreso no se deshace")
        );
        assert_eq!(
            std::fs::read_dir(office.folder())
                .unwrap()
                .filter(is_partial)
                .count(),
            0
        );
    }

    #[test]
    fn a_checklist_is_a_sheet_for_each_student() {
        let office = Office::after_a_morning();
        office
            .run(&[
                "cotejo",
                "26230101",
                "8",
                "no",
                "--observacion",
                "la trae el lunes",
            ])
            .done();
        let file = office.folder().join("cotejo.pdf");
        let said = office
            .run(&[
                "imprimir",
                "cotejo",
                "26230101",
                "26230102",
                "--salida",
                file.to_str().unwrap(),
            ])
            .done();
        assert!(said.contains("con 2 hojas: folios "), "{said}");
        if let Some(text) = text_of(&file) {
            for words in [
                "Lista de cotejo",
                "D'ACOSTA MAC GREGOR, JOSÉ LUIS",
                "la trae el lunes",
                "No",
            ] {
                assert!(text.contains(words), "{words} in\n{text}");
            }
        }
        let lines = office.run(&["historia", "26230102"]).done();
        assert!(
            lines.contains("Lupita imprimió la lista de cotejo, folio "),
            "{lines}"
        );
        let refused = office.run(&["deshacer"]).refused();
        assert!(refused.contains("Lo impreso no se deshace"), "{refused}");
    }

    fn is_partial(entry: &std::io::Result<std::fs::DirEntry>) -> bool {
        entry
            .as_ref()
            .is_ok_and(|entry| entry.path().extension().is_some_and(|end| end == "parcial"))
    }

    #[test]
    fn a_sheet_that_can_not_be_written_was_not_printed() {
        let office = Office::after_a_morning();
        let nowhere = office.folder().join("no").join("hay").join("hoja.pdf");
        let said = office
            .run(&[
                "imprimir",
                "resumen",
                "26230101",
                "--salida",
                nowhere.to_str().unwrap(),
            ])
            .refused();
        assert!(said.contains("No se registró la impresión."), "{said}");
        assert_eq!(office.run(&["historia", "26230101"]).done().lines().count(), 1);
        let said = office
            .run(&["imprimir", "resumen", "0000", "--salida", "x.pdf"])
            .refused();
        assert!(said.contains("No hay nadie con el número «0000»"), "{said}");
    }
}

mod the_folder {
    use super::*;

    /// Every command that needs a register, reading ones first.
    const READING: [&[&str]; 5] = [
        &["buscar", "a"],
        &["ficha", "26230101"],
        &["movimientos"],
        &["historia", "26230101"],
        &["verificar"],
    ];
    const WRITING: [&[&str]; 8] = [
        &["registrar", "--json", "-"],
        &["alta", "26230101"],
        &["baja", "26230101", "--motivo", "egreso"],
        &["cancelar", "26230101"],
        &["deshacer"],
        &["rehacer"],
        &["imprimir", "resumen", "26230101", "--salida", "x.pdf"],
        &["verificar", "--reparar"],
    ];

    #[test]
    fn without_a_register_nothing_is_done_and_none_is_made() {
        let office = Office::empty();
        for line in READING.into_iter().chain(WRITING) {
            let said = office.run(line).refused();
            assert!(
                said.contains("no hay un registro de Ventanilla"),
                "{line:?}: {said}"
            );
        }
        assert_eq!(
            std::fs::read_dir(office.folder()).unwrap().count(),
            0,
            "nothing was left in the folder"
        );
    }

    #[test]
    fn a_register_is_made_once() {
        let office = Office::empty();
        let line = [
            "iniciar",
            "--plantel",
            "otro",
            "--nombre",
            "Plantel Ejemplo",
            "--atiende",
            "Beto",
        ];
        let said = office.run(&line).done();
        assert!(
            said.starts_with("Se creó el registro de Plantel Ejemplo en "),
            "{said}"
        );
        assert!(
            office
                .run(&line)
                .refused()
                .contains("ya hay un registro, y no se reemplaza")
        );
        assert!(
            office
                .run(&["demo"])
                .refused()
                .contains("ya hay un registro, y no se reemplaza")
        );
        let said = office
            .run(&["iniciar", "--plantel", "otro", "--atiende", "Beto"])
            .makes_no_sense();
        assert!(said.contains("--nombre"), "{said}");
    }

    #[test]
    fn the_environment_names_the_folder_too() {
        let office = Office::after_a_morning();
        let output = Command::new(env!("CARGO_BIN_EXE_ventanilla"))
            .args(["buscar", ""])
            .env("VENTANILLA_DATOS", office.folder())
            .output()
            .unwrap();
        assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 6);
    }

    #[test]
    fn a_file_in_the_place_of_the_folder_is_told() {
        let office = Office::empty();
        let file = office.folder().join("archivo");
        std::fs::write(&file, "x").unwrap();
        let file = file.to_str().unwrap();
        let said = program(&["--datos", file, "buscar", ""], b"").refused();
        assert!(said.contains("no hay un registro de Ventanilla"), "{said}");
        for line in [
            &["demo"][..],
            &["iniciar", "--plantel", "tehuacan", "--atiende", "Beto"],
        ] {
            let said = program(&[&["--datos", file], line].concat(), b"").refused();
            assert!(said.contains("No se puede escribir en"), "{said}");
        }
        assert_eq!(std::fs::read(file).unwrap(), b"x");
    }

    #[test]
    fn a_newer_register_is_left_as_it_is() {
        let office = Office::after_a_morning();
        rusqlite::Connection::open(office.file())
            .unwrap()
            .pragma_update(None, "user_version", 99)
            .unwrap();
        for line in READING.into_iter().chain(WRITING) {
            let said = office.run(line).refused();
            assert!(
                said.contains("una versión más nueva de Ventanilla (formato 99;"),
                "{line:?}: {said}"
            );
        }
    }

    #[test]
    fn anything_else_is_refused_untouched() {
        let garbage: Vec<u8> = (0..8_192_u32).map(|n| (n * 7 % 251) as u8).collect();
        let foreign = {
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("otro.db");
            let other = rusqlite::Connection::open(&file).unwrap();
            other
                .execute_batch("CREATE TABLE contactos (nombre TEXT)")
                .unwrap();
            drop(other);
            std::fs::read(file).unwrap()
        };
        for contents in [garbage, foreign] {
            let office = Office::empty();
            std::fs::write(office.file(), &contents).unwrap();
            for line in READING.into_iter().chain(WRITING) {
                let said = office.run(line).refused();
                assert!(
                    said.contains("no es un registro de Ventanilla, y no se tocó"),
                    "{line:?}: {said}"
                );
            }
            assert_eq!(std::fs::read(office.file()).unwrap(), contents);
        }
    }

    #[test]
    fn while_the_window_writes_others_read() {
        let office = Office::after_a_morning();
        let lock = File::options()
            .write(true)
            .open(office.folder().join("ventanilla.lock"))
            .unwrap();
        lock.lock().unwrap();
        for line in READING {
            office.run(line).done();
        }
        for line in WRITING {
            let said = office.run(line).refused();
            assert_eq!(
                said, "La ventana está abierta y es la que guarda. Consultar sí se puede.\n",
                "{line:?}"
            );
        }
        drop(lock);
        office.run(&["alta", "26230101"]).done();
    }
}

mod verificar {
    use super::*;

    #[test]
    fn what_is_wrong_is_told_and_put_right_on_request() {
        let office = Office::after_a_morning();
        assert!(
            office
                .run(&["verificar"])
                .done()
                .contains("(6 estudiantes) y está en orden")
        );
        rusqlite::Connection::open(office.file())
            .unwrap()
            .execute(
                "UPDATE students SET search_words = ' nadie' WHERE identifier = '26230101'",
                [],
            )
            .unwrap();
        let said = office.run(&["verificar"]).remarked();
        assert_eq!(
            said,
            "La búsqueda no encuentra bien 1 ficha. Se corrige con --reparar.\n"
        );
        let said = office.run(&["verificar", "--reparar"]).done();
        assert!(
            said.starts_with("Se rehízo el índice de la búsqueda.\n"),
            "{said}"
        );
        assert_eq!(
            office.run(&["verificar", "--json"]).json()["hallazgos"],
            json!([])
        );
        assert_eq!(office.found("26230101").as_array().unwrap().len(), 1);
    }

    #[test]
    #[cfg(unix)]
    fn a_register_that_others_can_read_is_told() {
        use std::os::unix::fs::PermissionsExt;

        let office = Office::open();
        std::fs::set_permissions(office.file(), std::fs::Permissions::from_mode(0o644)).unwrap();
        let said = office.run(&["verificar"]).remarked();
        assert!(
            said.contains("Otras cuentas de esta computadora pueden leer"),
            "{said}"
        );
        office.run(&["verificar", "--reparar"]).done();
        office.run(&["verificar"]).done();
    }
}

mod demo {
    use super::*;

    #[test]
    fn a_sample_campus_is_sound_and_can_be_worked_with() {
        let office = Office::empty();
        let said = office.run(&["demo", "--estudiantes", "500"]).done();
        assert!(
            said.starts_with("Se creó un plantel de muestra con 500 estudiantes en "),
            "{said}"
        );
        office.run(&["verificar"]).done();
        assert_eq!(office.found("").as_array().unwrap().len(), 500);
        let cut = office.run(&["movimientos", "--json"]).json();
        assert!(cut["altas"].as_u64().unwrap() > 10, "{cut}");
        let waiting = cut["movimientos"][0]["matricula"].as_str().unwrap();
        office.run(&["cancelar", waiting]).done();
        office.run(&["deshacer"]).done();
        assert_eq!(
            office.run(&["deshacer"]).refused(),
            "No hay nada que deshacer.\n",
            "the campus itself stays"
        );
    }

    #[test]
    fn the_same_seed_gives_the_same_campus() {
        let campus = |seed| {
            let office = Office::empty();
            office
                .run(&["demo", "--estudiantes", "60", "--semilla", seed])
                .done();
            office.found("")
        };
        assert_eq!(campus("7"), campus("7"));
        assert_ne!(campus("7"), campus("8"));
    }
}

mod the_line {
    use super::*;

    #[test]
    fn what_makes_no_sense_ends_in_two() {
        for line in [
            &["comer"][..],
            &["alta"],
            &["revisar"],
            &["revisar", "rfc"],
            &["buscar", "a", "--limite", "x"],
            &["--ahora", "ayer"],
            &["--demo", "buscar", "a"],
            &["registrar", "--json"],
        ] {
            let said = program(line, b"").makes_no_sense();
            assert!(
                said.ends_with("Para ver las órdenes y sus opciones: ventanilla --ayuda\n"),
                "{line:?}: {said}"
            );
        }
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn without_a_screen_the_window_is_refused_in_words() {
        // It stopped inside the toolkit, with a message about drafts that nobody had written.
        let office = Office::empty();
        let output = Command::new(env!("CARGO_BIN_EXE_ventanilla"))
            .args(["--datos", office.folder().to_str().unwrap()])
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("WAYLAND_SOCKET")
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1));
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.starts_with("No se pudo abrir la ventana"), "{said}");
    }

    #[test]
    fn help_and_version_are_no_faults() {
        assert!(program(&["--ayuda"], b"").done().contains("Órdenes:"));
        assert!(
            program(&["alta", "-h"], b"")
                .done()
                .contains("Uso: ventanilla alta MATRICULA")
        );
        assert_eq!(
            program(&["--version"], b"").done(),
            format!("ventanilla {}\n", env!("CARGO_PKG_VERSION"))
        );
    }

    #[test]
    fn a_reader_that_goes_away_is_no_fault() {
        let office = Office::empty();
        office.run(&["demo", "--estudiantes", "2000"]).done();
        let mut child = Command::new(env!("CARGO_BIN_EXE_ventanilla"))
            .args(["buscar", "", "--datos", office.folder().to_str().unwrap()])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    }
}

mod ajustes {
    use super::*;

    #[test]
    fn shows_changes_confirms_and_puts_back() {
        let office = Office::open();
        let all = office.run(&["ajustes"]).done();
        assert!(all.contains("Plazos y evidencia\n"), "{all}");
        assert!(all.contains("(sin confirmar)"), "{all}");

        let said = office.run(&["ajustes", "corte.plazo", "2 a 5"]).done();
        assert_eq!(
            said,
            "Se guardó «Plazo de actualización»: De 2 a 5 días corridos, desde lo último entre corte y envío.\n"
        );
        let one = office.run(&["ajustes", "corte.plazo", "--json"]).json();
        assert_eq!(
            (&one["valor"], &one["inicio"], &one["por_confirmar"]),
            (&json!("2-5"), &json!("1-3"), &json!(true))
        );

        office.run(&["ajustes", "corte.plazo", "--confirmar"]).done();
        let shown = office.run(&["ajustes", "corte.plazo"]).done();
        assert!(shown.contains("Lo confirmó Lupita el 21 nov 2026."), "{shown}");

        office.run(&["deshacer"]).done();
        office.run(&["ajustes", "corte.plazo", "--inicio"]).done();
        let one = office.run(&["ajustes", "corte.plazo", "--json"]).json();
        assert_eq!(one["valor"], "1-3");
        let again = office.run(&["ajustes", "corte.plazo", "--inicio"]).done();
        assert_eq!(again, "«Plazo de actualización» ya estaba así; no cambió nada.\n");
    }

    #[test]
    fn refuses_in_words_what_is_no_key_or_no_value() {
        let office = Office::open();
        let said = office.run(&["ajustes", "corte"]).refused();
        assert!(said.starts_with("No hay un ajuste «corte»."), "{said}");
        let said = office.run(&["ajustes", "apariencia.tema", "morado"]).refused();
        assert_eq!(
            said,
            "«Tema» no cambió: puede ser «claro», «oscuro» o «contraste».\n"
        );
        office.run(&["ajustes", "--confirmar"]).makes_no_sense();
    }
}
