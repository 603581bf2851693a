//! The Mudanza made at the old PC: where, the passphrase, what was verified, the card.

use ventanilla::app::theme::Scheme;
use ventanilla::domain::passphrase::words;
use ventanilla::store::moving;
use ventanilla::store::sealed::Passphrase;
use ventanilla::words::moving::dialog as said;

use super::*;

/// The old PC with two students and a stick plugged in.
fn with_stick() -> Computer {
    let computer = Computer::with(&[maria(), juan()]);
    std::fs::create_dir_all(computer.stick()).unwrap();
    computer
}

/// The dialog, as Respaldo opens it.
fn asked(computer: &Computer) -> Driver<Window> {
    let mut window = computer.start();
    window.press("Ctrl+8");
    window.count_again();
    window.press("M");
    window.see(said::PHRASE);
    window
}

fn files(computer: &Computer) -> Vec<String> {
    let entries = std::fs::read_dir(computer.stick()).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

in_every_frame! {
    fn it_is_made_with_enter_and_its_card_with_f9() {
        let computer = with_stick();
        let mut window = asked(&computer);
        window.see("libres");
        see_whole(&mut window, "moving-asked", Scheme::Light);
        window.press("Enter");
        window.see("Mudanza terminada y verificada: se leyó de nuevo, se abrió con su frase y coincide (2 estudiantes).");
        see_whole(&mut window, "moving-made", Scheme::Light);
        assert_eq!(files(&computer), ["Mudanza Plantel Ejemplo 2026-11-21.ventanilla"]);
        window.press("F9");
        let opened = computer.opened.lock().unwrap().clone();
        assert!(opened[0].ends_with("Tarjeta de mudanza 2026-11-21.pdf"), "{opened:?}");
        window.see(said::NOTE_IT);
        assert_eq!(window.keys(), 3);
        window.press("Esc");
        window.dont_see(said::NOTE_IT);
    }
}

#[test]
fn a_passphrase_of_ones_own_is_typed_twice_and_a_weak_one_is_told_why() {
    let computer = with_stick();
    let mut window = asked(&computer);
    window.press("E");
    window.type_text("escolares2026");
    window.press("Enter");
    window.type_text("escolares2027");
    window.press("Enter");
    window.see("Las dos veces no se escribió lo mismo.");
    window.press("Ctrl+A");
    window.type_text("escolares2026");
    window.press("Enter");
    window.see("Sin «escolares», que es lo primero que alguien probaría");
    shot(&mut window, "moving-own.png");
    assert_eq!(files(&computer), Vec::<String>::new());
    window.press("Ctrl+A");
    let own = "el perro de la puerta ladra tarde";
    window.type_text(own);
    window.press("Enter");
    window.press("Ctrl+A");
    window.type_text(own);
    window.press("Enter");
    window.see("Mudanza terminada y verificada");
    let file = computer.stick().join(&files(&computer)[0]);
    let opened = moving::look(&file)
        .unwrap()
        .open_into(&Passphrase::new(own), std::io::sink());
    assert!(opened.is_ok());
}

#[test]
fn another_passphrase_is_proposed_with_o_and_the_one_that_is_seen_opens_it() {
    let computer = with_stick();
    let mut window = asked(&computer);
    window.press("O");
    window.press("O");
    window.press("Enter");
    window.see("Mudanza terminada y verificada");
    let file = moving::look(&computer.stick().join(&files(&computer)[0])).unwrap();
    let texts = window.texts();
    let seen = texts
        .iter()
        .find(|text| text.split(' ').count() == 5 && text.split(' ').all(|word| words().contains(&word)))
        .expect("the passphrase is seen still");
    assert!(file.open_into(&Passphrase::new(seen), std::io::sink()).is_ok());
}

#[test]
fn a_stick_that_is_plugged_in_later_is_offered_and_what_was_typed_stays() {
    let computer = Computer::with(&[maria()]);
    let mut window = asked(&computer);
    assert_eq!(window.focused().as_deref(), Some("mudanza-carpeta"));
    window.press("Tab");
    window.press("E");
    window.type_text("el perro de");
    std::fs::create_dir_all(computer.stick()).unwrap();
    window.send(Message::Ticked);
    window.see("libres");
    window.type_text(" la puerta");
    assert_eq!(window.value("mudanza-frase"), "el perro de la puerta");
    assert!(window.value("mudanza-carpeta").ends_with("MEMORIA"));
}

#[test]
fn a_place_that_is_not_there_is_told_and_nothing_is_written() {
    let computer = Computer::with(&[maria()]);
    let mut window = asked(&computer);
    window.press("Enter");
    window.see(said::PLACE_MISSING);
    window.type_text("/no/hay/tal");
    window.press("Enter");
    window.see(said::PLACE_MISSING);
}
