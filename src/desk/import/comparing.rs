//! Last semester's sheet against today's: what tells them apart, and what would follow from it here.

use super::{ImportError, Importing, unwatched};
use crate::desk::{Desk, Refusal};
use crate::domain::import::{Careers, Comparison, Context, ImportKind};

impl Desk {
    /// Who is new on the later sheet, who is gone, what changed. Nothing of it is about the register.
    ///
    /// # Errors
    /// The register's faults: it knows the careers and the clinics.
    pub fn compare_sheets(&self, before: &Importing, now: &Importing) -> Result<Comparison, Refusal> {
        let reader = self.store.reader();
        let careers = Careers::new(self.campus(), &reader.every_career()?);
        let clinics: Vec<_> = reader.clinics()?.into_iter().map(|row| row.clinic).collect();
        let context = Context {
            today: self.today(),
            period: self.current_period(),
            careers: &careers,
            clinics: &clinics,
            delegacion: self.usual_delegacion(),
        };
        Ok(Comparison::of(before.sheet(), now.sheet(), context))
    }

    /// Makes the later of two sheets an enrolled list: its new students are registered and their altas may be queued, the
    /// others are brought up to date, and whoever was on the earlier sheet and is gone gets a proposed baja. Who is on
    /// neither sheet stays as he or she is.
    ///
    /// # Errors
    /// As [`Desk::plan_import`].
    pub fn plan_comparison(&self, before: &Importing, now: &mut Importing) -> Result<(), ImportError> {
        let gone = self.compare_sheets(before, now)?.gone;
        now.set_kind(ImportKind::Enrolled, self.current_period());
        now.sheet.gone = Some(gone.into_iter().map(|it| it.identifier).collect());
        self.plan_import(now, &mut unwatched)?;
        Ok(())
    }
}
