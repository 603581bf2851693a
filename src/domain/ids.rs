//! Typed row identifiers, so that a movement's number can't be taken for a student's.

/// Declares a number that names one row of one table.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

id!(
    /// A student of this register; never printed, never asked for.
    StudentId
);
id!(
    /// One alta or baja of one student.
    MovementId
);
id!(
    /// One time that somebody read a document.
    CheckId
);
id!(
    /// One clinic of the catalogue.
    ClinicId
);
id!(
    /// One act of a clerk, as the journal numbers it: later acts have larger numbers.
    ActId
);
id!(
    /// One sheet that was imported.
    ImportId
);
id!(
    /// One sheet that was read and is being decided about.
    PlanId
);
id!(
    /// One cut that was closed.
    ClosingId
);
id!(
    /// One envío of a closed cut.
    DispatchId
);
id!(
    /// One case of somebody who is not vigente.
    CaseId
);
