use chrono::TimeDelta;

use super::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn every_day() -> impl Iterator<Item = NaiveDate> {
    day(2020, 1, 1).iter_days().take_while(|date| date.year() <= 2100)
}

fn next_cut(date: NaiveDate) -> NaiveDate {
    CutCalendar::default().on_or_after(date)
}

fn is_cut(date: NaiveDate) -> bool {
    CutCalendar::default().is_cut(date)
}

fn upcoming(date: NaiveDate) -> Vec<NaiveDate> {
    let cuts = CutCalendar::default();
    cuts.upcoming(date).take_while(|cut| cut.year() <= 2100).collect()
}

fn window(cut: NaiveDate, sent: Option<NaiveDate>) -> (NaiveDate, NaiveDate) {
    let window = expected_window(cut, sent, WindowLimits::default());
    (window.from, window.until)
}

#[test]
fn a_movement_not_sent_yet_is_expected_after_its_cut() {
    for (date, cut, from, until) in [
        (
            day(2026, 11, 21),
            day(2026, 11, 30),
            day(2026, 12, 1),
            day(2026, 12, 3),
        ),
        (
            day(2026, 12, 16),
            day(2026, 12, 16),
            day(2026, 12, 17),
            day(2026, 12, 19),
        ),
        (
            day(2026, 12, 17),
            day(2026, 12, 31),
            day(2027, 1, 1),
            day(2027, 1, 3),
        ),
        (
            day(2028, 2, 20),
            day(2028, 2, 29),
            day(2028, 3, 1),
            day(2028, 3, 3),
        ),
    ] {
        assert_eq!(next_cut(date), cut);
        assert_eq!(window(cut, None), (from, until));
    }
}

#[test]
fn the_window_opens_after_the_later_of_cut_and_sending() {
    for (cut, sent, from, until) in [
        (
            day(2026, 5, 16),
            day(2026, 5, 15),
            day(2026, 5, 17),
            day(2026, 5, 19),
        ),
        (
            day(2026, 11, 16),
            day(2026, 11, 13),
            day(2026, 11, 17),
            day(2026, 11, 19),
        ),
        (
            day(2026, 11, 30),
            day(2026, 12, 2),
            day(2026, 12, 3),
            day(2026, 12, 5),
        ),
    ] {
        assert_eq!(window(cut, Some(sent)), (from, until));
    }
}

#[test]
fn without_a_check_it_is_overdue_the_day_after() {
    let window = expected_window(day(2026, 11, 16), None, WindowLimits::default());
    assert_eq!(window.overdue_since(), day(2026, 11, 20));
    assert!(window.contains(day(2026, 11, 17)) && window.contains(day(2026, 11, 19)));
    assert!(!window.contains(day(2026, 11, 16)) && !window.contains(window.overdue_since()));
}

#[test]
fn weekend_cuts_of_three_years() {
    let weekend_cuts = |year| -> Vec<(u32, u32)> {
        upcoming(day(year, 1, 1))
            .into_iter()
            .take_while(|cut| cut.year() == year)
            .filter(|cut| is_weekend(*cut))
            .map(|cut| (cut.day(), cut.month()))
            .collect()
    };
    assert_eq!(
        weekend_cuts(2026),
        [(31, 1), (28, 2), (16, 5), (31, 5), (16, 8), (31, 10)]
    );
    assert_eq!(
        weekend_cuts(2027),
        [(16, 1), (31, 1), (28, 2), (16, 5), (31, 7), (16, 10), (31, 10)]
    );
    assert_eq!(
        weekend_cuts(2028),
        [
            (16, 1),
            (16, 4),
            (30, 4),
            (16, 7),
            (16, 9),
            (30, 9),
            (16, 12),
            (31, 12)
        ]
    );
}

#[test]
fn every_day_has_one_next_cut_and_every_month_two() {
    for date in every_day() {
        let cut = next_cut(date);
        assert!(date <= cut && (cut - date).num_days() <= 15, "{date}");
        assert_eq!((cut.year(), cut.month()), (date.year(), date.month()));
        assert!(cut.day() == 16 || cut.day() == u32::from(cut.num_days_in_month()));
        assert_eq!(next_cut(cut), cut);
        assert_eq!(is_cut(date), date == cut);
        let days_between = date.iter_days().take_while(|day| *day < cut);
        assert!(days_between.into_iter().all(|day| !is_cut(day)), "{date}");
    }
    let cuts = upcoming(day(2020, 1, 1));
    assert_eq!(cuts.len(), 81 * 24);
    assert!(cuts.is_sorted());
}

