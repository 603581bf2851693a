use chrono::TimeDelta;

use super::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn hour(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

fn every_day() -> impl Iterator<Item = NaiveDate> {
    day(2020, 1, 1).iter_days().take_while(|date| date.year() <= 2100)
}

fn calendar(days: &str, on_closed: ClosedCut, also_closed: &[NaiveDate]) -> CutCalendar {
    CutCalendar::new(
        CutDays::parse(days).unwrap(),
        None,
        on_closed,
        also_closed.to_vec(),
    )
}

#[test]
fn days_are_read_as_one_says_them_and_read_back_the_same() {
    for (typed, said) in [
        ("16 y último", "16 y último"),
        ("ULTIMO, 16", "16 y último"),
        ("los días 16 y 31 de cada mes", "16 y último"),
        ("10, 20 y último", "10, 20 y último"),
        ("5", "5"),
        ("último", "último"),
        ("30 y 29", "29 y 30"),
        ("7;7;7", "7"),
    ] {
        let days = CutDays::parse(typed).unwrap();
        assert_eq!(days.to_string(), said, "{typed}");
        assert_eq!(CutDays::parse(said), Ok(days));
    }
    for typed in [
        "",
        "  ",
        "0",
        "32",
        "16 o último",
        "quincena",
        "-",
        "1.5e9",
        "99999999999999999999",
    ] {
        assert_eq!(CutDays::parse(typed), Err(NotDays), "{typed}");
    }
    assert_eq!(CutDays::parse("16 y último"), Ok(CutDays::default()));
}

#[test]
fn a_day_that_a_month_lacks_is_its_last_one() {
    let cuts = calendar("30", ClosedCut::Keeps, &[]);
    assert_eq!(cuts.on_or_after(day(2027, 2, 1)), day(2027, 2, 28));
    assert_eq!(cuts.on_or_after(day(2028, 2, 1)), day(2028, 2, 29));
    assert_eq!(cuts.on_or_after(day(2027, 3, 1)), day(2027, 3, 30));
    assert_eq!(cuts.after(day(2027, 1, 30)), day(2027, 2, 28));
}

#[test]
fn from_the_hour_limit_on_a_movement_goes_to_the_next_cut() {
    let cuts = CutCalendar::new(
        CutDays::default(),
        Some(hour(13, 0)),
        ClosedCut::Keeps,
        Vec::new(),
    );
    let (cut, next) = (day(2026, 11, 30), day(2026, 12, 16));
    assert_eq!(cuts.next_cut(cut.and_time(hour(12, 59))), cut);
    assert_eq!(cuts.next_cut(cut.and_time(hour(13, 0))), next);
    assert_eq!(cuts.missed(cut.and_time(hour(13, 0))), Some(cut));
    assert_eq!(cuts.missed(cut.and_time(hour(12, 59))), None);
    // On other days the hour means nothing.
    let before = cut - TimeDelta::days(1);
    assert_eq!(cuts.next_cut(before.and_time(hour(23, 59))), cut);
    assert_eq!(CutCalendar::default().next_cut(cut.and_time(hour(23, 59))), cut);
}

#[test]
fn a_cut_without_work_is_held_on_the_working_day_before_or_after() {
    let of = |on_closed| calendar("16 y último", on_closed, &[day(2026, 11, 30)]);
    // Saturday 16 May and Sunday 31 May 2026; Monday 16 November is a holiday; the 30th is the campus' own.
    for (asked, keeps, before, after) in [
        (
            day(2026, 5, 12),
            day(2026, 5, 16),
            day(2026, 5, 15),
            day(2026, 5, 18),
        ),
        (
            day(2026, 5, 20),
            day(2026, 5, 31),
            day(2026, 5, 29),
            day(2026, 6, 1),
        ),
        (
            day(2026, 11, 10),
            day(2026, 11, 16),
            day(2026, 11, 13),
            day(2026, 11, 17),
        ),
        (
            day(2026, 11, 21),
            day(2026, 11, 30),
            day(2026, 11, 27),
            day(2026, 12, 1),
        ),
    ] {
        assert_eq!(of(ClosedCut::Keeps).on_or_after(asked), keeps);
        assert_eq!(of(ClosedCut::Before).on_or_after(asked), before);
        assert_eq!(of(ClosedCut::After).on_or_after(asked), after);
    }
    // Once the earlier date is over, the cut is.
    assert_eq!(
        of(ClosedCut::Before).on_or_after(day(2026, 5, 16)),
        day(2026, 5, 29)
    );
    // On the Sunday, the cut of the day before is still to come.
    assert_eq!(
        of(ClosedCut::After).on_or_after(day(2026, 5, 17)),
        day(2026, 5, 18)
    );
    assert_eq!(
        of(ClosedCut::Keeps).prepare_on(day(2026, 5, 16)),
        Some(day(2026, 5, 15))
    );
    assert_eq!(of(ClosedCut::After).prepare_on(day(2026, 5, 18)), None);
}

/// For every day of 81 years and rules of all sorts: its cut is the first one not before it, and the cuts are the days
/// of the rule, each on its own date or moved to the working day next to it.
#[test]
fn every_day_has_one_next_cut_under_any_rule() {
    let vacations: Vec<NaiveDate> = (2026..=2031)
        .flat_map(|year| day(year, 12, 17).iter_days().take(21))
        .collect();
    for days in ["16 y último", "1", "10, 20 y último", "29 y 30", "1, 2, 15 y 16"] {
        for on_closed in ClosedCut::ALL {
            for also_closed in [&[][..], &vacations] {
                let cuts = calendar(days, on_closed, also_closed);
                let works = |date: &NaiveDate| is_working_day(*date, also_closed);
                let moved = |nominal: NaiveDate| match on_closed {
                    ClosedCut::Keeps => nominal,
                    ClosedCut::Before => nominal.iter_days().rev().find(works).unwrap(),
                    ClosedCut::After => nominal.iter_days().find(works).unwrap(),
                };
                let nominal = CutDays::parse(days).unwrap();
                let mut expected: Vec<NaiveDate> = day(2019, 11, 1)
                    .iter_days()
                    .take_while(|date| *date < day(2101, 3, 1))
                    .filter(|date| nominal.contains(*date))
                    .map(moved)
                    .collect();
                expected.dedup();
                assert!(expected.is_sorted(), "{days} {on_closed:?}");

                let mut expected = expected.into_iter().peekable();
                for date in every_day() {
                    while expected.peek().is_some_and(|cut| *cut < date) {
                        expected.next();
                    }
                    let cut = *expected.peek().unwrap();
                    assert_eq!(cuts.is_cut(date), date == cut, "{days} {on_closed:?} {date}");
                    if date.day() % 5 == 1 {
                        assert_eq!(cuts.on_or_after(date), cut, "{days} {on_closed:?} {date}");
                    }
                }
            }
        }
    }
}
