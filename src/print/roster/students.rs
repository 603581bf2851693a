//! The list of students: forty rows a sheet under a compact head.

use super::*;

/// Where the heads of the columns begin, and the rows.
const HEADS: f64 = 46.0;
const ROWS: f64 = 51.0;
const ROW: f64 = 5.0;
const BASELINE: f64 = 3.6;
/// Forty rows, and the slack of one name that takes two lines.
const ROOM: f64 = 203.6;

/// Left edges of the columns, and how wide a name may be.
struct Columns {
    name: f64,
    name_room: f64,
    identifier: f64,
    nss: f64,
    nss_room: f64,
    umf: f64,
    state: f64,
    /// The right edge of its text.
    ago: f64,
    sign: f64,
}

impl Columns {
    fn new(whole_nss: bool) -> Self {
        let name_width = if whole_nss { 54.0 } else { 66.0 };
        let (name, identifier) = (LEFT + 7.0, LEFT + 7.0 + name_width);
        Self {
            name,
            name_room: name_width - 2.0,
            identifier,
            nss: identifier + 17.0,
            nss_room: if whole_nss { 24.0 } else { 12.0 },
            umf: LEFT + 103.0,
            state: LEFT + 113.0,
            ago: LEFT + 169.0 - 2.0,
            sign: LEFT + 169.0 + 2.0,
        }
    }
}

pub(super) fn pages(
    roster: &Roster,
    rows: &[StudentLine],
    legends: &[Legend],
    whole_nss: bool,
) -> Result<Vec<Page>, PageError> {
    let columns = Columns::new(whole_nss);
    let names: Vec<SetText<'_>> = rows
        .iter()
        .map(|row| SetText::new(Face::Regular, &row.name, columns.name_room))
        .collect();
    let heights: Vec<f64> = names.iter().map(|name| ROW + name.extra()).collect();
    let mut pages = Vec::new();
    for part in parted(&heights, ROOM, ROOM) {
        let mut page = sheet(roster, HeadSize::Compact)?;
        let mut block = Block::new(&mut page, 0.0, 0.0, Turn::Upright);
        title(&mut block, roster, legends)?;
        heads(&mut block, &columns, &roster.identifier);
        let is_last = part.end == rows.len();
        // First, so that no stripe lies over the line to sign on above it.
        stripes(&mut block, part.clone(), &heights);
        let mut top = ROWS;
        for at in part {
            row(
                &mut block,
                &columns,
                top,
                at + 1,
                &rows[at],
                &names[at],
                heights[at],
            )?;
            top += heights[at];
        }
        if is_last && top < ROWS + 200.0 {
            block.rule(LEFT, RIGHT, top, THICK, Ink::RULE);
            block.text(
                LEFT,
                top + 4.2,
                Style::bold(8.0),
                words::end_of_people(rows.len()),
            );
        }
        pages.push(page);
    }
    Ok(pages)
}

/// Title, subject on its line, and what there is of each state.
fn title(block: &mut Block<'_>, roster: &Roster, legends: &[Legend]) -> Fitted {
    const AFTER_ICON: f64 = 4.0;
    let style = Style::bold(14.0);
    block.text(LEFT, 39.2, style, roster.title.as_str());
    let width = fonts::width_mm(style.face, style.size_pt, &roster.title);
    subject(block, (LEFT + width + 4.0, 39.2), &roster.subject)?;

    // Smaller and closer together until it fits on its line; then in fewer words.
    let width = |size_pt: f64, words: &str| AFTER_ICON + fonts::width_mm(Face::Bold, size_pt, words);
    let all = |legend: &Legend, size_pt: f64, between: f64| -> f64 {
        let words = legend.iter().map(|(_, words)| width(size_pt, words) + between);
        words.sum::<f64>() - between
    };
    let settings = [(8.0, 6.0), (7.5, 5.0), (7.0, 4.0), (7.0, 2.5)];
    let room = RIGHT - LEFT;
    let fitting = legends.iter().find_map(|legend| {
        let fits = |&(size_pt, between): &(f64, f64)| all(legend, size_pt, between) <= room;
        settings.into_iter().find(fits).map(|setting| (legend, setting))
    });
    let Some((legend, (size_pt, between))) = fitting else {
        return match legends.last() {
            Some(legend) if !legend.is_empty() => {
                Err(Place::new(place::SUBJECT, room).overflow(&legend[0].1).into())
            }
            _ => Ok(()),
        };
    };
    let mut x = LEFT;
    for (icon, words) in legend {
        block.icon(x, 41.3, 3.2, *icon);
        block.text(x + AFTER_ICON, 44.0, Style::bold(size_pt), words.as_str());
        x += width(size_pt, words) + between;
    }
    Ok(())
}

fn heads(block: &mut Block<'_>, columns: &Columns, identifier: &str) {
    let y = HEADS + BASELINE;
    let style = Style::bold(7.5);
    block.fill(LEFT, HEADS, RIGHT - LEFT, ROWS - HEADS, Ink::FILL);
    block.text_to(columns.name - 2.0, y, style, words::NUMBER);
    for (x, word) in [
        (columns.name, words::NAME),
        (columns.identifier, identifier),
        (columns.nss, words::NSS),
        (columns.umf, words::UMF),
        (columns.state, words::STATE),
        (columns.sign, words::SIGN),
    ] {
        block.text(x, y, style, word);
    }
    block.text_to(columns.ago, y, style, words::AGO);
}

/// A stripe under every second row.
fn stripes(block: &mut Block<'_>, rows: std::ops::Range<usize>, heights: &[f64]) {
    let mut top = ROWS;
    for at in rows {
        if at % 2 == 1 {
            block.fill(LEFT, top, RIGHT - LEFT, heights[at], Ink::ZEBRA);
        }
        top += heights[at];
    }
}

fn row(
    block: &mut Block<'_>,
    columns: &Columns,
    top: f64,
    number: usize,
    line: &StudentLine,
    name: &SetText<'_>,
    height: f64,
) -> Fitted {
    const ICON: f64 = 3.0;
    let y = top + BASELINE;
    let text = Style::regular(8.5);
    block.text_to(columns.name - 2.0, y, text.ink(Ink::MUTED), &number.to_string());
    Place::new(place::NAME, columns.name_room).check_letter(Face::Regular, &line.name)?;
    name.draw(block, columns.name, y, text);
    let identifier = Place::new(place::IDENTIFIER, columns.nss - columns.identifier - 1.0);
    cell(block, (columns.identifier, y), text, &line.identifier, identifier)?;
    let nss = Place::new(place::NSS, columns.nss_room);
    cell(block, (columns.nss, y), text, &line.nss, nss)?;
    let umf = line.umf.as_deref().unwrap_or(words::EMPTY);
    let place_of_umf = Place::new(place::UMF, columns.state - columns.umf - 1.0);
    cell(block, (columns.umf, y), text, umf, place_of_umf)?;

    block.icon(columns.state, top + 1.05, ICON, line.icon);
    let ago = line.ago.as_deref().unwrap_or(words::EMPTY);
    block.text_to(columns.ago, y, text, ago);
    let room = columns.ago - fonts::width_mm(Face::Regular, 8.5, ago) - columns.state - 4.0 - 1.0;
    let style = if line.is_urgent { Style::bold(8.5) } else { text };
    let state = Place::new(place::FACT, room);
    cell(block, (columns.state + 4.0, y), style, &line.state, state)?;
    block.rule(columns.sign, RIGHT, top + height, HAIR, Ink::RULE);
    Ok(())
}
