//! What the sheet says that other offices fill in, so that it can be imported: heads, what to write under each, and how to
//! send it back. In usted, for people who have never seen the program.

use std::path::Path;

/// The name of its file.
pub const FILE_NAME: &str = "Plantilla para importar.xlsx";
/// The sheet that is filled in.
pub const TAB: &str = "Estudiantes";
/// The sheet that explains it.
pub const INSTRUCTIONS_TAB: &str = "Instrucciones";

/// What to write in a column, beside its head.
pub mod note {
    /// Número de control.
    pub const IDENTIFIER: &str =
        "De 4 a 12 letras y números, sin espacios. Si aún no lo tiene, deje la celda vacía.";
    /// First surname.
    pub const FIRST_SURNAME: &str = "Como está en el acta de nacimiento. Si solo tiene un apellido, va aquí.";
    /// Second surname.
    pub const SECOND_SURNAME: &str = "Como está en el acta de nacimiento; vacío si no lo tiene.";
    /// Given names.
    pub const NAMES: &str = "Solo el nombre o los nombres, sin los apellidos.";
    /// CURP.
    pub const CURP: &str = "Las 18 letras y números, copiados de la constancia de la CURP.";
    /// NSS.
    pub const NSS: &str = "Los 11 dígitos de la constancia del IMSS, también el cero del principio. Si no lo tiene, deje la \
                           celda vacía.";
    /// Sex.
    pub const SEX: &str = "Elija de la lista: lo que dice la CURP.";
    /// Day of birth.
    pub const BIRTH_DATE: &str = "Día, mes y año: 15/03/2004.";
    /// State of birth.
    pub const BIRTHPLACE: &str = "El estado donde nació, o Nacido en el extranjero.";
    /// Carrera.
    pub const CAREER: &str = "Elija de la lista. Si la suya no está, escríbala completa.";
    /// Semester.
    pub const SEMESTER: &str = "Solo el número del semestre que cursa.";
    /// Situación escolar.
    pub const STANDING: &str = "Elija de la lista. Vacía cuenta como inscrito.";
    /// Correo.
    pub const EMAIL: &str = "El correo que el estudiante sí revisa.";
    /// Teléfono.
    pub const PHONE: &str = "Con clave de área: 922 555 0142.";
    /// Clinic.
    pub const UMF: &str = "El número de su clínica, si la constancia lo dice; con otra delegación, 31/36.";
    /// «Ya afiliado».
    pub const AFFILIATED: &str =
        "Sí, si el plantel ya le había dado de alta en el seguro facultativo. Vacía cuenta como no.";
}

/// What a cell of the column «Ya afiliado» may say.
pub const AFFILIATED: [&str; 2] = ["sí", "no"];

/// The sheet of instructions, line by line.
pub const INSTRUCTIONS: [&str; 9] = [
    "Cómo llenar esta plantilla",
    "1. Escriba un estudiante por renglón en la hoja «Estudiantes», desde el segundo renglón.",
    "2. No cambie los encabezados del primer renglón: por ellos se reconoce cada columna. Las columnas que no use puede \
     dejarlas vacías.",
    "3. Lo único que hace falta siempre es el nombre, el primer apellido y un número: el de control, la CURP o el NSS.",
    "4. Escriba los nombres con sus acentos y su Ñ, como están en el acta. El programa los convierte para el IMSS.",
    "5. Las celdas están listas para texto, así que el cero del principio de un NSS no se pierde. Si pega datos de otra hoja, \
     péguelos como texto o como valores.",
    "6. Donde haya una lista, elija de ella. Si Excel le avisa de algo, puede dejarlo así: se revisa al importar.",
    "7. Guarde el archivo como libro de Excel (.xlsx) y devuélvalo a Servicios Escolares. Lleva datos personales: no lo \
     deje en equipos compartidos.",
    "8. Servicios Escolares lo importa con Ctrl+I. Antes de guardar se ve qué pasará con cada renglón.",
];

/// The file that was asked for would be no workbook.
pub fn not_a_workbook(file: &Path) -> String {
    format!(
        "La plantilla es un libro de Excel: termine el nombre en .xlsx, en lugar de {}.",
        file.display()
    )
}

/// It was written.
pub fn written(file: &Path) -> String {
    format!(
        "Se escribió la plantilla en {}. No lleva datos de nadie.",
        file.display()
    )
}