#[test]
fn every_window_follows_its_cut_and_its_sending() {
    for cut in every_day().filter(|date| is_cut(*date)) {
        for late in -3..=20 {
            let sent = cut + chrono::TimeDelta::days(late);
            let window = expected_window(cut, Some(sent), WindowLimits::default());
            assert!(window.from > cut && window.from > sent && window.from <= window.until);
            assert_eq!((window.overdue_since() - cut.max(sent)).num_days(), 4);
        }
    }
}

#[test]
fn limits_the_wrong_way_round_still_make_a_window() {
    let window = expected_window(
        day(2026, 11, 16),
        None,
        WindowLimits {
            first: 3,
            last: 1,
            ..WindowLimits::default()
        },
    );
    assert_eq!(
        (window.from, window.until),
        (day(2026, 11, 19), day(2026, 11, 19))
    );
    let end_of_time = expected_window(
        NaiveDate::MAX,
        None,
        WindowLimits {
            first: u32::MAX,
            last: u32::MAX,
            counted: Counted::Calendar,
        },
    );
    assert_eq!(end_of_time.overdue_since(), NaiveDate::MAX);
}

#[test]
fn working_days_leave_out_weekends_and_holidays() {
    let limits = WindowLimits {
        counted: Counted::Working,
        ..WindowLimits::default()
    };
    for (cut, from, until) in [
        // A Monday, a Wednesday, a Saturday, and the Friday before the third Monday of November.
        (day(2026, 11, 30), day(2026, 12, 1), day(2026, 12, 3)),
        (day(2026, 12, 16), day(2026, 12, 17), day(2026, 12, 21)),
        (day(2026, 5, 16), day(2026, 5, 18), day(2026, 5, 20)),
        (day(2026, 11, 13), day(2026, 11, 17), day(2026, 11, 19)),
    ] {
        assert_eq!(expected_window(cut, None, limits), Window { from, until });
    }
    let at_once = WindowLimits { first: 0, ..limits };
    assert_eq!(
        expected_window(day(2026, 5, 16), None, at_once).from,
        day(2026, 5, 16)
    );
}

/// The lists ask the other way round: which days have their window over, and which have it begun?
#[test]
fn what_is_over_and_what_has_begun_agree_with_the_window_of_every_day() {
    for counted in Counted::ALL {
        for (first, last) in [(0, 0), (1, 3), (2, 5), (4, 2), (0, 30)] {
            let limits = WindowLimits { first, last, counted };
            for today in day(2026, 1, 1).iter_days().take(366) {
                let (over, begun) = (limits.last_over(today), limits.last_begun(today));
                for back in 0..60 {
                    let base = today - TimeDelta::days(back);
                    let window = expected_window(base, None, limits);
                    assert_eq!(
                        base <= over,
                        window.until < today,
                        "{base} on {today}, {limits:?}"
                    );
                    assert_eq!(
                        base <= begun,
                        window.from <= today,
                        "{base} on {today}, {limits:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn knows_the_statutory_holidays() {
    let holidays = |year| -> Vec<(u32, u32)> {
        day(year, 1, 1)
            .iter_days()
            .take_while(|date| date.year() == year)
            .filter(|date| is_statutory_holiday(*date))
            .map(|date| (date.day(), date.month()))
            .collect()
    };
    assert_eq!(
        holidays(2026),
        [(1, 1), (2, 2), (16, 3), (1, 5), (16, 9), (16, 11), (25, 12)]
    );
    assert_eq!(
        holidays(2030),
        [
            (1, 1),
            (4, 2),
            (18, 3),
            (1, 5),
            (16, 9),
            (1, 10),
            (18, 11),
            (25, 12)
        ]
    );
    assert_eq!(holidays(2024).len(), 8);
    assert_eq!(holidays(2018).len(), 7);
}

#[test]
fn the_office_is_reminded_on_a_working_day() {
    assert_eq!(
        last_working_day_on_or_before(day(2026, 11, 30)),
        day(2026, 11, 30)
    );
    assert_eq!(last_working_day_on_or_before(day(2026, 5, 16)), day(2026, 5, 15));
    assert_eq!(
        last_working_day_on_or_before(day(2026, 11, 16)),
        day(2026, 11, 13)
    );
    assert_eq!(last_working_day_on_or_before(day(2028, 9, 16)), day(2028, 9, 15));
    let bridge = [day(2028, 9, 15), day(2028, 9, 14)];
    assert_eq!(
        last_working_day_among(day(2028, 9, 16), &bridge),
        day(2028, 9, 13)
    );
    for date in every_day() {
        let working = last_working_day_on_or_before(date);
        assert!(working <= date && (date - working).num_days() <= 3, "{date}");
        assert!(!is_weekend(working) && !is_statutory_holiday(working));
    }
}
