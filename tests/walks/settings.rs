//! Ctrl+9 and Ctrl+L: what the office decides, and who is at the window.

use super::*;
use ventanilla::domain::cutoff::WindowLimits;
use ventanilla::domain::settings::{Group, Topic};

/// To the settings, down to «Cortes y plazos», into its settings: 5 keys.
fn open_cuts(window: &mut Driver<Window>) {
    for key in ["Ctrl+9", "flecha abajo", "flecha abajo", "flecha abajo", "Enter"] {
        window.press(key);
    }
    window.see("Plazo de actualización");
}

/// And down to «Plazo de actualización»: 8 keys.
fn open_limits(window: &mut Driver<Window>) {
    open_cuts(window);
    for _ in 0..3 {
        window.press("flecha abajo");
    }
}

#[test]
fn other_cut_days_and_an_hour_limit_are_in_force_as_soon_as_they_are_typed() {
    let computer = Computer::with(&[maria()]);
    computer.hand.move_to("2026-11-30 10:30");
    let mut window = computer.start();
    window.see("Corte 30 nov (lun) · es hoy · sin movimientos");
    window.count_again();
    open_cuts(&mut window);
    window.press("flecha abajo");
    window.press("Enter");
    window.type_text("13");
    window.press("Enter");
    assert!(window.keys() <= 10, "{} keys", window.keys());
    window.see("Corte 30 nov (lun) · es hoy, antes de las 13:00 · sin movimientos");

    // The hour passes while nobody touches a key.
    computer.hand.move_to("2026-11-30 13:05");
    window.send(Message::Ticked);
    window.see("Corte 16 dic (mié) · faltan 16 días · sin movimientos");
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.press("F7");
    window
        .see("Pasó la hora límite del corte de hoy (13:00). Alta en cola para el corte del 16 de diciembre.");
    window.see("Corte 16 dic (mié) · faltan 16 días · 1 alta, 0 bajas");
    window.press("Ctrl+3");
    window.see("Corte del miércoles 16 de diciembre");

    // The screen is as it was left.
    for key in ["Ctrl+9", "Enter", "flecha arriba", "Enter"] {
        window.press(key);
    }
    window.press("Ctrl+A");
    window.type_text("10 y 40");
    window.press("Enter");
    window.see("Lleva días del mes, del 1 al 31 o «último».");
    window.press("Ctrl+A");
    window.type_text("10 y 25");
    window.press("Enter");
    window.see("Corte 10 dic (jue) · faltan 10 días · sin movimientos");
    shot(&mut window, "settings-cuts.png");
    // The alta goes on waiting for its own cut.
    window.press("Ctrl+1");
    window.see("Corte 16 dic");
    window.press("Ctrl+Z");
    window.see("Corte 16 dic (mié) · faltan 16 días · 1 alta, 0 bajas");
}

in_every_frame! {
    fn a_setting_is_changed_confirmed_and_taken_back_by_keyboard_alone() {
        let computer = Computer::with(&[maria()]);
        let mut window = computer.start();
        window.count_again();

        open_limits(&mut window);
        window.press("Enter");
        window.see("Valor de inicio: De 1 a 3 días");
        window.type_text("5-2");
        window.press("Enter");
        window.see("El segundo número (2) no puede ser menor que el primero (5).");
        shot(&mut window, "setting.png");
        window.press("Ctrl+A");
        window.type_text("2-5");
        window.press("Enter");
        assert!(window.keys() <= 19, "{} keys", window.keys());
        assert_eq!(desk(&window).window_limits(), WindowLimits {
 first: 2, last: 5, ..WindowLimits::default() });
        window.see("Se guardó «Plazo de actualización»");

        window.count_again();
        window.press("Espacio");
        assert_eq!(window.keys(), 1);
        window.see("Lo confirmó Lupita el 21 nov 2026.");
        shot(&mut window, "settings.png");
        assert!(
            !desk(&window)
                .settings()
                .entry(Topic::Window)
                .awaits_confirmation()
        );

        window.press("Ctrl+Z");
        assert!(
            desk(&window)
                .settings()
                .entry(Topic::Window)
                .awaits_confirmation()
        );
        window.press("Ctrl+Z");
        assert_eq!(desk(&window).window_limits(), WindowLimits::default());
    }
}

