//! Which copies are kept as they grow old: all of the last two days, then one for each of 12 days, 10 weeks, 9 months.
//!
//! Days, weeks and months count where there are copies in them: an office that was closed for a month loses nothing by it.
//! The rule looks at dates alone, so that it can be held over years of them.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};

/// Of so many days everything is kept, today among them.
const WHOLE_DAYS: u64 = 2;
/// After those, one copy a day.
const DAYS: usize = 12;
/// After those, one a week.
const WEEKS: usize = 10;
/// After those, one a month.
const MONTHS: usize = 9;

/// Which of some copies may go on `today`, as their places in `copies`. Of each day, week and month the newest stays. The
/// newest of all never goes, nor does one that is dated after today: then the clock is wrong, and not the copy.
pub fn may_go(copies: &[NaiveDateTime], today: NaiveDate) -> Vec<usize> {
    let mut newest_first: Vec<usize> = (0..copies.len()).collect();
    newest_first.sort_by_key(|at| std::cmp::Reverse(copies[*at]));
    let whole = today.checked_sub_days(Days::new(WHOLE_DAYS - 1)).unwrap_or(today);
    let mut older = newest_first
        .into_iter()
        .skip(1)
        .filter(|at| copies[*at].date() < whole)
        .peekable();

    let mut gone = Vec::new();
    let newest = copies.iter().max().map(NaiveDateTime::date);
    let mut kept_day = newest.filter(|newest| *newest < whole);
    for (most, period) in [
        (DAYS, day as fn(NaiveDate) -> (i32, u32)),
        (WEEKS, week),
        (MONTHS, month),
    ] {
        let mut last = kept_day.map(period);
        let mut left = most;
        while let Some(at) = older.peek() {
            let own = period(copies[*at].date());
            if last == Some(own) {
                gone.push(*at);
            } else if left == 0 {
                break;
            } else {
                left -= 1;
                last = Some(own);
                kept_day = Some(copies[*at].date());
            }
            older.next();
        }
    }
    gone.extend(older);
    gone
}

fn day(date: NaiveDate) -> (i32, u32) {
    (date.year(), date.ordinal())
}

/// From Monday to Sunday.
fn week(date: NaiveDate) -> (i32, u32) {
    (date.iso_week().year(), date.iso_week().week())
}

fn month(date: NaiveDate) -> (i32, u32) {
    (date.year(), date.month())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// What is left of the copies.
    fn thinned(copies: &[NaiveDateTime], today: NaiveDate) -> Vec<NaiveDateTime> {
        let gone = may_go(copies, today);
        let kept = (0..copies.len()).filter(|at| !gone.contains(at));
        kept.map(|at| copies[at]).collect()
    }

    /// Every half hour of a working day.
    fn copies_of(day: NaiveDate) -> impl Iterator<Item = NaiveDateTime> {
        (16..36).filter_map(move |half| day.and_hms_opt(half / 2, half % 2 * 30, 0))
    }

    #[test]
    fn of_five_years_there_are_all_of_two_days_then_days_weeks_and_months() {
        let mut copies = Vec::new();
        let mut today = date("2024-01-01");
        while today < date("2029-01-01") {
            copies.extend(copies_of(today));
            copies = thinned(&copies, today);
            today = today.succ_opt().unwrap();
        }
        let days: Vec<String> = copies
            .iter()
            .map(|at| at.date())
            .collect::<BTreeSet<_>>()
            .into_iter()
            .rev()
            .map(|day| day.to_string())
            .collect();
        assert_eq!(copies.len(), 2 * 20 + DAYS + WEEKS + MONTHS);
        // Sunday 31 December 2028 and the day before whole; 12 days; then the Sundays; then months.
        assert_eq!(days[..2], ["2028-12-31", "2028-12-30"]);
        assert_eq!(days[2], "2028-12-29");
        assert_eq!(days[13], "2028-12-18");
        assert_eq!(days[14], "2028-12-17");
        assert_eq!(days[23], "2028-10-15");
        // Of a month the last Sunday, since of its last week no other was left.
        assert_eq!(days[24], "2028-09-24");
        assert_eq!(days[25], "2028-08-27");
        assert_eq!(days[32], "2028-01-30");
    }

    #[test]
    fn a_vacation_takes_nothing_away() {
        let before: Vec<NaiveDateTime> = copies_of(date("2026-07-10")).collect();
        let newest = *before.last().unwrap();
        assert_eq!(thinned(&before, date("2026-07-11")), before, "the day after");
        let left = thinned(&before, date("2026-12-01"));
        assert_eq!(left, [newest]);
        assert_eq!(thinned(&left, date("2030-12-01")), left);
    }

    #[test]
    fn a_clock_that_was_set_back_loses_no_copy() {
        let copies: Vec<NaiveDateTime> = copies_of(date("2026-11-21")).collect();
        assert!(may_go(&copies, date("2020-01-01")).is_empty());
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

        /// Whatever days an office works: the newest stays, nothing of two days goes, thinning again takes nothing, and no
        /// week of the last ten that had a copy is left without one.
        #[test]
        fn what_is_left_is_enough(offsets in prop::collection::vec(0..1_800u64, 1..200)) {
            let first = date("2024-01-01");
            let worked: BTreeSet<u64> = offsets.into_iter().collect();
            let mut copies: Vec<NaiveDateTime> = Vec::new();
            let mut weeks = BTreeSet::new();
            for offset in worked {
                let today = first + Days::new(offset);
                let made: Vec<NaiveDateTime> = copies_of(today).step_by(4).collect();
                let newest = *made.last().unwrap();
                weeks.insert(week(today));
                copies.extend(&made);
                copies = thinned(&copies, today);
                prop_assert_eq!(thinned(&copies, today), copies.clone());
                prop_assert!(copies.contains(&newest));
                prop_assert!(made.iter().all(|at| copies.contains(at)));
                prop_assert!(copies.len() <= 2 * 5 + 1 + DAYS + WEEKS + MONTHS);
                let left: BTreeSet<_> = copies.iter().map(|at| week(at.date())).collect();
                let mut last_weeks = weeks.iter().rev().take(WEEKS);
                prop_assert!(last_weeks.all(|week| left.contains(week)), "{:?} of {:?}", left, weeks);
            }
        }
    }
}
