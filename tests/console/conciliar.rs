//! What IMSS answered, read from a file.

use super::*;

const JUAN: &str = "03190412340";
const MARIA: &str = "12180599990";
const EVA: &str = "02170300012";

/// Two altas and a baja went out on 20 November, under the lote 8841207.
fn office_that_waits() -> Office {
    let office = Office::open();
    let of = |who: &str, given: &str, curp: &str, nss: &str, standing: &str| {
        json!({ "matricula": who, "nombres": given, "primer_apellido": "Hernández", "segundo_apellido": "Muñoz",
            "curp": curp, "nss": nss, "situacion": standing })
        .to_string()
    };
    let lines = [
        of("24230318", "Juan Pablo", "HEMJ040315HVZRXNA8", JUAN, "inscrito"),
        of(
            "25230457",
            "María Fernanda",
            "CUNF051130MPLRXRA2",
            MARIA,
            "inscrito",
        ),
        of("21230078", "Eva", "", EVA, "egresado"),
    ];
    office.register(&lines.join("\n")).done();
    office
        .run(&["ajustes", "imss.registro_patronal", "Z99-00000-32-0"])
        .done();
    office.run(&["alta", "24230318"]).done();
    office.run(&["alta", "25230457"]).done();
    office.run(&["baja", "21230078", "--motivo", "egreso"]).done();
    office.run(&["corte", "cerrar"]).done();
    for kind in ["alta", "baja"] {
        let line = ["corte", "enviar", "C-2026-22", "--tipo", kind, "--canal", "idse"];
        office.run(&[&line[..], &["--lote", "8841207"]].concat()).done();
    }
    office
}

impl Office {
    fn answer(&self, name: &str, bytes: impl AsRef<[u8]>, more: &[&str]) -> Said {
        let file = self.folder().join(name);
        std::fs::write(&file, bytes).unwrap();
        let line = ["corte", "conciliar", "C-2026-22", file.to_str().unwrap()];
        self.run(&[&line[..], more].concat())
    }

    /// Aceptadas, rechazadas and sin respuesta of each envío.
    fn answered(&self) -> Vec<(u64, u64, u64)> {
        let cut = self.run(&["corte", "2026-11-30", "--json"]).json();
        let figures = |envio: &Value| {
            ["aceptadas", "rechazadas", "sin_respuesta"].map(|key| envio[key].as_u64().unwrap())
        };
        let envios = cut["cierre"]["envios"].as_array().unwrap().iter();
        envios.map(|envio| figures(envio).into()).collect()
    }
}

#[test]
fn an_answer_is_told_pile_by_pile_and_a_plan_records_nothing() {
    let office = office_that_waits();
    let text = format!(
        "Lote: 8841299\nNSS,Nombre,Resultado,Código,Causa\n{JUAN},HERNANDEZ,Rechazado,57,CURP no coincide\n48190600428,OTRA \
         ANA,Aceptado,,\n{EVA},EVA,Aceptado,,\nnadie,,,,\n"
    );
    let plan = office.answer("acuse.csv", &text, &["--plan"]).remarked();
    assert_eq!(
        plan,
        "1 alta rechazada. 1 sigue sin respuesta.\n\
         El archivo dice lote 8841299, y el envío de altas está registrado con el lote 8841207. Compárelos con el acuse; si el \
         registrado está mal, corríjalo en Cortes.\n\
         Rechazadas:\n    24230318  Hernández Muñoz, Juan Pablo  [57] CURP no coincide\n        Compare nombre y CURP con la \
         constancia. Si la ficha está mal, corríjala; si los datos del IMSS están mal, el estudiante pide la corrección de sus \
         datos en el IMSS. Después prepare el movimiento otra vez.\n\
         Sin respuesta: 1 movimiento enviado no aparece en el archivo. Sigue esperando respuesta: búsquelo en el acuse o \
         pregunte a su subdelegación.\n    25230457  Hernández Muñoz, María Fernanda\n\
         1 baja aceptada.\n\
         El archivo dice lote 8841299, y el envío de bajas está registrado con el lote 8841207. Compárelos con el acuse; si el \
         registrado está mal, corríjalo en Cortes.\n\
         Respondidas que no enviamos: 1 respuesta es de alguien que no va en este corte. No se guarda: revise si el archivo es \
         de otro lote.\n    renglón 4  48190600428  OTRA ANA  aceptada\n\
         Renglones que no se entendieron: 1 renglón del archivo no se entendió y no se tomó en cuenta. Léalo en la lista.\n    \
         renglón 6  nadie\n\
         Es un plan: no se registró nada. Repita la orden sin --plan para registrarlo.\n"
    );
    assert_eq!(office.answered(), [(0, 0, 2), (0, 0, 1)]);

    let said = office.answer("acuse.csv", &text, &[]).remarked();
    assert!(
        said.ends_with(
            "Se registró la respuesta de 1 alta, con fecha del 21 nov 2026.\nSe registró la respuesta de 1 baja, con fecha del \
             21 nov 2026.\n"
        ),
        "{said}"
    );
    assert_eq!(office.answered(), [(0, 1, 1), (1, 0, 0)]);
}

