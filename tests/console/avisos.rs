use super::*;

/// A cut of two altas, sent and accepted; one of the two has an address.
fn office_with_accepted_altas() -> Office {
    let office = Office::open();
    let of = |who: &str, given: &str, curp: &str, nss: &str, email: &str| {
        json!({ "matricula": who, "nombres": given, "primer_apellido": "Hernández", "segundo_apellido": "Muñoz",
            "curp": curp, "nss": nss, "situacion": "inscrito", "correo": email })
        .to_string()
    };
    let lines = [
        of("24230318", "Juan Pablo", "HEMJ040315HVZRXNA8", "03190412340", ""),
        of(
            "25230457",
            "María Fernanda",
            "CUNF051130MPLRXRA2",
            "12180599990",
            "maria@plantel.example",
        ),
    ];
    office.register(&lines.join("\n")).done();
    for who in ["24230318", "25230457"] {
        office.run(&["alta", who]).done();
    }
    office
        .run(&["ajustes", "imss.registro_patronal", "Z99-00000-32-0"])
        .done();
    office.run(&["corte", "cerrar"]).done();
    office
        .run(&[
            "corte",
            "enviar",
            "C-2026-22",
            "--tipo",
            "alta",
            "--canal",
            "idse",
            "--lote",
            "77123",
        ])
        .done();
    office.run(&["corte", "conciliar", "C-2026-22", "--todas"]).done();
    office
}

#[test]
fn accepted_altas_are_told_by_sheet_or_by_lots_and_it_is_recorded() {
    let office = office_with_accepted_altas();
    let told = office.run(&["avisos", "C-2026-22", "--json"]).json();
    assert_eq!(
        (&told["aceptadas"], &told["sin_correo"], &told["avisadas"]),
        (&json!(2), &json!(1), &json!(0))
    );
    assert_eq!(told["lotes"], json!([["maria@plantel.example"]]));
    let lots = office.run(&["avisos", "c-2026-22", "--lotes"]).done();
    assert_eq!(
        lots,
        "2 altas aceptadas. Sin correo en su ficha: 1.\nLote 1 de 1 (1 dirección):\nmaria@plantel.example\n"
    );

    let sheet = office.folder().join("avisos.xlsx");
    let said = office
        .run(&[
            "avisos",
            "C-2026-22",
            "--salida",
            sheet.to_str().unwrap(),
            "--registrar",
        ])
        .done();
    assert!(said.contains("Exportado (Excel): "), "{said}");
    assert!(
        said.contains("Se registró el aviso enviado a 1 persona. El carnet puede descargarse desde el 22 nov a las 10:30."),
        "{said}"
    );
    assert!(std::fs::read(&sheet).unwrap().starts_with(b"PK"));
    let again = office.run(&["avisos", "C-2026-22", "--registrar"]);
    assert_eq!(again.code, 1);
    assert!(
        again.err.contains("ya están registrados como enviados"),
        "{again:?}"
    );
    let history = office.run(&["historia", "25230457"]).done();
    assert!(
        history.contains("Lupita anotó el aviso por correo de su alta aceptada"),
        "{history}"
    );
    assert!(
        office
            .run(&["deshacer"])
            .done()
            .contains("Se deshizo el registro de los avisos")
    );
    assert_eq!(
        office.run(&["avisos", "C-2026-22", "--json"]).json()["avisadas"],
        0
    );
}

#[test]
fn notices_want_a_folio_and_a_workbook() {
    let office = office_with_accepted_altas();
    let refused = office.run(&["avisos", "C-2026-99"]).refused();
    assert!(refused.contains("No hay un corte con el folio"), "{refused}");
    office
        .run(&["avisos", "C-2026-22", "--salida", "avisos.csv"])
        .makes_no_sense();
    office
        .run(&["avisos", "C-2026-22", "--lotes", "--registrar"])
        .makes_no_sense();
}
