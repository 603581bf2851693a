use chrono::NaiveDate;

use super::*;
use crate::domain::appearance::Palette;
use crate::print::block::Block;
use crate::print::page::Stroke;
use crate::print::qr::MuteCode;

fn noon() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 21)
        .unwrap()
        .and_hms_opt(12, 30, 0)
        .unwrap()
}

fn sample(text: &str) -> Document {
    let mut page = Page::letter();
    let mut block = Block::new(&mut page, 15.0, 15.0, Turn::Upright);
    block.fill(0.0, 0.0, 84.95, 12.0, Ink::band(Palette::Azul));
    block.text(4.0, 5.4, Style::bold(12.0).ink(Ink::WHITE), text);
    block.frame(
        0.0,
        20.0,
        84.95,
        16.0,
        Stroke {
            width_mm: 0.35,
            ink: Ink::RULE,
        },
    );
    block.qr(
        0.0,
        40.0,
        24.0,
        MuteCode::new("30DIT0000Z", "25TE0457", "F8K2")
            .unwrap()
            .code()
            .unwrap(),
    );
    let mut turned = Block::new(&mut page, 199.0, 120.0, Turn::UpsideDown);
    turned.text(0.0, 5.0, Style::mono(11.0), "GUIA050131MOCMBNA6");
    turned.icon(0.0, 8.0, 3.6, crate::print::icon::Icon::ShieldCheck);
    Document {
        title: "Resumen de Güemes Ibáñez".to_owned(),
        author: None,
        pages: vec![page],
    }
}

fn read(bytes: &[u8]) -> lopdf::Document {
    lopdf::Document::load_mem(bytes).unwrap()
}

#[test]
fn the_same_document_at_the_same_moment_gives_the_same_bytes() {
    let first = render(&sample("Plantel Ejemplo"), noon()).unwrap();
    let other = render(&sample("Otro plantel"), noon()).unwrap();
    let again = render(&sample("Plantel Ejemplo"), noon()).unwrap();
    assert!(
        first == again,
        "rendering another document in between changed this one"
    );
    assert!(first != other);
    let later = render(&sample("Plantel Ejemplo"), noon() + chrono::TimeDelta::seconds(1)).unwrap();
    assert!(first != later, "the moment is part of the file");
}

#[test]
fn two_documents_have_two_identities() {
    let identity = |text| {
        read(&render(&sample(text), noon()).unwrap())
            .trailer
            .get(b"ID")
            .unwrap()
            .clone()
    };
    assert_ne!(identity("Plantel Ejemplo"), identity("Otro plantel"));
    assert_eq!(identity("Plantel Ejemplo"), identity("Plantel Ejemplo"));
}

#[test]
fn the_file_says_its_title_language_and_date_and_claims_no_standard() {
    let bytes = render(&sample("Plantel Ejemplo"), noon()).unwrap();
    let file = read(&bytes);
    let catalog = file.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"es-MX");
    assert!(catalog.get(b"OutputIntents").is_err());
    let info = file.trailer.get(b"Info").and_then(Object::as_reference).unwrap();
    let info = file.get_dictionary(info).unwrap();
    assert_eq!(
        info.get(b"CreationDate").unwrap().as_str().unwrap(),
        b"D:20261121123000"
    );
    assert_eq!(
        info.get(b"Title").unwrap(),
        &text_object("Resumen de Güemes Ibáñez")
    );
    assert!(info.get(b"GTS_PDFXVersion").is_err());
    assert!(!bytes.windows(8).any(|window| window == b"GTS_PDFX"));
}

#[test]
fn the_text_can_be_read_back_with_its_accents() {
    let file = read(&render(&sample("GÜEMES IBÁÑEZ, Ñandú «ó» 0"), noon()).unwrap());
    let text = file.extract_text(&[1]).unwrap();
    assert!(text.contains("GÜEMES IBÁÑEZ, Ñandú «ó» 0"), "{text:?}");
    assert!(text.contains("GUIA050131MOCMBNA6"), "{text:?}");
}