#[test]
fn what_was_answered_before_is_not_recorded_again() {
    let office = office_that_waits();
    let first = format!("NSS;Resultado\n{JUAN};Aceptado\n{EVA};Aceptado\n");
    office.answer("uno.csv", first, &[]).remarked();
    let second =
        format!("NSS;Resultado\n{JUAN};Rechazado por estructura\n{EVA};Aceptado\n{MARIA};Aceptado\n");
    let said = office.answer("dos.csv", second, &["--json"]).remarked();
    let said: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(
        (
            &said["registradas"],
            said["ya_registradas"].as_array().unwrap().len()
        ),
        (&json!(1), 1)
    );
    let against = &said["distintas_de_lo_registrado"][0];
    assert_eq!(
        (&against["nss"], &against["resultado"]),
        (&json!(JUAN), &json!("rechazada"))
    );
    assert_eq!(office.answered(), [(2, 0, 0), (1, 0, 0)]);
    // Nothing is left over now, and nothing waits.
    let again = format!("NSS;Resultado\n{JUAN};Aceptado\n{EVA};Aceptado\n{MARIA};Aceptado\n");
    assert_eq!(
        office.answer("tres.csv", again, &[]).done(),
        "Ningún movimiento enviado de ese corte espera ya respuesta.\n3 respuestas ya estaban registradas y dicen lo mismo.\n\
         No se registró nada.\n"
    );
}

#[test]
fn an_answer_that_leaves_nothing_over_ends_well_whatever_file_it_is() {
    let text = format!(
        "Número de Seguridad Social;Situación;Fecha de respuesta;Descripción\n{JUAN};Aceptado;21/11/2026;\n{MARIA};Rechazado;\
         21/11/2026;El nombre NÚÑEZ no coincide\n{EVA};Aceptado;21/11/2026;\n"
    );
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(&text);
    let rows = text
        .lines()
        .map(|line| line.split(';').map(str::to_owned).collect());
    let mut rows: Vec<Vec<String>> = rows.collect();
    let sheet = ventanilla::exchange::Sheet {
        head: rows.remove(0),
        rows,
    };
    let about = ventanilla::exchange::xlsx::About {
        sheet_name: "Respuesta".into(),
        about_name: "Notas".into(),
        ..Default::default()
    };
    let files = [
        ("bom.csv", format!("\u{feff}{text}").into_bytes()),
        ("excel.csv", windows.into_owned()),
        ("comas.txt", text.replace(';', ",").into_bytes()),
        // A spreadsheet dropped the zeros.
        ("ceros.csv", text.replace("\n0", "\n").into_bytes()),
        (
            "libro.xlsx",
            ventanilla::exchange::xlsx::write(&sheet, &about).unwrap(),
        ),
    ];
    for (name, bytes) in files {
        let office = office_that_waits();
        let said = office.answer(name, bytes, &["--json"]);
        let said: Value = serde_json::from_str(&said.done()).unwrap();
        assert_eq!(said["registradas"], 3, "{name}: {said}");
        assert_eq!(said["no_entendidos"], json!([]), "{name}");
        let rejected = &said["envios"][0]["rechazadas"][0];
        assert_eq!(
            (&rejected["matricula"], &rejected["causa"], &rejected["paso"]),
            (
                &json!("25230457"),
                &json!("El nombre NÚÑEZ no coincide"),
                &json!("corregir_datos")
            ),
            "{name}"
        );
        assert_eq!(office.answered(), [(1, 1, 0), (1, 0, 0)], "{name}");
    }
}

