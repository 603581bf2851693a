//! The list of a cut: its movements as IMSS wants them written, totals, and who signs.

use super::*;
use crate::print::page::Stroke;

const HEADS: f64 = 59.0;
const ROWS: f64 = 65.0;
const ROW: f64 = 5.5;
const BASELINE: f64 = 3.9;
/// Thirty-four rows a sheet, twenty-nine on the last: there the signatures need their room.
const ROOM: f64 = 187.0;
const LAST_ROOM: f64 = 159.5;
const SIGNATURES: f64 = 227.4;

/// Left edges of the columns.
const NAME: f64 = LEFT + 8.0;
const IDENTIFIER: f64 = NAME + 64.0;
const NSS: f64 = IDENTIFIER + 18.0;
const CURP: f64 = NSS + 28.0;
const UMF: f64 = CURP + 38.0;
const KIND: f64 = UMF + 11.0;

/// The side of a box to mark the answer in, and from one to the next.
const BOX: f64 = 3.5;
const BOX_PITCH: f64 = 9.3;
const BOX_STROKE: Stroke = Stroke {
    width_mm: 0.25,
    ink: Ink::RULE,
};

/// A remark stands below its name and may be as wide as name and numbers together.
const REMARK_ROOM: f64 = UMF - NAME - 2.0;

struct Set<'a> {
    name: SetText<'a>,
    remark: Vec<&'a str>,
    height: f64,
}

impl<'a> Set<'a> {
    fn new(line: &'a MovementLine) -> Self {
        let name = SetText::new(Face::Regular, &line.name, IDENTIFIER - NAME - 2.0);
        let remark = line.remark.as_deref().map_or_else(Vec::new, |remark| {
            fonts::wrap_words(Face::Regular, 7.5, remark, REMARK_ROOM)
                .unwrap_or_else(|| fonts::wrap_letters(Face::Regular, 7.5, remark, REMARK_ROOM))
        });
        let height = ROW + name.extra() + LEADING * remark.len() as f64;
        Self { name, remark, height }
    }
}

pub(super) fn pages(
    roster: &Roster,
    rows: &[MovementLine],
    totals: &str,
    end: &str,
    signing: Signing<'_>,
    last: LastColumn,
) -> Result<Vec<Page>, PageError> {
    let set: Vec<Set<'_>> = rows.iter().map(Set::new).collect();
    let heights: Vec<f64> = set.iter().map(|row| row.height).collect();
    let mut pages = Vec::new();
    for part in parted(&heights, ROOM, LAST_ROOM) {
        let mut page = sheet(roster, HeadSize::Full)?;
        let mut block = Block::new(&mut page, 0.0, 0.0, Turn::Upright);
        let title = Place::new(place::SUBJECT, RIGHT - LEFT);
        block.fitted(
            (LEFT, 47.8),
            Style::bold(15.0),
            &[15.0, 13.0],
            &roster.title,
            title,
        )?;
        subject(&mut block, (LEFT, 52.8), &roster.subject)?;
        subject(&mut block, (LEFT, 56.8), totals)?;
        heads(&mut block, &roster.identifier, last);
        let is_last = part.end == rows.len();
        let mut top = ROWS;
        for at in part {
            row(&mut block, top, (at + 1, last), &rows[at], &set[at])?;
            top += set[at].height;
        }
        if is_last {
            block.rule(LEFT, RIGHT, top, THICK, Ink::RULE);
            let place = Place::new(place::SUBJECT, RIGHT - LEFT);
            block.fitted((LEFT, top + 4.2), Style::bold(8.0), &[8.0, 7.5, 7.0], end, place)?;
            signatures(&mut block, signing)?;
        }
        pages.push(page);
    }
    Ok(pages)
}

fn heads(block: &mut Block<'_>, identifier: &str, last: LastColumn) {
    let y = HEADS + BASELINE;
    let style = Style::bold(8.0);
    block.fill(LEFT, HEADS, RIGHT - LEFT, ROWS - HEADS, Ink::FILL);
    block.text_to(NAME - 2.0, y, style, words::NUMBER);
    for (x, word) in [
        (NAME, words::NAME_FOR_IMSS),
        (IDENTIFIER, identifier),
        (NSS, words::NSS),
        (CURP, words::CURP),
        (UMF, words::UMF),
        (
            KIND,
            match last {
                LastColumn::Kind => words::KIND,
                LastColumn::Answer => words::ANSWER,
            },
        ),
    ] {
        block.text(x, y, style, word);
    }
}

