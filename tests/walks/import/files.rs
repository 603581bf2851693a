//! Which sheet, from where, and what can't be read; every step whole in every look.

use super::*;

#[test]
fn a_file_that_cant_be_read_says_why_and_what_to_do() {
    let computer = Computer::with(&[]);
    for (sheet, said) in [
        ("cortado.xlsx", "El archivo está incompleto o dañado"),
        ("con-contrasena.xlsx", "El archivo está protegido con contraseña"),
        ("es-un-pdf.xlsx", "Ese archivo no es una hoja de cálculo"),
        ("gigas.xlsx", "más de lo que una lista de estudiantes necesita"),
        ("vacio.xlsx", "El archivo está vacío"),
        (
            "solo-encabezado.xlsx",
            "La hoja tiene encabezados y ningún renglón",
        ),
    ] {
        let _ = std::fs::remove_dir_all(computer.downloads());
        computer.download(sheet, sheet);
        let mut window = computer.start();
        window.press("Ctrl+I");
        window.press("Enter");
        window.see(said);
        window.press("Esc");
        window.dont_see(said);
    }
    let mut window = computer.start();
    window.press("Ctrl+I");
    window.click_id("importar-ruta");
    window.type_text("/no/hay.xlsx");
    window.press("Enter");
    window.see("Ese archivo ya no está en esa carpeta.");
}

#[test]
fn a_file_may_be_typed_pasted_or_dropped() {
    let computer = Computer::with(&[]);
    let mut window = computer.start();
    window.press("Ctrl+I");
    window.see("No hay hojas en Descargas ni en Documentos.");
    assert_eq!(window.focused().as_deref(), Some("importar-ruta"));
    let file = computer.folder.path().join("altas.csv");
    std::fs::write(&file, form(&[JUAN])).unwrap();
    window.type_text(&format!("\"{}\"", file.display()));
    window.press("Enter");
    window.see("NSS con cero perdido");

    drop(window);
    let mut window = computer.start();
    window.press("Ctrl+I");
    window.click("Hojas más recientes");
    window.click("Pegar celdas");
    window.see("No hay celdas copiadas.");
    window.copy(&form(&[JUAN]).replace(';', "\t"));
    window.press("Esc");
    window.click("Pegar celdas");
    window.see("NSS con cero perdido");
    window.see("Celdas copiadas");

    drop(window);
    let mut window = computer.start();
    window.send(Message::FileDropped(file));
    window.see("NSS con cero perdido");
}

#[test]
fn copied_cells_are_taken_with_ctrl_v_and_new_files_with_f5() {
    let computer = Computer::with(&[]);
    computer.download("bajas.xlsx", "Bajas.xlsx");
    let mut window = computer.start();
    window.press("Ctrl+I");
    window.dont_see("Altas.ods");
    computer.download("altas.ods", "Altas.ods");
    window.press("F5");
    window.see("Altas.ods");
    window.copy(&form(&[JUAN]).replace(';', "\t"));
    window.press("Ctrl+V");
    window.see("NSS con cero perdido");
}

#[test]
fn the_same_file_again_changes_nothing_and_says_so() {
    let computer = Computer::with(&[]);
    let mut window = opened(&computer, "altas.csv", &form(&[JUAN]));
    window.press("A");
    window.press("Ctrl+Enter");
    window.press("Enter");
    window.see("Se agregó 1 estudiante");
    window.press("Ctrl+I");
    window.click("Plantilla para llenar");
    window.see("Se escribió la plantilla");
    window.click_id("importar-archivos");
    window.press("Enter");
    window.see("Este archivo ya se importó el 21 de noviembre. No hay cambios.");
    window.press("Ctrl+Enter");
    window.see("Este archivo ya se importó el 21 de noviembre. No hay cambios.");
}

#[test]
fn two_sheets_are_compared_and_what_follows_is_planned() {
    const CAREER: &str = "Ingeniería Química";
    let mut entries = people(3);
    for entry in &mut entries {
        entry.career = CAREER.into();
        entry.semester = "3".into();
    }
    let computer = Computer::with(&entries);
    let row = |number: &str, second: &str, semester: u8| {
        format!("{number};Luna;{second};Ana;;;;;{CAREER};{semester}")
    };
    let before = [row("25230000", "Solaa", 3), row("25230001", "Solab", 3)];
    let now = [row("25230001", "Solab", 4), row("25230009", "Nueva", 1)];
    let write = |name: &str, rows: &[String], minutes: u64| {
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        computer.put_down(name, form(&rows));
        let file = std::fs::File::options()
            .write(true)
            .open(computer.downloads().join(name))
            .unwrap();
        let ago = std::time::Duration::from_secs(60 * minutes);
        file.set_modified(std::time::SystemTime::now() - ago).unwrap();
    };
    write("Ahora.csv", &now, 1);
    write("Antes.csv", &before, 9);

    let mut window = computer.start();
    window.press("Ctrl+I");
    window.press("flecha abajo");
    window.press("Espacio");
    window.see("la anterior");
    window.see("verá quién es nuevo, quién ya no viene y qué cambió");
    shot(&mut window, "import-compare.png");
    window.press("flecha arriba");
    window.press("Enter");
    window.see("Ahora.csv");
    for list in ["Nuevos", "Cambian", "Faltan en la lista"] {
        window.see(list);
    }
    while !window
        .texts()
        .iter()
        .any(|text| text.contains("Espacio los deja"))
    {
        window.press("flecha abajo");
    }
    window.see("Luna Solaa, Ana");
    // Who is on neither sheet stays as is.
    window.dont_see("Luna Solac, Ana");
    window.press("Ctrl+Enter");
    window.press("Ctrl+Enter");
    window.see("sin inscripción 1");
}

#[test]
fn tab_goes_around_each_step() {
    let computer = Computer::with(&[]);
    let mut window = opened(&computer, "altas.csv", &form(&[JUAN, LUIS]));
    for step in ["Revisión", "Columnas", "Archivo"] {
        let first = window.focused().expect("something has the focus");
        let mut around = 0;
        loop {
            window.press("Tab");
            around += 1;
            assert!(window.focus_in_view().is_some(), "{step}: {:?}", window.focused());
            if window.focused().as_deref() == Some(&first) {
                break;
            }
            assert!(around < 40, "{step}: Tab never comes back to {first}");
        }
        window.press("Esc");
    }
}

/// Light, dark and high contrast, wide, small and enlarged: every step with what has the focus in view.
#[test]
fn importar_is_whole_in_every_look_and_size() {
    for scheme in Scheme::ALL {
        for frame in [WIDE, SMALLEST, ZOOMED] {
            let computer = Computer::with(&[maria()]);
            computer.download("altas.ods", "Altas.ods");
            computer.wear(Appearance {
                scheme,
                ..Appearance::default()
            });
            FRAME.set(frame);
            let mut window = computer.start();
            window.press("Ctrl+I");
            see_whole(&mut window, "importar-archivo", scheme);
            window.press("Enter");
            see_whole(&mut window, "importar-revision", scheme);
            window.press("F6");
            window.press("Enter");
            see_whole(&mut window, "importar-renglon", scheme);
            window.press("Esc");
            window.press("Ctrl+Enter");
            see_whole(&mut window, "importar-pregunta", scheme);
            window.press("Esc");
            window.press("Esc");
            see_whole(&mut window, "importar-columnas", scheme);
            window.press("Enter");
            see_whole(&mut window, "importar-columna", scheme);
        }
    }
}
