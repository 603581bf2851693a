//! What the office decides: changed, put back, confirmed, undone, and never in the way of a start.

mod day;

use day::{Day, Hand, desk, first_run};
use ventanilla::desk::{Desk, Explain, Refusal, ToDo};
use ventanilla::domain::appearance::{Appearance, Scheme, Zoom};
use ventanilla::domain::cutoff::WindowLimits;
use ventanilla::domain::settings::{SettingFault, TABLE, Topic};
use ventanilla::store::FILE_NAME;
use ventanilla::words::today as words;

#[test]
fn a_value_is_set_confirmed_changed_and_taken_back_step_by_step() {
    let mut desk = desk();
    assert!(desk.settings().entry(Topic::Window).awaits_confirmation());

    assert!(desk.set(Topic::Window, "2 a 5").unwrap());
    assert_eq!(
        desk.window_limits(),
        WindowLimits {
            first: 2,
            last: 5,
            ..WindowLimits::default()
        }
    );
    assert!(desk.settings().entry(Topic::Window).awaits_confirmation());

    assert!(desk.confirm(Topic::Window).unwrap());
    let confirmed = desk.settings().entry(Topic::Window).confirmed.clone().unwrap();
    assert_eq!(
        (confirmed.on.to_string().as_str(), confirmed.by.as_str()),
        ("2026-11-21", "Lupita")
    );

    // The same value again changes nothing, and stays confirmed.
    assert!(!desk.set(Topic::Window, "2-5").unwrap());
    assert!(!desk.settings().entry(Topic::Window).awaits_confirmation());

    assert!(desk.set(Topic::Window, "1-4").unwrap());
    assert!(desk.settings().entry(Topic::Window).awaits_confirmation());

    desk.undo().unwrap();
    assert_eq!(desk.settings().text(Topic::Window), "2-5");
    assert!(!desk.settings().entry(Topic::Window).awaits_confirmation());
    desk.undo().unwrap();
    assert!(desk.settings().entry(Topic::Window).awaits_confirmation());
    desk.undo().unwrap();
    assert_eq!(desk.window_limits(), WindowLimits::default());
    desk.redo().unwrap();
    assert_eq!(
        desk.window_limits(),
        WindowLimits {
            first: 2,
            last: 5,
            ..WindowLimits::default()
        }
    );

    assert!(desk.reset(Topic::Window).unwrap());
    assert!(desk.settings().entry(Topic::Window).is_default);
    assert_eq!(desk.window_limits(), WindowLimits::default());
}

#[test]
fn a_value_that_is_none_is_refused_in_words_and_changes_nothing() {
    let mut desk = desk();
    let refusal = desk.set(Topic::Window, "5 a 2").unwrap_err();
    assert!(matches!(
        refusal,
        Refusal::Setting(Topic::Window, SettingFault::Backwards { first: 5, last: 2 })
    ));
    assert_eq!(
        refusal.explain().line(),
        "«Plazo de actualización» no cambió: el segundo número (2) no puede ser menor que el primero (5)."
    );
    assert_eq!(desk.window_limits(), WindowLimits::default());
    assert!(matches!(
        desk.confirm(Topic::Zoom),
        Err(Refusal::NoConfirmation(Topic::Zoom))
    ));
}

#[test]
fn what_the_first_run_wrote_is_in_force_after_the_next_start() {
    let folder = day::folder();
    let clock = || Hand::at("2026-11-21 10:30").clock();
    let mut desk = Desk::set_up(folder.path(), &first_run(), clock()).unwrap();
    desk.set(Topic::Phone, "000 000 0001").unwrap();
    drop(desk);

    let desk = Desk::open(folder.path(), clock()).unwrap();
    let campus = desk.campus();
    assert_eq!(campus.name, "Plantel Ejemplo");
    assert_eq!(campus.phone, "000 000 0001");
    assert_eq!(campus.careers, first_run().campus.careers);
    assert_eq!(desk.clerk(), "Lupita");
    assert_eq!(desk.settings().clerks(), ["Lupita"]);
}

