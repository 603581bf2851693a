//! Walk 3 for many, and N11: bajas propuestas, by motive, never by themselves.

use super::*;
use ventanilla::domain::bulk::BulkChange;
use ventanilla::domain::filter::Filter;
use ventanilla::domain::ids::StudentId;
use ventanilla::domain::student::Standing;

/// So many people with an alta that counts, of whom these left in this way.
fn who_left(count: usize, left: &[(Standing, std::ops::Range<usize>)]) -> Computer {
    let computer = Computer::with(&people(count));
    let mut desk = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
    let everybody: Vec<StudentId> = desk
        .list(Filter::All, "", 0, count)
        .unwrap()
        .rows
        .iter()
        .map(|row| row.student.id)
        .collect();
    let vigente = day::constancia("2026-11-02", true, Some(true));
    desk.record_check_of_all(&everybody, &vigente).unwrap();
    for (standing, of) in left {
        let change = BulkChange::Standing(*standing);
        let plan = desk.plan_change(&everybody[of.clone()], &change).unwrap();
        desk.apply_change(&plan).unwrap();
    }
    drop(desk);
    computer
}

fn queued(window: &Driver<Window>) -> Vec<Option<BajaMotive>> {
    let page = desk(window).whole_cut("2026-11-30".parse().unwrap()).unwrap();
    page.rows.iter().map(|row| row.movement.motive).collect()
}

in_every_frame! {
    /// 120 people in 8 keys: those in titulación keep their alta, the others go with one act and one undo.
    fn a_hundred_and_twenty_who_left_are_decided_on_at_once() {
        let computer = who_left(130, &[(Standing::Graduated, 0..80), (Standing::NotEnrolled, 80..120)]);
        let mut window = computer.start();
        window.press("Ctrl+2");
        window.count_again();
        window.press("Ctrl+1");
        window.see("Bajas propuestas");
        window.see("120");
        window.press("Enter");
        window.see("120 de 120 marcadas");
        window.see("Egresados");
        window.see("80 de 80 marcadas");
        shot(&mut window, "bajas.png");
        window.press("Espacio");
        window.press("flecha abajo");
        window.press("flecha abajo");
        window.press("Espacio");
        window.see("78 de 80 marcadas");
        window.press("Ctrl+Enter");
        assert!(window.keys() <= 8, "{} keys", window.keys());
        window.see("118 bajas en cola para el corte del 30 de noviembre");
        let motives = queued(&window);
        let of = |motive| motives.iter().filter(|it| **it == Some(motive)).count();
        assert_eq!((of(BajaMotive::Graduation), of(BajaMotive::NotReenrolled)), (78, 40));
        // Whose mark was taken off is proposed still, and not marked.
        window.see("0 de 2 marcadas");
        window.press("Ctrl+Enter");
        window.see("No hay nadie marcado.");
        assert_eq!(queued(&window).len(), 118);

        window.press("Ctrl+Z");
        window.see("Se deshizo la baja de varias personas.");
        assert_eq!(queued(&window).len(), 0);
        window.see("118 de 120 marcadas");
    }
}

in_every_frame! {
    /// Each motive has its head; T takes the marks of a whole group, and who is enrolled is there for another insurance.
    fn each_motive_is_a_group_of_its_own() {
        let computer = who_left(
            6,
            &[
                (Standing::Graduated, 0..1),
                (Standing::NotEnrolled, 1..2),
                (Standing::TemporaryLeave, 2..3),
                (Standing::Withdrawn, 3..4),
            ],
        );
        {
            let mut desk = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
            let student = desk.list(Filter::All, "", 4, 1).unwrap().rows[0].student.id;
            let elsewhere = day::constancia("2026-11-20", true, Some(false));
            desk.record_check(student, &elsewhere).unwrap();
        }
        let mut window = computer.start();
        window.press("Enter");
        for group in [
            "Egresados",
            "No se reinscribieron",
            "Baja temporal",
            "Baja definitiva",
            "Otro seguro",
        ] {
            window.see(group);
        }
        window.see("Consulta del 20 nov 2026");
        window.see("5 de 5 marcadas");
        shot(&mut window, "bajas-groups.png");
        window.press("T");
        window.see("4 de 5 marcadas");
        window.press("T");
        window.see("5 de 5 marcadas");
        window.press("Fin");
        window.press("Mayús+flecha arriba");
        window.see("3 de 5 marcadas");

        // A record is looked at, and Esc comes back to the marks as they were.
        window.press("flecha abajo");
        window.press("Enter");
        window.see("Según la consulta del 20 nov 2026, lo afilia otra institución.");
        window.press("Esc");
        window.see("3 de 5 marcadas");
        window.press("Ctrl+Enter");
        window.see("3 bajas en cola para el corte del 30 de noviembre");
        let mut motives = queued(&window);
        motives.sort_by_key(|motive| motive.map(BajaMotive::code));
        let expected = [BajaMotive::TemporaryLeave, BajaMotive::Graduation, BajaMotive::NotReenrolled];
        assert_eq!(motives, expected.map(Some));
        window.press("Esc");
        window.see("Por hacer");
    }
}

#[test]
fn where_nobody_is_proposed_it_is_said_how_they_come() {
    let computer = who_left(2, &[(Standing::Graduated, 0..1)]);
    let mut window = computer.start();
    window.press("Enter");
    window.see("1 marcada");
    window.press("Ctrl+Enter");
    window.see("1 baja en cola para el corte del 30 de noviembre");
    window.see("No hay bajas propuestas.");
    assert_eq!(
        window
            .texts()
            .iter()
            .filter(|text| text.contains("Espacio marca a quien"))
            .count(),
        0
    );
}