in_every_frame! {
    fn items_of_a_list_are_added_and_taken_out_row_by_row() {
        let computer = Computer::with(&[]);
        let mut window = computer.start();
        window.press("Ctrl+9");
        for _ in 0..5 {
            window.press("flecha abajo");
        }
        window.press("Enter");
        window.see("Agregar un día inhábil");
        window.see("Navidad");
        window.press("Enter");
        window.type_text("30/11/2026 Aniversario");
        window.press("Enter");
        window.see("30 de noviembre de 2026 · Aniversario");
        shot(&mut window, "closed-days.png");
        assert_eq!(desk(&window).settings().closed_days().len(), 1);
        window.press("Supr");
        assert_eq!(desk(&window).settings().closed_days().len(), 0);
        window.press("Ctrl+Z");
        assert_eq!(desk(&window).settings().closed_days().len(), 1);
    }
}

in_every_frame! {
    /// Ctrl+L, the initial, Enter.
    fn another_clerk_takes_the_window_in_three_keys() {
        let computer = Computer::with(&[maria()]);
        let mut other = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
        other.set(Topic::Clerks, "Lupita; Marta; Martín").unwrap();
        drop(other);
        let mut window = computer.start();
        window.count_again();
        window.press("Ctrl+L");
        window.press("m");
        window.press("Enter");
        assert_eq!(window.keys(), 3);
        assert_eq!(desk(&window).clerk(), "Marta");
        window.see("Ahora atiende Marta.");

        // Two of the same initial take turns.
        window.press("Ctrl+L");
        window.see("¿Quién atiende? Escriba la inicial.");
        window.press("m");
        shot(&mut window, "clerk.png");
        window.press("Enter");
        assert_eq!(desk(&window).clerk(), "Martín");

        // More letters, or an arrow, choose among them.
        window.press("Ctrl+L");
        window.type_text("mart");
        window.press("flecha abajo");
        window.press("flecha abajo");
        window.see("Agregar a «mart»");
        window.press("flecha arriba");
        window.press("Enter");
        assert_eq!(desk(&window).clerk(), "Martín");
    }
}

in_every_frame! {
    fn a_name_that_the_list_lacks_is_typed_and_added() {
        let computer = Computer::with(&[maria()]);
        let mut window = computer.start();
        window.press("Ctrl+L");
        window.type_text("Ana María");
        window.see("Agregar a «Ana María»");
        shot(&mut window, "clerk-new.png");
        window.press("Enter");
        assert_eq!(desk(&window).clerk(), "Ana María");
        assert_eq!(desk(&window).settings().clerks(), ["Lupita", "Ana María"]);

        // A beginning that is somebody's is that person; the new name is the row below.
        window.press("Ctrl+L");
        window.type_text("lu");
        window.press("flecha abajo");
        window.press("Enter");
        assert_eq!(desk(&window).clerk(), "lu");
        window.press("Ctrl+L");
        window.type_text(&"x".repeat(41));
        window.press("Enter");
        window.see("Tiene más de 40 letras. Acórtelo.");
        window.press("Esc");
        assert_eq!(desk(&window).clerk(), "lu");
    }
}

