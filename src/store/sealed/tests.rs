//! Sealed, opened, and refused.

use std::fs;

use proptest::prelude::*;

use super::*;

/// More than two chunks of age's stream, so that chunks can be missing from the end.
const LENGTH: usize = 150_000;

fn content() -> Vec<u8> {
    (0..LENGTH).map(|at| (at % 251) as u8).collect()
}

fn sealed_to(key: &OfficeKey) -> Vec<u8> {
    let mut sealed = Vec::new();
    seal(&content()[..], &mut sealed, Lock::Key(&key.recipient())).unwrap();
    sealed
}

fn opened(sealed: &[u8], secret: &Secret) -> Result<Vec<u8>, SealError> {
    let mut plain = Vec::new();
    open(sealed, secret)?.read_to_end(&mut plain)?;
    Ok(plain)
}

#[test]
fn what_is_sealed_to_the_office_opens_with_its_key_alone() {
    let key = OfficeKey::make();
    let sealed = sealed_to(&key);
    assert_eq!(opened(&sealed, &Secret::Key(key)).unwrap(), content());
    let refused = opened(&sealed, &Secret::Key(OfficeKey::make()));
    assert!(matches!(refused, Err(SealError::WrongKey)));
    let refused = opened(&sealed, &Secret::Passphrase(Passphrase::new("agua clara")));
    assert!(matches!(refused, Err(SealError::NeedsKey)));
}

#[test]
fn what_is_sealed_with_a_passphrase_opens_however_its_accents_are_typed() {
    let mut sealed = Vec::new();
    let lock = Passphrase::new("caf\u{e9} con le\u{f1}a");
    seal(&b"hola"[..], &mut sealed, Lock::Passphrase(&lock)).unwrap();
    let typed = Secret::Passphrase(Passphrase::new(" cafe\u{301} con len\u{303}a\n"));
    assert_eq!(opened(&sealed, &typed).unwrap(), b"hola");
    let refused = opened(&sealed, &Secret::Passphrase(Passphrase::new("cafe con lena")));
    assert!(matches!(refused, Err(SealError::WrongPassphrase)));
    let refused = opened(&sealed, &Secret::Key(OfficeKey::make()));
    assert!(matches!(refused, Err(SealError::NeedsPassphrase)));
}

#[test]
fn what_is_no_sealed_file_is_told_from_one_that_was_cut_short() {
    let key = OfficeKey::make();
    let sealed = sealed_to(&key);
    let secret = Secret::Key(key);
    for length in [0, 5, MAGIC.len(), 30, 150, 400, 65_000, sealed.len() - 1] {
        let refused = opened(&sealed[..length], &secret);
        assert!(
            matches!(refused, Err(SealError::Torn)),
            "{length} bytes: {refused:?}"
        );
    }
    for foreign in [&b"SQLite format 3\0"[..], b"age-encryption", b"PK\x03\x04"] {
        let refused = opened(&[foreign, &[7; 400]].concat(), &secret);
        assert!(matches!(refused, Err(SealError::Foreign)), "{refused:?}");
    }
    let mut longer = sealed;
    longer.push(0);
    assert!(matches!(opened(&longer, &secret), Err(SealError::Torn)));
}

#[test]
fn a_file_that_asks_for_hours_of_work_is_refused_at_once() {
    let head = "age-encryption.org/v1\n-> scrypt bBjlhJVYZeE4aqUdmtRHfw 40\n\
                gUjEymFKMVXQEKdMMHL24oYexjE3TIC0O0zGSqJ2aUY\n--- 3Y6RzbiASsNs4QrV8EsZUiD3R2RHqxPMYcLSZQ8+vUE\n";
    let file = [head.as_bytes(), &[0; 64]].concat();
    let refused = opened(&file, &Secret::Passphrase(Passphrase::new("hola")));
    assert!(
        matches!(refused, Err(SealError::Foreign | SealError::Torn)),
        "{refused:?}"
    );
}

