//! What the campus calls the identifier of its students, in the places that name it: «Número de control» at most of them,
//! «Matrícula» at others.

/// «N.º control»: in the head of a column, where the whole word has no room.
pub fn column(label: &str) -> String {
    const MOST: usize = 11;
    let short = label.replacen("Número de ", "N.º ", 1);
    match short.chars().count() {
        0..=MOST => short,
        _ => "N.º".to_owned(),
    }
}

/// In the search box: «Buscar número de control, nombre, NSS o CURP».
pub fn search(label: &str) -> String {
    format!("Buscar {}, nombre, NSS o CURP", in_sentence(label))
}

/// What can be typed into the search box.
pub fn search_hint(label: &str) -> String {
    format!(
        "{}, nombre, NSS o CURP; también: sin nss, corte:30nov, carrera:ind",
        in_sentence(label)
    )
}

/// «número de control», but «NIA».
pub fn in_sentence(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_campus_has_its_own_word() {
        assert_eq!(column("Número de control"), "N.º control");
        assert_eq!(column("Matrícula"), "Matrícula");
        assert_eq!(column("Clave única de estudiante"), "N.º");
        assert_eq!(
            search("Número de control"),
            "Buscar número de control, nombre, NSS o CURP"
        );
        assert_eq!(search("NIA"), "Buscar NIA, nombre, NSS o CURP");
        assert!(search_hint("Matrícula").starts_with("matrícula, nombre"));
    }
}