in_every_frame! {
    fn a_choice_is_a_row_of_words_and_the_buttons_do_what_the_keys_do() {
        let computer = Computer::with(&[maria()]);
        let mut window = computer.start();
        window.press("Ctrl+9");
        window.click("Cortes y plazos");
        window.click("Corte en sábado, domingo o inhábil");
        window.click("Cambiar");
        window.see("El corte conserva su fecha; Hoy lo recuerda desde el último día hábil.");
        shot(&mut window, "setting-choice.png");
        window.click("Siguiente");
        window.see("El corte pasa al primer día hábil después de su fecha.");
        window.click("Guardar");
        window.see("pasa al día hábil siguiente");
        window.click("Confirmar");
        window.see("Lo confirmó Lupita el 21 nov 2026.");
        window.click("Valor de inicio");
        window.see("conserva su fecha; se recuerda el día hábil anterior");
        window.dont_see("Valor de inicio Supr");

        // A second press on the chosen row opens it, too.
        window.click("Hora límite del corte");
        window.click("Hora límite del corte");
        window.see("Cambiar un ajuste");
        window.press("Esc");

        // By keyboard: left and right, or the first letter.
        window.click("Corte en sábado, domingo o inhábil");
        window.count_again();
        for key in ["Enter", "A", "Enter"] {
            window.press(key);
        }
        assert_eq!(window.keys(), 3);
        assert_eq!(desk(&window).settings().text(Topic::ClosedCut), "anterior");
        for key in ["Enter", "flecha izquierda", "Enter"] {
            window.press(key);
        }
        assert_eq!(desk(&window).settings().text(Topic::ClosedCut), "conserva");
    }
}

#[test]
fn the_look_is_chosen_in_words_and_says_that_it_is_not_undone() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("Ctrl+9");
    window.press("Fin");
    window.press("Enter");
    window.see("Ctrl+Z no cambia la apariencia.");
    window.press("Enter");
    window.press("A");
    shot(&mut window, "setting-scheme.png");
    window.press("Enter");
    assert_eq!(desk(&window).settings().text(Topic::Scheme), "contraste");
    shot(&mut window, "settings-contrast.png");
}

in_every_frame! {
    /// Where a name is written for IMSS, an Ñ that becomes N is told, and one that is kept is not.
    fn the_enye_is_told_where_it_becomes_an_n() {
        let computer = Computer::with(&[maria()]);
        let mut window = computer.start();
        correct(&mut window, "25230457");
        window.see("Para el IMSS: DE LA CRUZ NUNEZ MARIA FERNANDA · la Ñ irá como N");
        window.press("Esc");
        window.press("Ctrl+9");
        window.click("IMSS");
        window.click("Ñ en el nombre para el IMSS");
        for key in ["Enter", "C", "Enter"] {
            window.press(key);
        }
        correct(&mut window, "25230457");
        window.see("Para el IMSS: DE LA CRUZ NUÑEZ MARIA FERNANDA");
    }
}

/// Light, dark and high contrast, wide and small: every group with its rows, the dialog, and the names of Ctrl+L.
#[test]
fn the_settings_are_whole_in_every_look_and_size() {
    let computer = Computer::with(&[maria()]);
    for scheme in Scheme::ALL {
        computer.wear(Appearance {
            scheme,
            ..Appearance::default()
        });
        for frame in [WIDE, SMALLEST, ZOOMED] {
            FRAME.set(frame);
            let mut window = computer.start();
            open_cuts(&mut window);
            window.see("Evidencia reciente y por renovar");
            window.see("Confirmar");
            see_whole(&mut window, "ajustes-cortes", scheme);
            window.press("Enter");
            see_whole(&mut window, "ajustes-dialogo", scheme);
            window.press("Esc");
            window.press("Ctrl+L");
            see_whole(&mut window, "ajustes-quien", scheme);
            window.press("Esc");
        }
    }
}