#[test]
fn a_register_full_of_trash_opens_with_every_default() {
    let folder = day::folder();
    let clock = || Hand::at("2026-11-21 10:30").clock();
    drop(Desk::set_up(folder.path(), &first_run(), clock()).unwrap());
    let file = rusqlite::Connection::open(folder.path().join(FILE_NAME)).unwrap();
    for setting in TABLE {
        file.execute(
            "INSERT INTO settings (key, value) VALUES (?1, char(7) || '¿?') ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            [setting.key],
        )
        .unwrap();
    }
    drop(file);

    let mut desk = Desk::open(folder.path(), clock()).unwrap();
    for entry in desk.settings().entries() {
        assert!(
            entry.is_default && entry.unreadable.is_some(),
            "{}",
            entry.setting.key
        );
    }
    desk.set(Topic::CampusName, "Plantel Ejemplo").unwrap();
    assert_eq!(desk.campus().name, "Plantel Ejemplo");
}

#[test]
fn a_look_is_kept_and_never_taken_back() {
    let mut desk = desk();
    desk.set(Topic::Phone, "000 000 0001").unwrap();
    let dark = Appearance {
        scheme: Scheme::Dark,
        zoom: Zoom::from_percent(125).unwrap(),
        ..Appearance::default()
    };
    desk.wear(dark).unwrap();
    assert_eq!(desk.appearance(), dark);
    desk.undo().unwrap();
    assert_eq!(desk.appearance(), dark);
    assert_eq!(desk.campus().phone, first_run().campus.phone);
    // A zoom between undo and redo is in nobody's way.
    desk.wear(Appearance::default()).unwrap();
    desk.redo().unwrap();
    assert_eq!(desk.campus().phone, "000 000 0001");
}

#[test]
fn another_name_at_the_window_signs_what_is_done_from_now_on() {
    let mut desk = desk();
    let student = desk.enroll(&day::maria());
    desk.attend("Marta").unwrap();
    desk.queue_alta(student).unwrap();
    assert_eq!(desk.clerk(), "Marta");
    assert_eq!(desk.settings().clerks(), ["Lupita", "Marta"]);
    let (history, _) = desk.history(student, 9).unwrap();
    let clerks: Vec<_> = history.iter().map(|entry| entry.clerk.as_str()).collect();
    assert_eq!(clerks, ["Marta", "Lupita"]);
    // Ctrl+Z takes back the alta and does not send Marta away.
    desk.undo().unwrap();
    assert_eq!(desk.clerk(), "Marta");
    assert!(desk.attend("  ").is_err());
}

#[test]
fn a_closed_day_moves_the_reminder_of_the_cut_to_the_working_day_before() {
    let mut desk = desk();
    let prepare_on = |desk: &Desk| {
        let day = desk.look_at_today().unwrap().cuts[0].prepare_on;
        day.map(|day| day.to_string())
    };
    assert_eq!(prepare_on(&desk), None);
    desk.set(Topic::ClosedDays, "30/11/2026 Aniversario").unwrap();
    assert_eq!(prepare_on(&desk).as_deref(), Some("2026-11-27"));
}

#[test]
fn the_ages_of_a_check_are_those_of_the_office() {
    let mut desk = desk();
    desk.set(Topic::Evidence, "10 y 20").unwrap();
    let limits = desk.evidence_limits();
    assert_eq!((limits.recent, limits.renew), (10, 20));
}

#[test]
fn a_name_is_not_put_back_to_nothing() {
    let mut first = first_run();
    first.campus = ventanilla::desk::preset("otro");
    first.campus.name = "Plantel Ejemplo".into();
    let mut desk = Desk::in_memory(&first, Hand::at("2026-11-21 10:30").clock()).unwrap();
    assert!(matches!(
        desk.reset(Topic::CampusName),
        Err(Refusal::Setting(Topic::CampusName, SettingFault::Empty))
    ));
    assert_eq!(desk.campus().name, "Plantel Ejemplo");
}

