use super::*;

fn asked(line: &str) -> Result<Asked, String> {
    let words = std::iter::once("ventanilla").chain(line.split_whitespace());
    command()
        .try_get_matches_from(words)
        .and_then(|matches| Asked::from_arg_matches(&matches))
        .map_err(|error| match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => error.render().to_string(),
            _ => told(&error),
        })
}

fn helps() -> Vec<String> {
    let mut helps = vec![asked("--ayuda").unwrap_err()];
    let commands = command();
    let names = commands
        .get_subcommands()
        .map(|command| command.get_name().to_owned());
    helps.extend(names.map(|name| asked(&format!("{name} -h")).unwrap_err()));
    helps.push(asked("imprimir resumen --ayuda").unwrap_err());
    helps.push(asked("imprimir relacion --ayuda").unwrap_err());
    helps
}

#[test]
fn the_definition_is_sound() {
    command().debug_assert();
}

#[test]
fn no_english_is_left_in_any_help() {
    for help in helps() {
        assert!(help.contains("Uso: ventanilla"), "{help}");
        for english in [
            "Usage",
            "Options",
            "Commands",
            "Arguments",
            "Print",
            "default",
            "possible",
            "OPTIONS",
        ] {
            assert!(!help.contains(english), "{english} in\n{help}");
        }
    }
}

#[test]
fn every_option_is_explained() {
    fn walk(command: &clap::Command) {
        assert!(command.get_about().is_some(), "{}", command.get_name());
        for argument in command.get_arguments() {
            assert!(
                argument.get_help().is_some(),
                "{} {}",
                command.get_name(),
                argument.get_id()
            );
        }
        command.get_subcommands().for_each(walk);
    }
    walk(&command());
}

#[test]
fn what_makes_no_sense_is_told_in_spanish() {
    for (line, sentence) in [
        ("comer", "No conozco la orden «comer»."),
        ("alta", "A la orden le falta: <MATRICULA>."),
        ("alta 1 2", "«2» está de más en esta orden."),
        ("buscar a --todo", "«--todo» está de más en esta orden."),
        (
            "buscar a --limite muchos",
            "No se entiende «muchos» en --limite <N>.",
        ),
        (
            "revisar rfc",
            "No se entiende «rfc» en <QUE>. Puede ser: nss, curp.",
        ),
        (
            "exportar nadie --salida a.csv",
            "No se entiende «nadie» en <LISTA>. Puede ser: todos, sin_nss, por_confirmar, en_corte, revisar, esperados, rechazadas, casos_abiertos, bajas_propuestas, sin_clinica, vencida, con_observacion, archivados, corte, o corte: y su fecha, como corte:2026-11-30.",
        ),
        (
            "exportar corte:2026-11-31 --salida a.csv",
            "No se entiende «corte:2026-11-31» en <LISTA>. Puede ser: todos, sin_nss, por_confirmar, en_corte, revisar, esperados, rechazadas, casos_abiertos, bajas_propuestas, sin_clinica, vencida, con_observacion, archivados, corte, o corte: y su fecha, como corte:2026-11-30.",
        ),
        ("imprimir", "Falta decir qué: la orden lleva otra palabra."),
        (
            "--ahora ayer",
            "No se entiende «ayer» en --ahora <FECHA>. Escríbala como 2026-11-21 o 2026-11-21T10:30.",
        ),
        ("ficha 1 --datos", "Falta el valor en --datos <CARPETA>."),
        ("demo --estudiantes 0", "No se entiende «0» en --estudiantes <N>."),
        ("deshacer --json a", "«--json» está de más en esta orden."),
        (
            "buscar a --json --json",
            "«--json» no va con lo demás, o está repetido.",
        ),
    ] {
        assert_eq!(asked(line).unwrap_err(), sentence, "{line}");
    }
}

#[test]
fn the_hour_may_be_left_out() {
    let now = |line| asked(line).unwrap().now.unwrap().to_string();
    assert_eq!(now("--ahora 2026-11-21"), "2026-11-21 12:00:00");
    assert_eq!(now("deshacer --ahora 2026-11-21T08:05"), "2026-11-21 08:05:00");
}