in_every_frame! {
    fn a_logo_is_chosen_by_its_path_shown_and_taken_away() {
        let computer = Computer::with(&[maria()]);
        let file = computer.folder.path().join("escudo.png");
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, 400, 200);
        encoder.set_color(png::ColorType::Rgb);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&[200, 60, 20].repeat(400 * 200)).unwrap();
        writer.finish().unwrap();
        std::fs::write(&file, bytes).unwrap();

        let mut window = computer.start();
        window.count_again();
        for key in ["Ctrl+9", "flecha abajo", "flecha abajo", "Enter", "Enter"] {
            window.press(key);
        }
        window.see("La ruta de un archivo PNG o JPEG");
        assert_eq!(window.keys(), 5);
        window.type_text("nada.png");
        window.press("Enter");
        window.see("No hay un archivo en esa ruta.");
        shot(&mut window, "setting-logo.png");
        window.press("Ctrl+A");
        window.type_text(file.to_str().unwrap());
        window.press("Enter");
        window.see("Se guardó «Logotipo»: escudo.png (400 × 200).");
        shot(&mut window, "settings-logo.png");
        assert!(desk(&window).logo().is_some());
        window.press("Supr");
        window.see("«Logotipo» volvió a su valor de inicio.");
        assert!(desk(&window).logo().is_none());
        window.press("Ctrl+Z");
        assert!(desk(&window).logo().is_some());
    }
}

/// A word of a choice says what it stands for, also where the register keeps a code.
#[test]
fn the_letters_of_the_agregado_are_chosen_by_what_they_mean() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("Ctrl+9");
    window.click("Papeles");
    window.click("Sexo en el agregado médico");
    window.press("Enter");
    window.see("M, hombre; F, mujer: como en 1M2004ES y 1F2004ES.");
    window.press("H");
    window.see("H, hombre; M, mujer: como en 1H2004ES y 1M2004ES.");
    window.press("Enter");
    assert_eq!(desk(&window).settings().text(Topic::SexLetters), "hm");
}

/// To the settings of IMSS: 6 keys.
fn open_imss(window: &mut Driver<Window>) {
    window.press("Ctrl+9");
    for _ in 0..4 {
        window.press("flecha abajo");
    }
    window.press("Enter");
    window.see("Subdelegación del IMSS");
}

#[test]
fn a_sample_is_held_against_the_format_where_its_values_are_confirmed() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    open_imss(&mut window);
    window.see("Confirme estos valores con su subdelegación.");
    window.see("sin probar: cada archivo sale de prueba");
    let rows = Group::Imss
        .settings()
        .take_while(|setting| setting.topic != Topic::Layout);
    for _ in 0..=rows.count() {
        window.press("flecha abajo");
    }
    window.press("Enter");
    window.see("La ruta de un archivo de altas o bajas que el IMSS haya aceptado. Solo se lee.");
    window.type_text("/no/existe.txt");
    window.press("Enter");
    window.see("No hay un archivo en esa ruta. Escríbala completa, con el nombre del archivo.");

    let samples = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/records");
    let of = |name: &str| samples.join(name).display().to_string();
    window.press("Ctrl+A");
    window.type_text(&of("alta-con-enye.txt"));
    window.press("Enter");
    window.see("La muestra no coincide con el formato.");
    shot(&mut window, "setting-sample.png");
    window.press("Ctrl+A");
    window.type_text(&of("baja.txt"));
    window.press("Enter");
    window.see("La muestra coincide con el formato: 1 movimiento. Con este formato se escribiría igual.");
    window.press("Esc");
    window.see("una muestra coincidió");
    shot(&mut window, "settings-imss.png");
}

#[test]
fn a_value_of_the_files_is_chosen_or_typed_and_told_by_what_it_means() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    open_imss(&mut window);
    let rows = Group::Imss
        .settings()
        .take_while(|setting| setting.topic != Topic::BajaCause);
    // The row of the sample stands among them.
    for _ in 0..=rows.count() {
        window.press("flecha abajo");
    }
    window.press("Enter");
    window.see("1 término de contrato, 2 separación voluntaria");
    window.press("Ctrl+A");
    window.type_text("A");
    window.see("Pensión.");
    window.press("Enter");
    window.see("Se guardó «Causa de baja»: A, pensión.");
    assert!(
        desk(&window)
            .layout_text()
            .unwrap()
            .contains("causa_baja = \"A\"")
    );
}