#[test]
fn other_cut_days_move_what_is_queued_from_now_on_and_nothing_else() {
    let hand = Hand::at("2026-11-21 10:30");
    let mut desk = Desk::in_memory(&first_run(), hand.clock()).unwrap();
    let (maria, juan) = (desk.enroll(&day::maria()), desk.enroll(&day::juan()));
    let days = |desk: &Desk| -> Vec<String> {
        let cuts = desk.look_at_today().unwrap().cuts;
        cuts.iter().map(|ahead| ahead.cut.to_string()).collect()
    };
    desk.queue_alta(maria).unwrap();
    assert_eq!(days(&desk), ["2026-11-30", "2026-12-16", "2026-12-31"]);

    desk.set(Topic::CutDays, "10 y 25").unwrap();
    assert_eq!(desk.next_cut().to_string(), "2026-11-25");
    desk.queue_alta(juan).unwrap();
    assert_eq!(desk.last_movement(juan).cut.to_string(), "2026-11-25");
    // What waits already keeps its cut; it is still seen, and nothing is wrong with it.
    assert_eq!(desk.last_movement(maria).cut.to_string(), "2026-11-30");
    assert_eq!(days(&desk), ["2026-11-25", "2026-11-30", "2026-12-10"]);
    assert_eq!(desk.store().check().unwrap(), []);

    // Nor with it after the days were put back, and the other movement waits for a day of the past rule.
    desk.reset(Topic::CutDays).unwrap();
    assert_eq!(desk.next_cut().to_string(), "2026-11-30");
    assert_eq!(desk.store().check().unwrap(), []);
    assert!(desk.asked_list(&"corte:2026-11-25".parse().unwrap(), "").is_ok());
    let refusal = desk
        .asked_list(&"corte:2026-11-26".parse().unwrap(), "")
        .unwrap_err();
    assert!(
        refusal
            .explain()
            .line()
            .starts_with("El 26 de noviembre de 2026 no es día de corte")
    );
}

#[test]
fn a_movement_on_a_day_that_was_never_a_cut_is_found() {
    let folder = day::folder();
    let clock = || Hand::at("2026-11-21 10:30").clock();
    let mut desk = Desk::set_up(folder.path(), &first_run(), clock()).unwrap();
    let student = desk.enroll(&day::maria());
    desk.queue_alta(student).unwrap();
    desk.set(Topic::CutDays, "10 y 25").unwrap();
    drop(desk);
    let file = rusqlite::Connection::open(folder.path().join(FILE_NAME)).unwrap();
    file.execute("UPDATE movements SET cut = '2026-11-29'", [])
        .unwrap();
    drop(file);
    let desk = Desk::open(folder.path(), clock()).unwrap();
    let found = desk.store().check().unwrap();
    assert!(
        matches!(found[..], [ventanilla::store::Finding::NotACut { cut, .. }] if cut.to_string() == "2026-11-29"),
        "{found:?}"
    );
}

#[test]
fn after_the_hour_limit_of_its_day_a_cut_takes_no_more() {
    let hand = Hand::at("2026-11-30 12:59");
    let mut desk = Desk::in_memory(&first_run(), hand.clock()).unwrap();
    let (maria, juan) = (desk.enroll(&day::maria()), desk.enroll(&day::juan()));
    desk.set(Topic::HourLimit, "13:00").unwrap();
    assert_eq!(desk.queue_alta(maria).unwrap().cut.to_string(), "2026-11-30");
    assert_eq!(desk.missed_hour(), None);
    assert!(!desk.look_at_today().unwrap().cuts[0].is_over);

    hand.move_to("2026-11-30 13:00");
    assert!(desk.missed_hour().is_some());
    assert_eq!(desk.queue_alta(juan).unwrap().cut.to_string(), "2026-12-16");
    // The cut of today is still there to be sent.
    let today = desk.look_at_today().unwrap();
    assert_eq!((today.cuts[0].days_left, today.cuts[0].count.altas), (0, 1));
    assert!(today.cuts[0].is_over && !today.cuts[1].is_over);
    let ToDo::PrepareCut(cut) = &today.to_do[0] else {
        panic!("today's cut comes first: {:?}", today.to_do);
    };
    let (title, told) =
        words::prepare_cut(cut.cut, desk.today(), cut.prepare_on, cut.hour_limit, cut.is_over);
    assert_eq!(title, "Hoy es el corte");
    assert_eq!(
        told,
        "Pasó la hora límite (13:00). Lo que se prepare ahora irá al corte siguiente."
    );

    hand.move_to("2026-12-01 13:00");
    assert_eq!(desk.missed_hour(), None);
}