#[test]
fn a_file_that_says_nothing_is_refused_in_words_and_changes_nothing() {
    let office = office_that_waits();
    let random: Vec<u8> = (0u32..4_000)
        .map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect();
    for (name, bytes, begins) in [
        (
            "sin-nss.csv",
            b"Nombre,Resultado\nHERNANDEZ,Aceptado\n".to_vec(),
            "El archivo no trae NSS",
        ),
        (
            "sin-resultado.csv",
            format!("NSS,Nombre\n{JUAN},HERNANDEZ\n").into_bytes(),
            "El archivo nombra a 1 persona, pero no dice si se aceptó",
        ),
        ("ruido.bin", random, "Ese archivo no es una hoja de cálculo."),
        ("vacio.csv", Vec::new(), ""),
    ] {
        let said = office.answer(name, bytes, &[]).refused();
        assert!(said.starts_with(begins), "{name}: {said}");
    }
    let none = office.folder().join("no-existe.csv");
    office
        .run(&["corte", "conciliar", "C-2026-22", none.to_str().unwrap()])
        .refused();
    assert_eq!(office.answered(), [(0, 0, 2), (0, 0, 1)]);
}

#[test]
fn an_answer_of_both_kinds_at_once_waits_for_a_person() {
    let office = office_that_waits();
    let text =
        format!("NSS,Resultado\n{JUAN},Aceptado\n{JUAN},Rechazado\n{MARIA},Aceptado\n{EVA},Aceptado\n");
    let said = office.answer("ambas.csv", text, &[]).remarked();
    assert!(
        said.contains(
            "Con respuestas que se contradicen:\n    24230318  Renglón 1 del envío: los renglones 2 y 3 del archivo dicen cosas \
             distintas."
        ),
        "{said}"
    );
    assert_eq!(office.answered(), [(1, 0, 1), (1, 0, 0)]);
}

#[test]
fn a_day_that_cannot_be_is_refused_before_anything_is_recorded() {
    let office = office_that_waits();
    let text = format!("NSS,Resultado\n{JUAN},Aceptado\n{MARIA},Aceptado\n{EVA},Aceptado\n");
    let said = office
        .answer("r.csv", &text, &["--fecha", "2026-11-20"])
        .refused();
    assert!(said.contains("sería anterior al envío"), "{said}");
    assert_eq!(office.answered(), [(0, 0, 2), (0, 0, 1)]);
    // Only one of the two kinds.
    office.answer("r.csv", &text, &["--tipo", "baja"]).done();
    assert_eq!(office.answered(), [(0, 0, 2), (1, 0, 0)]);
}

#[test]
fn an_envio_that_nobody_recorded_as_sent_is_told_apart() {
    let office = Office::open();
    let of = |who: &str, nss: &str, standing: &str| {
        json!({ "matricula": who, "nombres": "Ana", "primer_apellido": "Gil", "nss": nss, "situacion": standing,
            "curp": if who == "24230318" { "HEMJ040315HVZRXNA8" } else { "" } })
        .to_string()
    };
    let lines = [of("24230318", JUAN, "inscrito"), of("21230078", EVA, "egresado")];
    office.register(&lines.join("\n")).done();
    office.run(&["alta", "24230318"]).done();
    office.run(&["baja", "21230078", "--motivo", "egreso"]).done();
    office.run(&["corte", "cerrar"]).done();
    let text = format!("NSS,Resultado\n{JUAN},Aceptado\n{EVA},Aceptado\n");
    assert_eq!(
        office.answer("r.csv", &text, &[]).refused(),
        "Ese envío del corte C-2026-22 todavía no está registrado como enviado. Regístrelo primero, con su fecha.\n"
    );
    let line = [
        "corte",
        "enviar",
        "C-2026-22",
        "--tipo",
        "alta",
        "--canal",
        "papel",
    ];
    office.run(&line).done();
    let said = office.answer("r.csv", &text, &[]).remarked();
    assert!(
        said.contains("De un envío sin registrar: 1 respuesta es de un envío que todavía no está registrado como enviado."),
        "{said}"
    );
    assert_eq!(office.answered(), [(1, 0, 0), (0, 0, 1)]);
}