fn row(
    block: &mut Block<'_>,
    top: f64,
    (number, last): (usize, LastColumn),
    line: &MovementLine,
    set: &Set<'_>,
) -> Fitted {
    let y = top + BASELINE;
    let text = Style::regular(8.5);
    block.text_to(NAME - 2.0, y, text.ink(Ink::MUTED), &number.to_string());
    Place::new(place::NAME, IDENTIFIER - NAME).check_letter(Face::Regular, &line.name)?;
    set.name.draw(block, NAME, y, text);
    if let Some(remark) = &line.remark {
        Place::new(place::REMARK, REMARK_ROOM).check_letter(Face::Regular, remark)?;
        let y = y + set.name.extra() + LEADING;
        block.lines(NAME, y, LEADING, Style::regular(7.5).ink(Ink::MUTED), &set.remark);
    }
    let or_empty = |text: &Option<String>| text.clone().unwrap_or_else(|| words::EMPTY.to_owned());
    for (x, end, style, text, name) in [
        (IDENTIFIER, NSS, text, line.identifier.clone(), place::IDENTIFIER),
        (NSS, CURP, Style::bold(9.0), or_empty(&line.nss), place::NSS),
        (CURP, UMF, Style::mono(8.5), or_empty(&line.curp), place::CURP),
        (UMF, KIND, text, or_empty(&line.umf), place::UMF),
    ] {
        cell(block, (x, y), style, &text, Place::new(name, end - x - 1.0))?;
    }
    match last {
        LastColumn::Kind => {
            block.icon(KIND, top + 1.25, 3.0, line.icon);
            cell(
                block,
                (KIND + 4.0, y),
                text,
                &line.kind,
                Place::new(place::FACT, RIGHT - KIND - 4.0),
            )?;
        }
        LastColumn::Answer => {
            for (x, word) in [(KIND, words::ACCEPTED), (KIND + BOX_PITCH, words::REJECTED)] {
                block.frame(x, top + (ROW - BOX) / 2.0, BOX, BOX, BOX_STROKE);
                block.text(x + BOX + 0.6, y, Style::regular(8.0).ink(Ink::MUTED), word);
            }
        }
    }
    block.rule(LEFT, RIGHT, top + set.height, HAIR, Ink::HAIRLINE);
    Ok(())
}

/// Who made the list, and who looks through it, with the post.
type Signing<'a> = (&'a str, Option<&'a (String, String)>);

/// Who made it, who looked through it, who took it.
fn signatures(block: &mut Block<'_>, (made_by, reviewed_by): Signing<'_>) -> Fitted {
    const WIDTH: f64 = 56.63;
    const GAP: f64 = 8.0;
    let columns = [
        (words::MADE, Some(made_by), words::AT_THE_WINDOW),
        match reviewed_by {
            Some((name, post)) => (words::REVIEWED, Some(name.as_str()), post.as_str()),
            None => (words::REVIEWED, None, words::NAME_SIGN_DATE),
        },
        (words::RECEIVED, None, words::NAME_SIGN_DATE_SEAL),
    ];
    let mut x = LEFT;
    for (role, name, below) in columns {
        block.text(x, SIGNATURES + 3.4, Style::regular(8.0).ink(Ink::MUTED), role);
        block.rule(x, x + WIDTH, SIGNATURES + 17.6, 0.25, Ink::RULE);
        let mut y = SIGNATURES + 21.6;
        if let Some(name) = name {
            let place = Place::new(place::PRINTED_BY, WIDTH);
            block.fitted((x, y), Style::bold(9.0), &[9.0, 8.0, 7.0], name, place)?;
            y += 3.8;
        }
        let place = Place::new(place::PRINTED_BY, WIDTH);
        block.fitted((x, y), Style::regular(8.5), &[8.5, 8.0, 7.0], below, place)?;
        x += WIDTH + GAP;
    }
    Ok(())
}