#[test]
fn a_cut_without_work_goes_where_the_office_says() {
    let mut desk = Desk::in_memory(&first_run(), Hand::at("2027-01-12 09:00").clock()).unwrap();
    let ahead = |desk: &Desk| {
        let cut = desk.look_at_today().unwrap().cuts[0];
        (cut.cut.to_string(), cut.prepare_on.map(|day| day.to_string()))
    };
    // 16 January 2027 is a Saturday.
    let friday = || Some("2027-01-15".to_owned());
    assert_eq!(ahead(&desk), ("2027-01-16".into(), friday()));
    desk.set(Topic::ClosedCut, "anterior").unwrap();
    assert_eq!(ahead(&desk), ("2027-01-15".into(), None));
    desk.set(Topic::ClosedCut, "siguiente").unwrap();
    assert_eq!(ahead(&desk), ("2027-01-18".into(), None));
    // A day of the campus' own counts as well.
    desk.set(Topic::ClosedDays, "18/1/2027 Aniversario").unwrap();
    assert_eq!(ahead(&desk), ("2027-01-19".into(), None));
    desk.undo().unwrap();
    desk.undo().unwrap();
    desk.undo().unwrap();
    assert_eq!(ahead(&desk), ("2027-01-16".into(), friday()));
}

#[test]
fn a_setting_that_changed_with_who_attends_is_not_undone_and_is_in_nobodys_way() {
    let mut desk = desk();
    desk.set(Topic::Phone, "000 000 0001").unwrap();
    desk.set(Topic::Clerks, "Lupita; Marta").unwrap();
    desk.attend("Beto").unwrap();
    let refusal = desk.undo().unwrap_err();
    assert_eq!(
        refusal.explain().line(),
        "No se deshizo el ajuste: cambió después, al anotar a quien atiende. Cámbielo en Ajustes (Ctrl+9); Ctrl+Z otra \
         vez deshace lo anterior."
    );
    assert_eq!(desk.settings().clerks(), ["Lupita", "Marta", "Beto"]);
    desk.undo().unwrap();
    assert_eq!(desk.campus().phone, first_run().campus.phone);
}

#[test]
fn the_enye_of_a_name_for_imss_is_as_the_office_says() {
    let mut desk = desk();
    let student = desk.enroll(&day::maria());
    desk.queue_alta(student).unwrap();
    let paper = |desk: &mut Desk| {
        let list = desk.named_list(&"corte".parse().unwrap(), "");
        let mut text = String::new();
        desk.print_list(&list, false, |name, bytes| {
            text = lopdf::Document::load_mem(bytes)
                .unwrap()
                .extract_text(&[1])
                .unwrap();
            Ok(name.into())
        })
        .unwrap();
        text
    };
    assert!(paper(&mut desk).contains("NUNEZ"));
    desk.set(Topic::Enye, "conservar").unwrap();
    let kept = paper(&mut desk);
    assert!(kept.contains("NUÑEZ"), "{kept}");
}

#[test]
fn the_cotejo_proposes_enrolment_in_the_period_that_the_office_says() {
    use ventanilla::domain::checklist::Requirement;

    let mut desk = desk();
    let student = desk.enroll(&day::maria());
    let proposes = |desk: &Desk| {
        let list = desk.checklist(student).unwrap();
        list.row(Requirement::Enrolment).proposal.is_some()
    };
    // She is enrolled in AGO-DIC 2026.
    assert!(proposes(&desk));
    desk.set(Topic::CurrentPeriod, "ENE-JUN 2027").unwrap();
    assert!(!proposes(&desk));
    desk.reset(Topic::CurrentPeriod).unwrap();
    assert!(proposes(&desk));
}

/// A PNG of one colour.
fn png(width: u32, height: u32, rgb: [u8; 3]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    writer
        .write_image_data(&rgb.repeat((width * height) as usize))
        .unwrap();
    writer.finish().unwrap();
    bytes
}

