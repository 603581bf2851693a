use super::*;

#[test]
fn every_nss_of_the_annex_has_its_verdict() {
    verdicts(
        "nss",
        &[
            ("02170300012", "ok", "ok"),
            ("03190412340", "ok", "ok"),
            ("48190600428", "ok", "ok"),
            ("12180599990", "ok", "ok"),
            ("88190400072", "ok", "ok"),
            ("89190400070", "ok", "ok"),
            ("00190400077", "aviso", "nss-prefijo"),
            ("36150012346", "aviso", "nss-convencional"),
            ("77150300018", "aviso", "nss-convencional"),
            ("79160300012", "aviso", "nss-convencional"),
            ("80150300020", "aviso", "nss-convencional"),
            ("97150400071", "aviso", "nss-convencional"),
            ("89009800072", "aviso", "nss-convencional"),
            ("89999700076", "aviso", "nss-convencional"),
            ("89029900076", "aviso", "nss-convencional"),
            ("89000500077", "aviso", "nss-convencional"),
            ("02040500015", "aviso", "nss-alta-antes"),
            ("00000000000", "error", "nss-ceros"),
            ("02170300013", "error", "nss-digito"),
            ("48190600429", "error", "nss-digito"),
            ("0217030001", "error", "nss-longitud"),
            ("3190412340", "error", "nss-longitud"),
            ("03 19 04 1234 0", "ok", "ok"),
            ("0319-04-1234-0", "ok", "ok"),
            ("O3I9O41234O", "error", "nss-letras"),
        ],
    );
}

#[test]
fn every_curp_of_the_annex_has_its_verdict() {
    verdicts(
        "curp",
        &[
            ("HEMJ040315HVZRXNA8", "ok", "ok"),
            ("HEMJ040315HVZRXNB6", "ok", "ok"),
            ("CUNF051130MPLRXRA2", "ok", "ok"),
            ("OORA060101XNECSLA3", "ok", "ok"),
            ("PEDJ991231HVZXMS04", "ok", "ok"),
            ("PEDJ000101HVZXMSA0", "ok", "ok"),
            ("PXDA040520MVZDMNA1", "ok", "ok"),
            ("SAXL030809HPLNXSA9", "ok", "ok"),
            ("GUIA050131MOCMBNA6", "ok", "ok"),
            ("DXGL041212HTCXRSA6", "ok", "ok"),
            ("XXXF020228HDFXXDA9", "ok", "ok"),
            ("XAXX030229MVZXXMB2", "error", "curp-fecha"),
            ("HEMJ040315HVZRXNA7", "error", "curp-digito"),
            ("HEMJ040315HVXRXNA0", "error", "curp-lugar"),
            ("HEMJ300315HVZRXNA8", "error", "curp-futura"),
            ("HEMJ040325HVZRXNA8", "ok", "ok"),
            ("HEMJ150315HVZRXNA1", "aviso", "curp-edad"),
            ("HEMJ040315HVZRXN08", "aviso", "curp-edad"),
            ("HEMJ040315HVZRXNK8", "aviso", "curp-homonimia"),
            ("PEDA040520MVZDMNA1", "aviso", "curp-palabra"),
            ("XXXX999999XXXXXX99", "error", "curp-lugar"),
        ],
    );
}

#[test]
fn a_right_number_is_shown_as_people_read_it() {
    let said = program(&["revisar", "nss", "48190600428", "--ahora", TODAY], b"").done();
    assert_eq!(said, "48190600428\tok\tok\t48-19-06-0042-8\n");
}

#[test]
fn no_bytes_at_all_stop_it() {
    let mut bytes: Vec<u8> = (0..=255).cycle().take(4_096).collect();
    bytes.extend(b"\n\xff\xfe\0\tHEMJ040315HVZRXNA8\r\n\n48190600428");
    for what in ["nss", "curp"] {
        let said = program(&["revisar", what], &bytes);
        assert_eq!((said.code, said.err.as_str()), (1, ""));
        let lines: Vec<&str> = said.out.lines().collect();
        assert_eq!(
            lines.len(),
            bytes.split(|byte| *byte == b'\n').count(),
            "a line in is a line out"
        );
        assert!(lines.iter().all(|line| line.split('\t').count() == 4));
    }
}

#[test]
fn json_tells_every_remark_and_the_line_only_the_heaviest() {
    let said = program(
        &["revisar", "nss", "--json", "89000500077", "--ahora", TODAY],
        b"",
    )
    .json();
    assert_eq!(said["gravedad"], "aviso");
    let causes: Vec<_> = said["observaciones"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["causa"])
        .collect();
    assert_eq!(causes, ["nss-convencional", "nss-alta-antes"]);
}

#[test]
fn a_value_may_begin_with_a_hyphen_after_two() {
    let said = program(&["revisar", "nss", "--", "-48190600428"], b"").done();
    assert!(said.starts_with("-48190600428\tok\t"), "{said}");
}
