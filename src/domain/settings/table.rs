//! Every setting there is: its key, where it stands, what it may be, and its default.

use super::{Group, Kind, Origin, Setting, Topic, value};
use crate::domain::campus::Campus;

const fn fixed(
    topic: Topic,
    key: &'static str,
    group: Group,
    kind: Kind,
    default: &'static str,
    to_confirm: bool,
) -> Setting {
    Setting {
        topic,
        key,
        group,
        kind,
        to_confirm,
        origin: Origin::Fixed(default),
    }
}

const fn published(
    topic: Topic,
    key: &'static str,
    group: Group,
    kind: Kind,
    text_of: fn(&Campus) -> String,
) -> Setting {
    Setting {
        topic,
        key,
        group,
        kind,
        to_confirm: true,
        origin: Origin::Campus(text_of),
    }
}

/// Every setting there is, in the order of the screen.
pub const TABLE: &[Setting] = {
    use Group as G;
    use Kind as K;
    use Topic as T;
    &[
        published(T::CampusName, "plantel.nombre", G::Campus, K::Name(120), |it| {
            it.name.clone()
        }),
        published(
            T::Department,
            "plantel.departamento",
            G::Campus,
            K::Name(120),
            |it| it.department.clone(),
        ),
        published(T::Phone, "plantel.telefono", G::Campus, K::Text(60), |it| {
            it.phone.clone()
        }),
        published(T::Email, "plantel.correo", G::Campus, K::Text(120), |it| {
            it.email.clone()
        }),
        published(
            T::IdentifierLabel,
            "plantel.identificador",
            G::Campus,
            K::Name(24),
            |it| it.identifier_label.clone(),
        ),
        published(T::ControlCode, "plantel.clave", G::Campus, K::Digits(2), |it| {
            it.control_code.clone()
        }),
        published(T::MailDomain, "plantel.dominio", G::Campus, K::Text(120), |it| {
            it.mail_domain.clone()
        }),
        published(
            T::Delegation,
            "plantel.delegacion",
            G::Campus,
            K::Delegation,
            |it| it.delegation.clone(),
        ),
        published(T::PlantelKey, "plantel.codigo", G::Campus, K::Code(10), |it| {
            it.plantel_key.clone()
        }),
        fixed(
            T::CurrentPeriod,
            "plantel.periodo",
            G::Campus,
            K::Period,
            "",
            false,
        ),
        published(T::Careers, "plantel.carreras", G::Careers, K::Careers, |it| {
            value::careers_text(&it.careers)
        }),
        fixed(T::Logo, "papel.logo", G::Papers, K::Logo, "", false),
        fixed(T::Legend, "papel.leyenda", G::Papers, K::Text(48), "", false),
        fixed(T::Signer, "papel.firma", G::Papers, K::Text(40), "", false),
        fixed(T::SignerPost, "papel.cargo", G::Papers, K::Text(48), "", false),
        fixed(T::Documents, "papel.carpeta", G::Papers, K::Folder, "", false),
        fixed(T::CutDays, "corte.dias", G::Cuts, K::CutDays, "16 y último", true),
        fixed(T::HourLimit, "corte.hora", G::Cuts, K::Hour, "", true),
        fixed(
            T::ClosedCut,
            "corte.inhabil",
            G::Cuts,
            K::Choice(&["conserva", "anterior", "siguiente"]),
            "conserva",
            true,
        ),
        fixed(
            T::ClinicPage,
            "papel.alta_clinica",
            G::Papers,
            K::Text(106),
            "https://serviciosdigitales.imss.gob.mx/portal-ciudadano-web-externo/derechohabientes/tramite/registro",
            true,
        ),
        fixed(
            T::ClinicChangePage,
            "papel.cambio_clinica",
            G::Papers,
            K::Text(106),
            "https://serviciosdigitales.imss.gob.mx/portal-ciudadano-web-externo/derechohabientes/tramite/cambioClinica",
            true,
        ),
        fixed(
            T::SexLetters,
            "papel.agregado",
            G::Papers,
            K::Choice(&["mf", "hm"]),
            "mf",
            true,
        ),
        fixed(
            T::NoticeText,
            "papel.aviso",
            G::Papers,
            K::Name(600),
            "{nombre}: su alta del seguro facultativo IMSS fue aceptada en el corte del {corte}; se espera vigente {ventana}. \
             Descargue su Carnet de Citas Médicas 24 horas después de este correo. Le recomendamos la aplicación IMSS \
             DIGITAL. El trámite es gratuito y personal.",
            true,
        ),
        fixed(
            T::Window,
            "corte.plazo",
            G::Cuts,
            K::Span { least: 0, most: 30 },
            "1-3",
            true,
        ),
        fixed(
            T::WindowDays,
            "corte.plazo_dias",
            G::Cuts,
            K::Choice(&["corridos", "habiles"]),
            "corridos",
            true,
        ),
        fixed(
            T::Evidence,
            "corte.evidencia",
            G::Cuts,
            K::Span { least: 1, most: 730 },
            "30-90",
            true,
        ),
        fixed(
            T::Registros,
            "imss.registro_patronal",
            G::Imss,
            K::Registros,
            "",
            true,
        ),
        fixed(
            T::Subdelegation,
            "imss.subdelegacion",
            G::Imss,
            K::Subdelegation,
            "",
            true,
        ),
        fixed(
            T::Enye,
            "imss.enye",
            G::Imss,
            K::Choice(&["n", "conservar"]),
            "n",
            true,
        ),
        fixed(
            T::CaptureOrder,
            "imss.captura",
            G::Imss,
            K::Fields,
            "nss, curp, paterno, materno, nombre, umf, fecha",
            true,
        ),
        fixed(
            T::CaptureDate,
            "imss.captura_fecha",
            G::Imss,
            K::Choice(&["diagonales", "seguida", "guiones"]),
            "diagonales",
            true,
        ),
        fixed(
            T::CurpRule,
            "imss.curp",
            G::Imss,
            K::Choice(&["obligatoria", "opcional"]),
            "obligatoria",
            true,
        ),
        fixed(T::Layout, "imss.formato", G::Imss, K::Layout, "", true),
        fixed(
            T::WorkerType,
            "imss.tipo_trabajador",
            G::Imss,
            K::Choice(&["1", "2", "3", "4"]),
            "1",
            true,
        ),
        fixed(
            T::SalaryType,
            "imss.tipo_salario",
            G::Imss,
            K::Choice(&["0", "1", "2"]),
            "0",
            true,
        ),
        fixed(
            T::WorkWeek,
            "imss.jornada",
            G::Imss,
            K::Choice(&["0", "1", "2", "3", "4", "5", "6"]),
            "0",
            true,
        ),
        fixed(T::Sbc, "imss.sbc", G::Imss, K::Number(6), "000000", true),
        fixed(T::Guia, "imss.guia", G::Imss, K::Number(5), "00000", true),
        fixed(
            T::BajaCause,
            "imss.causa_baja",
            G::Imss,
            K::Choice(&["1", "2", "3", "4", "5", "6", "7", "8", "9", "a"]),
            "6",
            true,
        ),
        fixed(
            T::MovementDate,
            "imss.fecha",
            G::Imss,
            K::Choice(&["corte", "envio"]),
            "corte",
            true,
        ),
        fixed(
            T::WorkerKey,
            "imss.clave_trabajador",
            G::Imss,
            K::Choice(&["identificador", "vacia"]),
            "identificador",
            true,
        ),
        fixed(
            T::FileUmf,
            "imss.umf",
            G::Imss,
            K::Choice(&["estudiante", "vacia"]),
            "estudiante",
            true,
        ),
        fixed(
            T::FileCurp,
            "imss.curp_archivo",
            G::Imss,
            K::Choice(&["si", "no"]),
            "si",
            true,
        ),
        fixed(
            T::ControlRecord,
            "imss.cifras",
            G::Imss,
            K::Choice(&["no", "si"]),
            "no",
            true,
        ),
        fixed(
            T::ClosedDays,
            "inhabiles.plantel",
            G::ClosedDays,
            K::Days,
            "",
            false,
        ),
        fixed(T::Clerks, "atiende.nombres", G::Clerks, K::People, "", false),
        fixed(T::SecondPlace, "copias.lugar", G::Copies, K::Folder, "", false),
        fixed(
            T::Scheme,
            "apariencia.tema",
            G::Appearance,
            K::Choice(&["claro", "oscuro", "contraste"]),
            "claro",
            false,
        ),
        fixed(
            T::Palette,
            "apariencia.paleta",
            G::Appearance,
            K::Choice(&["azul", "guinda", "neutro"]),
            "azul",
            false,
        ),
        fixed(
            T::Density,
            "apariencia.densidad",
            G::Appearance,
            K::Choice(&["compacta", "comoda"]),
            "compacta",
            false,
        ),
        fixed(
            T::Zoom,
            "apariencia.zoom",
            G::Appearance,
            K::Choice(&["100", "110", "125", "150", "175", "200"]),
            "100",
            false,
        ),
        fixed(
            T::Masking,
            "apariencia.mostrador",
            G::Appearance,
            K::Choice(&["no", "si"]),
            "no",
            false,
        ),
    ]
};