#[test]
fn a_logo_is_taken_into_the_register_printed_on_every_paper_and_taken_back() {
    let folder = day::folder();
    let clock = || Hand::at("2026-11-21 10:30").clock();
    let mut desk = Desk::set_up(&folder.path().join("datos"), &first_run(), clock()).unwrap();
    let student = desk.enroll(&day::maria());
    let file = folder.path().join("escudo del plantel.png");
    std::fs::write(&file, png(400, 200, [0, 90, 60])).unwrap();

    let papers = |desk: &mut Desk| -> Vec<Vec<u8>> {
        let mut papers = Vec::new();
        for paper in ventanilla::store::Paper::ALL {
            desk.print(paper, &[student], |name, bytes| {
                papers.push(bytes.to_vec());
                Ok(name.into())
            })
            .unwrap();
        }
        let list = desk.named_list(&"todos".parse().unwrap(), "");
        desk.print_list(&list, false, |name, bytes| {
            papers.push(bytes.to_vec());
            Ok(name.into())
        })
        .unwrap();
        papers
    };
    let pictures = |pdf: &[u8]| {
        let file = lopdf::Document::load_mem(pdf).unwrap();
        let is_picture = |object: &&lopdf::Object| {
            object.as_stream().is_ok_and(|stream| {
                stream.dict.get(b"Subtype").and_then(|it| it.as_name()).ok() == Some(b"Image")
            })
        };
        file.objects.values().filter(is_picture).count()
    };
    assert!(papers(&mut desk).iter().all(|paper| pictures(paper) == 0));

    assert!(desk.set(Topic::Logo, &format!("\"{}\"", file.display())).unwrap());
    assert_eq!(desk.settings().logo().unwrap().name, "escudo del plantel.png");
    assert!(papers(&mut desk).iter().all(|paper| pictures(paper) == 1));
    assert!(
        !desk.set(Topic::Logo, &file.display().to_string()).unwrap(),
        "the same file again"
    );

    // The file may go; the register, and a copy of it, hold the picture.
    std::fs::remove_file(&file).unwrap();
    let copied = desk.copy_due().unwrap().make().unwrap().copied;
    let elsewhere = day::folder();
    std::fs::copy(&copied.path, elsewhere.path().join(FILE_NAME)).unwrap();
    let restored = Desk::open(elsewhere.path(), clock()).unwrap();
    assert_eq!(restored.logo().unwrap().width(), 400);

    // Papers stand before it in the line of undo: what went out is said once each.
    while desk.settings().logo().is_some() {
        let _ = desk.undo();
    }
    assert!(desk.logo().is_none());
    desk.redo().unwrap();
    assert_eq!(desk.logo().unwrap().height(), 200);
    desk.reset(Topic::Logo).unwrap();
    assert!(desk.logo().is_none());
    assert!(papers(&mut desk).iter().all(|paper| pictures(paper) == 0));
}

#[test]
fn what_is_no_logo_is_refused_in_words_and_changes_nothing() {
    let mut desk = desk();
    let folder = day::folder();
    let mut refused = |name: &str, bytes: Option<&[u8]>| {
        let path = folder.path().join(name);
        if let Some(bytes) = bytes {
            std::fs::write(&path, bytes).unwrap();
        }
        let refusal = desk.set(Topic::Logo, &path.display().to_string()).unwrap_err();
        assert!(desk.logo().is_none());
        refusal.explain().line()
    };
    assert_eq!(
        refused("nada.png", None),
        "«Logotipo» no cambió: no hay un archivo en esa ruta. Escríbala completa, con el nombre del archivo."
    );
    assert_eq!(
        refused("texto.png", Some(b"no es una imagen")),
        "«Logotipo» no cambió: el archivo no es una imagen PNG ni JPEG. Guárdela como PNG."
    );
    assert_eq!(
        refused("chico.png", Some(&png(40, 40, [0; 3]))),
        "«Logotipo» no cambió: la imagen mide 40 × 40 puntos; cada lado va de 60 a 8,000."
    );
    let whole = png(400, 200, [9; 3]);
    assert_eq!(
        refused("roto.png", Some(&whole[..60])),
        "«Logotipo» no cambió: la imagen está incompleta o dañada. Pida el archivo original."
    );
    assert_eq!(
        refused("pesado.png", Some(&vec![0; 5 * 1024 * 1024 + 1])),
        "«Logotipo» no cambió: el archivo pesa 6 MB y se admiten hasta 5. Guárdelo más chico."
    );
}
