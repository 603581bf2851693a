//! The form for altas as it comes back: its heads, and what one student answered below each of them.

/// The heads of the form for altas, in their order.
pub const HEADS: [&str; 13] = [
    "Marca temporal",
    "Dirección de correo electrónico",
    "Número de control",
    "Apellido paterno",
    "Apellido materno",
    "Nombre(s)",
    "CURP",
    "Número de Seguro Social",
    "Fecha de nacimiento",
    "Sexo",
    "Carrera",
    "Semestre",
    "Teléfono",
];

/// What one student answered, in cells of whatever the sheet is made of.
pub struct Answer<Cell> {
    pub sent_at: Cell,
    pub email: Cell,
    pub identifier: Cell,
    pub first_surname: Cell,
    pub second_surname: Cell,
    pub given_names: Cell,
    pub curp: Cell,
    pub nss: Cell,
    pub birth_date: Cell,
    pub sex: Cell,
    pub career: Cell,
    pub semester: Cell,
    pub phone: Cell,
}

impl<Cell> Answer<Cell> {
    /// The cells of the row, each below its head.
    pub fn cells(&self) -> [&Cell; HEADS.len()] {
        [
            &self.sent_at,
            &self.email,
            &self.identifier,
            &self.first_surname,
            &self.second_surname,
            &self.given_names,
            &self.curp,
            &self.nss,
            &self.birth_date,
            &self.sex,
            &self.career,
            &self.semester,
            &self.phone,
        ]
    }
}
