//! What holds for any sheet, however strange.

use proptest::prelude::*;
use ventanilla::desk::Desk;
use ventanilla::domain::import::{Cause, Choice, Verdict};
use ventanilla::domain::student::Particulars;

use crate::day::Day;
use crate::day::{desk, juan, maria};
use crate::table::{FORM, Sheets};

/// A cell as somebody may fill it in: right, nearly right, empty, or nonsense.
fn cell(right: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::sample::select(right).prop_map(str::to_owned),
        2 => Just(String::new()),
        1 => "[A-Za-zÑñ0-9 /.-]{0,14}",
    ]
}

prop_compose! {
    /// A row under the heads of the form.
    fn answer()(
        at in cell(&["12/11/2026 09:00:00", "13/11/2026 10:00:00", "2026-11-14"]),
        identifier in cell(&["24230318", "25230457", "24230001", "24230002", "24230003"]),
        first in cell(&["HERNANDEZ", "De la Cruz", "Pérez"]),
        second in cell(&["MUÑOZ", "Núñez", "López"]),
        given in cell(&["JUAN PABLO", "María Fernanda", "Ana", "ANA PEREZ LOPEZ"]),
        curp in cell(&["HEMJ040315HVZRXNA8", "CUNF051130MPLRXRA2", "HEMJ040315HVZRXNA7", "03190412340"]),
        nss in cell(&["03190412340", "3190412340", "12180599990", "4.15E+10", "HEMJ040315HVZRXNA8", "48190600429"]),
        born in cell(&["15/03/2004", "30/11/2005", "03/04/2004", "38061"]),
        sex in cell(&["H", "M", "Mujer", "F"]),
        career in cell(&["Ingeniería Química", "Ing. Ind.", "Arquitectura"]),
        semester in cell(&["5", "3er semestre", "muchos"]),
        phone in cell(&["9220000001", "+52 922 000 0002", "=1+1"]),
    ) -> String {
        format!("{at};a@plantel.example;{identifier};{first};{second};{given};{curp};{nss};{born};{sex};{career};{semester};{phone}")
    }
}

fn everybody(desk: &Desk) -> Vec<(i64, Particulars, Option<chrono::NaiveDate>)> {
    let page = desk.find_up_to("", 1_000).unwrap();
    let mut all: Vec<_> = page
        .rows
        .into_iter()
        .map(|row| (row.student.id.0, row.student.particulars, row.student.prior_alta))
        .collect();
    all.sort_by_key(|row| row.0);
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_planned_is_what_was_saved_and_undo_takes_it_back(
        rows in prop::collection::vec(answer(), 1..12),
        registered in any::<[bool; 2]>(),
        choices in prop::collection::vec(any::<Option<bool>>(), 12),
        queue in any::<bool>(),
    ) {
        let mut desk = desk();
        for (entry, is) in [juan(), maria()].iter().zip(registered) {
            if is {
                desk.enroll(entry);
            }
        }
        let before = everybody(&desk);
        let lines: Vec<&str> = rows.iter().map(String::as_str).collect();
        let mut importing = desk.sheet(FORM, &lines);
        // Somebody decides about some of it, in rounds, since one decision brings the next doubt.
        for _ in 0..6 {
            let held: Vec<(u32, Cause)> = importing
                .plan()
                .rows
                .iter()
                .filter_map(|row| Some((row.number, row.held_by()?.cause)))
                .collect();
            for (row, cause) in held {
                if let Some(Some(proposed)) = choices.get(row as usize % 12) {
                    let choice = if *proposed || !cause.has_other() { Choice::Proposed } else { Choice::Other };
                    importing.choose(row, cause, Some(choice));
                }
            }
            desk.again(&mut importing);
        }
        let plan = importing.plan().clone();
        let imported = desk.save(&mut importing, queue);
        let counts = plan.counts();
        prop_assert_eq!(imported.added, counts.new);
        prop_assert_eq!(imported.changed, counts.changes);
        prop_assert_eq!(imported.held, counts.held);
        prop_assert_eq!(imported.queued, if queue { counts.to_queue } else { 0 });
        prop_assert_eq!(
            counts.rows,
            counts.new + counts.changes + counts.same + counts.held + counts.aside
        );
        for row in plan.rows.iter().filter(|row| row.verdict.is_saved()) {
            let effect = row.effect.as_ref().unwrap();
            let saved = desk.record_by_identifier(&row.identifier).unwrap().student;
            prop_assert_eq!(&saved.particulars, &effect.after);
        }
        prop_assert!(desk.store().check().unwrap().is_empty());

        // The same again is nothing new: whatever was settled stays so.
        let mut again = desk.sheet(FORM, &lines);
        prop_assert!(again.plan().rows.iter().all(|row| row.verdict != Verdict::New || counts.held > 0));
        let after = everybody(&desk);
        if counts.held == 0 {
            let twice = desk.save(&mut again, queue);
            prop_assert_eq!(twice.act, None);
            prop_assert_eq!(&everybody(&desk), &after);
        }
        if imported.act.is_some() {
            desk.undo().unwrap();
            prop_assert_eq!(everybody(&desk), before);
            prop_assert!(desk.store().check().unwrap().is_empty());
        }
    }
}