#[test]
fn a_file_is_sealed_read_back_and_measured() {
    let folder = tempfile::tempdir().unwrap();
    let (plain, to) = (folder.path().join("plain"), folder.path().join("sealed"));
    fs::write(&plain, content()).unwrap();
    let key = OfficeKey::make();
    let sealed = seal_file(&plain, &to, Lock::Key(&key.recipient())).unwrap();
    assert_eq!(sealed.length, fs::metadata(&to).unwrap().len());
    assert_eq!(figures_of(&to).unwrap(), sealed);
    assert!(sealed.sha256 != figures_of(&plain).unwrap().sha256);
    let mut opened = Vec::new();
    assert_eq!(
        open_into(&to, &Secret::Key(key), &mut opened).unwrap(),
        LENGTH as u64
    );
    assert_eq!(opened, content());
}

#[test]
fn what_cannot_be_sealed_leaves_no_file_and_overwrites_none() {
    let folder = tempfile::tempdir().unwrap();
    let (plain, to) = (folder.path().join("plain"), folder.path().join("sealed"));
    let key = OfficeKey::make().recipient();
    assert!(
        seal_file(&plain, &to, Lock::Key(&key)).is_err(),
        "there is nothing to seal"
    );
    assert!(!to.exists());
    fs::write(&plain, content()).unwrap();
    fs::write(&to, "somebody's").unwrap();
    assert!(seal_file(&plain, &to, Lock::Key(&key)).is_err());
    assert_eq!(fs::read(&to).unwrap(), b"somebody's");
}

#[test]
fn a_key_reads_back_as_it_is_spelled_and_typed() {
    let key = OfficeKey::make();
    let groups = key.groups();
    assert_eq!((groups.len(), groups[14].len()), (15, 2));
    for typed in [
        groups.join(" "),
        groups.join(" - ").to_lowercase(),
        key.whole(),
        format!("# made on some day\n{}\n", key.whole()),
    ] {
        assert_eq!(
            OfficeKey::read(&typed).unwrap().recipient(),
            key.recipient(),
            "{typed}"
        );
    }
    assert_eq!(key.recipient().to_string().parse(), Ok(key.recipient()));
}

#[test]
fn what_is_typed_wrong_is_told_by_what_is_wrong_with_it() {
    let letters = OfficeKey::make().groups().concat();
    let fault = |typed: &str| OfficeKey::read(typed).map(|_| ()).unwrap_err();
    assert_eq!(fault(&letters[..40]), KeyFault::Length { found: 40 });
    assert_eq!(fault(""), KeyFault::Length { found: 0 });
    assert_eq!(
        fault(&letters.replacen(&letters[..1], "B", 1)),
        KeyFault::Letter('B')
    );
    for at in [0, 20, 57] {
        let other = if &letters[at..=at] == "Q" { "P" } else { "Q" };
        let typed = [&letters[..at], other, &letters[at + 1..]].concat();
        assert_eq!(fault(&typed), KeyFault::Mistyped, "letter {at}");
    }
}

#[test]
fn a_sheet_is_known_by_its_first_three_groups() {
    let key = OfficeKey::make();
    let proof = key.proof("sal");
    let groups = key.groups();
    assert!(proof.is_of(&groups[..3].join(" ").to_lowercase()));
    assert!(proof.is_of(&key.whole()), "the whole of it will do");
    assert!(!proof.is_of(&groups[..2].join(" ")));
    assert!(!proof.is_of(&groups[1..4].join(" ")));
    assert!(!OfficeKey::make().proof("sal").is_of(&groups[..3].concat()));
    assert_ne!(key.proof("otra").hash, proof.hash);
    assert!(!proof.hash.contains(&groups[0].to_lowercase()));
}

#[test]
fn the_secret_is_not_shown_by_accident() {
    let key = OfficeKey::make();
    let shown = format!("{key:?} {:?}", Secret::Key(key.clone()));
    assert!(
        !key.groups().iter().take(14).any(|group| shown.contains(group)),
        "{shown}"
    );
    assert!(!format!("{:?}", Passphrase::new("agua clara")).contains("clara"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_sealed_file_with_any_byte_changed_is_refused(at in 0..LENGTH + 300, change in 1..=255u8) {
        let key = OfficeKey::make();
        let mut sealed = sealed_to(&key);
        let at = at % sealed.len();
        sealed[at] ^= change;
        prop_assert!(opened(&sealed, &Secret::Key(key)).is_err(), "byte {at}");
    }

    #[test]
    fn a_sealed_file_cut_short_anywhere_is_refused(length in 0..LENGTH) {
        let key = OfficeKey::make();
        let sealed = sealed_to(&key);
        prop_assert!(opened(&sealed[..length], &Secret::Key(key)).is_err());
    }
}
