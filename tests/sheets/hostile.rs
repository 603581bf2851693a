//! Files that are broken, forged or random: each is answered, none takes the program or the memory with it.

use std::io::{Cursor, Read as _, Write as _};

use cfb::CompoundFile;
use proptest::prelude::*;
use ventanilla::exchange::workbook::{CELL_LIMIT, ReadFault, read_bytes, read_pasted};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::path;

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(path(name)).unwrap()
}

type Parts = Vec<(String, Vec<u8>)>;

fn unpacked(archive: &[u8]) -> Parts {
    let mut archive = ZipArchive::new(Cursor::new(archive)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index(index).unwrap();
            let mut content = Vec::new();
            part.read_to_end(&mut content).unwrap();
            (part.name().unwrap().into_owned(), content)
        })
        .collect()
}

fn packed(parts: &Parts, method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let options = SimpleFileOptions::default().compression_method(method);
        writer.start_file(name, options).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The workbook with another content in one of its parts.
fn with_part(name: &str, part: &str, change: impl FnOnce(String) -> String) -> Vec<u8> {
    let mut parts = unpacked(&bytes(name));
    let (_, content) = parts.iter_mut().find(|(own, _)| own == part).unwrap();
    let text = String::from_utf8(std::mem::take(content)).unwrap();
    *content = change(text).into_bytes();
    packed(&parts, CompressionMethod::Deflated)
}

fn fault(name: &str, bytes: &[u8]) -> Option<ReadFault> {
    read_bytes(name, bytes).err()
}

/// An ODS with these rows in its only sheet.
fn ods(rows: &str) -> Vec<u8> {
    with_part("vacio.ods", "content.xml", |content| {
        let end = content.find("</table:table>").unwrap();
        format!("{}{rows}{}", &content[..end], &content[end..])
    })
}

#[test]
fn an_archive_that_hides_how_much_it_holds_is_damaged() {
    let mut parts = unpacked(&bytes("altas.xlsx"));
    let sheet = parts
        .iter_mut()
        .find(|(name, _)| name.ends_with("sheet1.xml"))
        .unwrap();
    let end = sheet.1.len() - "</worksheet>".len();
    sheet.1.splice(end..end, std::iter::repeat_n(b' ', 40 << 20));
    let true_size = u32::try_from(sheet.1.len()).unwrap().to_le_bytes();
    let mut archive = packed(&parts, CompressionMethod::Deflated);
    assert_eq!(fault("altas.xlsx", &archive), None);
    // The size stands before the part and in the table of contents; both lie now.
    for at in 0..archive.len() - 4 {
        if archive[at..at + 4] == true_size {
            archive[at..at + 4].copy_from_slice(&2000_u32.to_le_bytes());
        }
    }
    assert_eq!(fault("altas.xlsx", &archive), Some(ReadFault::Damaged));
}

#[test]
fn a_file_that_becomes_a_thousand_times_as_large_is_not_unpacked() {
    let mut parts = unpacked(&bytes("altas.xlsx"));
    parts.push(("xl/worksheets/sheet2.xml".to_owned(), vec![b' '; 80 << 20]));
    let archive = packed(&parts, CompressionMethod::Deflated);
    let declared = parts.iter().map(|(_, content)| content.len() as u64).sum();
    assert_eq!(
        fault("altas.xlsx", &archive),
        Some(ReadFault::TooLarge { declared })
    );
}

#[test]
fn a_workbook_that_announces_more_strings_than_it_can_hold_is_damaged() {
    for count in ["99999999999", "99999999999999999999999"] {
        let archive = with_part("altas.xlsx", "xl/sharedStrings.xml", |strings| {
            let (before, rest) = strings.split_once("uniqueCount=\"").unwrap();
            let (_, after) = rest.split_once('"').unwrap();
            format!("{before}uniqueCount=\"{count}\"{after}")
        });
        assert_eq!(fault("altas.xlsx", &archive), Some(ReadFault::Damaged));
    }
}

#[test]
fn one_long_text_in_many_cells_counts_as_many() {
    let long = "A".repeat(30_000);
    let mut parts = unpacked(&bytes("altas.xlsx"));
    for (name, content) in &mut parts {
        let text = || String::from_utf8(content.clone()).unwrap();
        if name == "xl/sharedStrings.xml" {
            // The first string is that of A1.
            *content = text()
                .replacen(">Número de control<", &format!(">{long}<"), 1)
                .into_bytes();
        } else if name == "xl/worksheets/sheet1.xml" {
            let rows = r#"<row><c t="s"><v>0</v></c></row>"#.repeat(CELL_LIMIT * 64 / long.len() + 1);
            *content = text()
                .replacen("</sheetData>", &(rows + "</sheetData>"), 1)
                .into_bytes();
        }
    }
    let archive = packed(&parts, CompressionMethod::Stored);
    assert!(archive.len() < 1 << 20);
    assert_eq!(fault("altas.xlsx", &archive), Some(ReadFault::TooManyCells));
}

#[test]
fn cells_that_an_ods_repeats_beyond_all_measure_are_not_made() {
    let value = r#"<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/>"#;
    let row = format!(r#"<table:table-row table:number-rows-repeated="1048576">{value}</table:table-row>"#);
    assert_eq!(fault("a.ods", &ods(&row)), Some(ReadFault::TooManyCells));
    // So do many rows that say it once each.
    let row = format!("<table:table-row>{value}</table:table-row>").repeat(400);
    assert_eq!(fault("a.ods", &ods(&row)), Some(ReadFault::TooManyCells));
    // And a text of spaces, or one that stands in all columns.
    for spaces in ["4000000000", "200000"] {
        let cell = format!(
            r#"<table:table-row><table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>x<text:s text:c="{spaces}"/></text:p></table:table-cell></table:table-row>"#
        );
        assert_eq!(fault("a.ods", &ods(&cell)), Some(ReadFault::TooManyCells));
    }
    // What repeats with measure is read.
    let row = r#"<table:table-row table:number-rows-repeated="3"><table:table-cell office:value-type="float" office:value="7" table:number-columns-repeated="2"/><table:table-cell table:number-columns-repeated="16382"/></table:table-row>"#;
    let book = read_bytes("a.ods", &ods(row)).unwrap();
    let widths: Vec<usize> = book.sheets[0].rows.iter().map(Vec::len).collect();
    assert_eq!(widths, [2, 2, 2]);
}

#[test]
fn an_ods_that_breaks_off_is_damaged_and_is_not_read_for_ever() {
    let half = with_part("altas.ods", "content.xml", |content| {
        let end = content.rfind("<table:table-row").unwrap();
        content[..end].to_owned()
    });
    assert_eq!(fault("altas.ods", &half), Some(ReadFault::Damaged));
}

#[test]
fn documents_of_other_kinds_are_no_sheets() {
    let part = |name: &str| vec![(name.to_owned(), b"<x/>".to_vec())];
    for archive in [
        packed(&part("word/document.xml"), CompressionMethod::Deflated),
        packed(&part("xl/workbook.bin"), CompressionMethod::Deflated),
        packed(&part("Index/Document.iwa"), CompressionMethod::Stored),
    ] {
        assert_eq!(fault("carta.xlsx", &archive), Some(ReadFault::NotASheet));
    }
    let mut letter = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    letter
        .create_stream("/WordDocument")
        .unwrap()
        .write_all(b"Hola")
        .unwrap();
    letter.flush().unwrap();
    let letter = letter.into_inner().into_inner();
    assert_eq!(fault("carta.xls", &letter), Some(ReadFault::NotASheet));
    let page = b"\xEF\xBB\xBF<!DOCTYPE html><table><tr><td>Nombre</td></tr></table>";
    assert_eq!(fault("reporte.xls", page), Some(ReadFault::NotASheet));
}

#[test]
fn bytes_that_say_nothing_are_damaged_if_they_are_called_a_sheet() {
    let zeros = [0; 5000];
    for name in ["altas.xlsx", "ALTAS.XLS", "altas.ods"] {
        assert_eq!(fault(name, &zeros), Some(ReadFault::Damaged));
    }
    assert_eq!(fault("altas.dat", &zeros), Some(ReadFault::NotASheet));
}

/// What happens to bytes on their way.
#[derive(Debug, Clone)]
enum Mishap {
    Flip(prop::sample::Index, u8),
    Cut(prop::sample::Index),
    Drop(prop::sample::Index, usize),
    Double(prop::sample::Index, usize),
    Digits(prop::sample::Index),
}

impl Mishap {
    fn any() -> impl Strategy<Value = Self> {
        let at = any::<prop::sample::Index>;
        prop_oneof![
            4 => (at(), 0..8_u32).prop_map(|(at, bit)| Self::Flip(at, 1 << bit)),
            1 => at().prop_map(Self::Cut),
            2 => (at(), 1..200_usize).prop_map(|(at, length)| Self::Drop(at, length)),
            2 => (at(), 1..200_usize).prop_map(|(at, length)| Self::Double(at, length)),
            2 => at().prop_map(Self::Digits),
        ]
    }

    fn befalls(&self, bytes: &mut Vec<u8>) {
        if bytes.is_empty() {
            return;
        }
        let length = bytes.len();
        let end = |at: usize, run: usize| (at + run).min(length);
        match self {
            Self::Flip(at, bit) => bytes[at.index(length)] ^= bit,
            Self::Cut(at) => bytes.truncate(at.index(length)),
            Self::Drop(at, run) => {
                let at = at.index(length);
                bytes.drain(at..end(at, *run));
            }
            Self::Double(at, run) => {
                let at = at.index(length);
                let run = bytes[at..end(at, *run)].to_vec();
                bytes.splice(at..at, run);
            }
            // Counts, places and lengths grow.
            Self::Digits(at) => {
                let at = at.index(length);
                let digit = bytes[at..].iter().position(u8::is_ascii_digit);
                if let Some(digit) = digit {
                    bytes.splice(at + digit..at + digit, *b"99999");
                }
            }
        }
    }
}

fn mishaps() -> impl Strategy<Value = Vec<Mishap>> {
    proptest::collection::vec(Mishap::any(), 1..4)
}

const SHEETS: [&str; 7] = [
    "altas.xlsx",
    "altas.ods",
    "altas.xls",
    "altas-excel.csv",
    "formulario-google.csv",
    "valores.xls",
    "dos-hojas.xlsx",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn random_bytes_are_answered(
        start in prop::sample::select(vec![
            &b""[..], b"PK\x03\x04", b"PK\x05\x06", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"\xFF\xFE", b"sep=",
        ]),
        bytes in proptest::collection::vec(any::<u8>(), 0..1500),
        name in prop::sample::select(vec!["a.xlsx", "a.xls", "a.ods", "a.csv", ""]),
    ) {
        let _ = read_bytes(name, &[start, &bytes].concat());
    }

    #[test]
    fn random_text_is_answered(text in "[a-zñÑ0-9,;|\"'\t\r\n =]{0,200}") {
        let _ = read_bytes("a.csv", text.as_bytes());
        let _ = read_pasted(&text);
    }

    #[test]
    fn a_sheet_that_suffered_on_its_way_is_answered(
        name in prop::sample::select(SHEETS.to_vec()),
        mishaps in mishaps(),
    ) {
        let mut bytes = bytes(name);
        mishaps.iter().for_each(|mishap| mishap.befalls(&mut bytes));
        let _ = read_bytes(name, &bytes);
    }

    #[test]
    fn a_sheet_whose_archive_is_whole_and_whose_parts_suffered_is_answered(
        name in prop::sample::select(vec!["altas.xlsx", "altas.ods", "dos-hojas.xlsx", "valores.ods", "formulas.xlsx"]),
        part in any::<prop::sample::Index>(),
        mishaps in mishaps(),
    ) {
        let mut parts = unpacked(&bytes(name));
        parts.retain(|(name, _)| name.ends_with(".xml") || name.ends_with(".rels"));
        parts.insert(0, ("mimetype".to_owned(), b"application/vnd.oasis.opendocument.spreadsheet".to_vec()));
        if name.ends_with("xlsx") {
            parts.remove(0);
        }
        // Most of what is read stands in few of them.
        let telling = ["sheet", "haredStrings", "content", "workbook", "styles"];
        let told: Vec<usize> = (0..parts.len())
            .filter(|at| telling.iter().any(|it| parts[*at].0.contains(it)))
            .collect();
        let at = *part.get(&told);
        mishaps.iter().for_each(|mishap| mishap.befalls(&mut parts[at].1));
        let _ = read_bytes(name, &packed(&parts, CompressionMethod::Stored));
    }

    #[test]
    fn an_old_workbook_whose_records_suffered_is_answered(
        name in prop::sample::select(vec!["altas.xls", "valores.xls"]),
        mishaps in mishaps(),
    ) {
        let mut file = CompoundFile::open(Cursor::new(bytes(name))).unwrap();
        let mut records = Vec::new();
        file.open_stream("/Workbook").unwrap().read_to_end(&mut records).unwrap();
        mishaps.iter().for_each(|mishap| mishap.befalls(&mut records));
        file.create_stream("/Workbook").unwrap().write_all(&records).unwrap();
        file.flush().unwrap();
        let _ = read_bytes(name, &file.into_inner().into_inner());
    }
}
