use super::*;
use ventanilla::desk::SheetTest;

#[test]
fn the_key_is_on_its_sheet_and_nowhere_in_the_data_folder() {
    let mut office = Office::open();
    let key = office.make_key();
    let known = office.desk.backup_overview().unwrap().key.unwrap();
    assert_eq!(known.recipient, key.recipient());
    let groups = key.groups();
    assert!(matches!(
        office.desk.test_rescue_sheet(&groups[..3].join(" ")).unwrap(),
        SheetTest::Matches {
            file_removed: true,
            ..
        }
    ));
    office.desk.copy_now().unwrap().make().unwrap();
    let mut looked_at = 0;
    for file in every_file(office.data.path()) {
        let bytes = fs::read(&file).unwrap().to_ascii_uppercase();
        let holds = |text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
        for groups in groups[..14].windows(2) {
            assert!(!holds(&groups.concat()), "{}", file.display());
        }
        assert!(!holds("AGE-SECRET-KEY"), "{}", file.display());
        looked_at += 1;
    }
    assert!(looked_at >= 4, "the register, its log, a copy and its manifest");
}

fn every_file(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let inside = folders.iter().flat_map(|folder| every_file(folder));
    files.into_iter().chain(inside).collect()
}

#[test]
fn the_sheet_is_known_by_its_first_groups_and_then_its_file_goes() {
    let mut office = Office::open();
    assert_eq!(office.desk.test_rescue_sheet("QPZR").unwrap(), SheetTest::NoKey);
    let key = office.make_key();
    let sheet = office.desk.backup_overview().unwrap().key.unwrap().sheet.unwrap();
    let typed = key.groups()[..3].join(" ").to_lowercase();
    assert_eq!(
        office.desk.test_rescue_sheet("qpzr y9x8 gf2t").unwrap(),
        SheetTest::DoesNotMatch
    );
    assert!(Path::new(&sheet.path).exists());
    office.hand.move_to("2026-11-21 10:40");
    assert_eq!(
        office.desk.test_rescue_sheet(&typed).unwrap(),
        SheetTest::Matches {
            mark: key.recipient().mark(),
            file_removed: true
        }
    );
    assert!(!Path::new(&sheet.path).exists());
    let known = office.desk.backup_overview().unwrap().key.unwrap();
    assert_eq!(known.tested.unwrap().at, day::at("2026-11-21 10:40"));
    assert_eq!(known.sheet, None);
    // The paper can be tried again whenever somebody wonders.
    assert!(matches!(
        office.desk.test_rescue_sheet(&typed).unwrap(),
        SheetTest::Matches {
            file_removed: false,
            ..
        }
    ));
}

#[test]
fn a_file_that_is_no_longer_the_sheet_is_left_alone() {
    let mut office = Office::open();
    let key = office.make_key();
    let sheet = office.desk.backup_overview().unwrap().key.unwrap().sheet.unwrap();
    fs::write(&sheet.path, "somebody's").unwrap();
    let tested = office
        .desk
        .test_rescue_sheet(&key.groups()[..3].concat())
        .unwrap();
    assert!(matches!(
        tested,
        SheetTest::Matches {
            file_removed: false,
            ..
        }
    ));
    assert_eq!(fs::read(&sheet.path).unwrap(), b"somebody's");
}

#[test]
fn after_another_key_older_copies_open_with_the_older_sheet_alone() {
    let (mut office, older) = Office::with_a_stick();
    office.copy();
    let newer = office.make_key();
    office.desk.enroll(&juan());
    office.hand.move_to("2026-11-21 11:00");
    office.copy();
    let [second, first] = &office.placed()[..] else {
        panic!("two copies");
    };
    assert_eq!(first.report.sheet, older.recipient().mark());
    assert_eq!(second.report.sheet, newer.recipient().mark());
    assert_eq!(open_and_work(first, &older).count_students().unwrap(), 2);
    assert_eq!(open_and_work(second, &newer).count_students().unwrap(), 3);
    let wrong = open_into(&first.path, &Secret::Key(newer), std::io::sink());
    assert!(matches!(
        wrong,
        Err(ventanilla::store::sealed::SealError::WrongKey)
    ));
    let former = office
        .desk
        .test_rescue_sheet(&older.groups()[..3].concat())
        .unwrap();
    assert!(matches!(former, SheetTest::Former(known) if known.recipient == older.recipient()));
}

#[test]
fn a_key_whose_sheet_is_not_written_is_none_and_ctrl_z_takes_none_back() {
    let mut office = Office::open();
    let before = office.desk.next_undo().unwrap();
    let refused = office
        .desk
        .make_office_key(|_, _| Err(("/".into(), std::io::ErrorKind::PermissionDenied.into())));
    assert!(refused.is_err());
    assert_eq!(office.desk.backup_overview().unwrap().key, None);
    let key = office.make_key();
    assert_eq!(office.desk.next_undo().unwrap(), before, "it is no act");
    office.desk.undo().unwrap();
    let known = office.desk.backup_overview().unwrap().key.unwrap();
    assert_eq!(known.recipient, key.recipient());
}