#[test]
fn each_font_is_embedded_once_whatever_the_pages() {
    let mut document = sample("Plantel Ejemplo");
    document.pages = vec![document.pages[0].clone(); 40];
    let bytes = render(&document, noon()).unwrap();
    let file = read(&bytes);
    assert_eq!(file.get_pages().len(), 40);
    let programs = file.objects.values().filter(|object| {
        object
            .as_dict()
            .is_ok_and(|dictionary| dictionary.has(b"FontFile2"))
    });
    assert_eq!(
        programs.count(),
        3,
        "Bold, Mono and the icons; Regular is not used here"
    );
}

#[test]
fn what_pages_say_alike_is_stored_once_and_read_on_each() {
    let mut document = sample("Plantel Ejemplo");
    let own = |page: &Page, text: &str| {
        let mut page = page.clone();
        Block::new(&mut page, 0.0, 200.0, Turn::Upright).text(15.0, 0.0, Style::regular(9.0), text);
        page
    };
    document.pages = ["una", "dos", "tres"]
        .map(|text| own(&document.pages[0], text))
        .to_vec();
    let bytes = render(&document, noon()).unwrap();
    let file = read(&bytes);
    assert_eq!(file.get_pages().len(), 3);
    for (number, text) in (1..).zip(["una", "dos", "tres"]) {
        let read = file.extract_text(&[number]).unwrap();
        assert!(
            read.contains("Plantel Ejemplo") && read.contains(text),
            "page {number} says {read:?}"
        );
    }
    let codes = file.objects.values().filter_map(|object| object.as_stream().ok());
    let codes = codes.filter(|stream| {
        stream
            .decompressed_content()
            .is_ok_and(|content| content.windows(4).any(|window| window == b" re\n"))
    });
    assert_eq!(codes.count(), 1, "the boxes and the code are in one stream");
}

#[test]
fn a_logo_is_stored_once_and_gives_the_same_bytes() {
    let logo = crate::print::picture::Logo::plain(200, 100).on_band(Ink::band(Palette::Azul));
    let mut document = sample("Plantel Ejemplo");
    for turn in [Turn::Upright, Turn::UpsideDown] {
        Block::new(&mut document.pages[0], 100.0, 100.0, turn).logo(4.0, 4.0, (20.0, 10.0), &logo);
    }
    document.pages = vec![document.pages[0].clone(); 3];
    let bytes = render(&document, noon()).unwrap();
    assert!(bytes == render(&document, noon()).unwrap());
    let file = read(&bytes);
    let pictures: Vec<_> = file
        .objects
        .values()
        .filter_map(|object| object.as_stream().ok())
        .filter(|stream| stream.dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Image"))
        .collect();
    assert_eq!(pictures.len(), 1);
    let dots = pictures[0].decompressed_content().unwrap();
    assert_eq!((dots.len(), &dots[..3]), (200 * 100 * 3, &[0, 90, 60][..]));
}

#[test]
fn a_page_is_carta_to_the_point() {
    let file = read(&render(&sample("x"), noon()).unwrap());
    let page = file.get_dictionary(file.get_pages()[&1]).unwrap();
    let sides: Vec<_> = page
        .get(b"MediaBox")
        .unwrap()
        .as_array()
        .unwrap()
        .iter()
        .map(|s| s.as_float().unwrap())
        .collect();
    assert_eq!(sides, [0.0, 0.0, 612.0, 792.0]);
}

#[test]
fn a_character_outside_the_letter_stops_the_print() {
    let refused = render(&sample("Rareș"), noon());
    assert!(matches!(refused, Err(PdfError::Missing { page: 1, characters, .. }) if characters == ['ș']));
}

#[test]
fn no_two_characters_of_a_face_share_a_drawing_that_would_read_back_wrong() {
    // printpdf names each glyph by one character, the last one used: where two characters share a glyph, a text
    // copied from the PDF may carry the other. Only pairs that read the same are allowed.
    let alike = [
        (' ', '\u{A0}'),
        ('-', '\u{AD}'),
        ('-', '\u{2010}'),
        ('-', '\u{2011}'),
    ];
    for face in Face::ALL {
        let font = embeddable(face).unwrap();
        let mut seen = std::collections::BTreeMap::new();
        for (&point, &glyph) in &font.codepoint_to_glyph {
            let character = char::from_u32(point).unwrap();
            let first = *seen.entry(glyph).or_insert(character);
            assert!(
                first == character || alike.contains(&(first, character)),
                "{face:?}: {first:?} {character:?}"
            );
        }
    }
}
