//! Refusals and faults in the words of `words`: the same in the window and on the console.

use super::import::ImportError;
use super::{
    CopyOutcome, CutRefusal, ExportError, MOST_ON_PAPER, NoAnswers, PrintError, RecordsError, Refusal,
};
use crate::domain::movement::QueueRefusal;
use crate::domain::reconcile::AnswerFault;
use crate::exchange::workbook::ReadFault;
use crate::print::block::PageError;
use crate::store::{
    ActKind, ActSummary, CopyError, LeftStudent, LongWork, StoreError, UndoPlan, UndoRefusal, Undone,
};
use crate::words::case::kept as kept_case;
use crate::words::{
    alike, archive, checklist, clinic, control_number, cuts, entry, faults, import, import_undo, journal,
    marked, movements, notices, printing, reconcile, records, restore, ruler, settings, sheets, vigencia,
};

/// A sentence for people, and a code for support where people can't help themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// What happened, and what to do now.
    pub text: String,
    /// The code, shown last.
    pub code: Option<&'static str>,
}

impl Explained {
    /// Sentence and code in one line.
    pub fn line(&self) -> String {
        match self.code {
            Some(code) => format!("{} {}", self.text, faults::support(code)),
            None => self.text.clone(),
        }
    }
}

impl From<String> for Explained {
    fn from(text: String) -> Self {
        Self { text, code: None }
    }
}

/// Something that can be told to people.
pub trait Explain {
    /// What happened, and what to do now.
    fn explain(&self) -> Explained;
}

impl Explain for StoreError {
    fn explain(&self) -> Explained {
        let text = match self {
            Self::Missing(file) => faults::missing(file.parent().unwrap_or(file)),
            Self::Exists(file) => faults::exists(file.parent().unwrap_or(file)),
            Self::Newer { found, known } => faults::newer(*found, *known),
            Self::AnotherWriter => faults::another_writer(),
            Self::NotARegister(file) => faults::not_a_register(file),
            Self::NotWritable(place) => faults::not_writable(place),
            Self::OnlyACopy(at) => restore::only_a_copy(*at),
            Self::DiskFull => faults::disk_full(),
            Self::NoRoom { work, megabytes } => match work {
                LongWork::Import => faults::nearly_full::to_import(*megabytes),
                LongWork::Copy => faults::nearly_full::to_copy(*megabytes),
                LongWork::Close => faults::nearly_full::to_close(*megabytes),
            },
            Self::Damaged(_) => {
                return Explained {
                    text: faults::damaged(),
                    code: Some("SF-201"),
                };
            }
            Self::Taken(_) => {
                return Explained {
                    text: faults::unknown(),
                    code: Some("SF-202"),
                };
            }
            Self::InUse => {
                return Explained {
                    text: faults::unknown(),
                    code: Some("SF-203"),
                };
            }
            Self::Unreadable { .. } => {
                return Explained {
                    text: faults::damaged(),
                    code: Some("SF-204"),
                };
            }
            Self::Sqlite(_) => {
                return Explained {
                    text: faults::unknown(),
                    code: Some("SF-217"),
                };
            }
            Self::Io(_) => {
                return Explained {
                    text: faults::unknown(),
                    code: Some("SF-218"),
                };
            }
        };
        text.into()
    }
}

impl Explain for Refusal {
    fn explain(&self) -> Explained {
        match self {
            Self::Incomplete(fields) => entry::still_missing(fields).into(),
            Self::IdentifierTaken(holder) => entry::identifier_taken(&holder.name).into(),
            Self::NssTaken(holder) => entry::nss_taken(&holder.name, &holder.identifier).into(),
            Self::CurpTaken(holder) => entry::curp_taken(&holder.name, &holder.identifier).into(),
            Self::NoSuchStudent(typed) => faults::no_such_student(typed).into(),
            Self::Queue(refusal) => refusal.explain(),
            Self::ClinicInFuture(on) => clinic::in_future(*on).into(),
            Self::ClinicTaken(row) => clinic::taken(&row.clinic).into(),
            Self::ClinicInUse(row) => clinic::in_use(&row.clinic, row.students).into(),
            Self::NoSuchClinic => clinic::GONE.to_owned().into(),
            Self::CheckInFuture(on) => vigencia::in_future(*on).into(),
            Self::CaseOpen(since) => kept_case::already_open(*since).into(),
            Self::NobodyToTell => notices::NOBODY_TO_TELL.to_owned().into(),
            Self::ToldAlready => notices::TOLD_ALREADY.to_owned().into(),
            Self::NoOpenCase => kept_case::NONE_OPEN.to_owned().into(),
            Self::OpenMovement {
                kind,
                cut,
                in_dispatch,
            } => archive::open_movement(*kind, *cut, *in_dispatch).into(),
            Self::DeliveredInFuture(on) => checklist::in_future(*on).into(),
            Self::NothingProposed => checklist::NOTHING_PROPOSED.to_owned().into(),
            Self::NotProvisional(identifier) => control_number::not_provisional(identifier).into(),
            Self::ArchivedAlready(on) => archive::archived_already(*on).into(),
            Self::SamePerson => alike::SAME_RECORD.to_owned().into(),
            Self::NotArchived => archive::not_archived().into(),
            Self::MeasureNotKept => ruler::NOT_KEPT.to_owned().into(),
            Self::NoSuchSetting(typed) => settings::no_such(typed).into(),
            Self::Setting(topic, fault) => settings::refused(*topic, fault).into(),
            Self::NotACut(day) => movements::not_a_cut(*day).into(),
            Self::NoConfirmation(topic) => settings::needs_no_confirmation(*topic).into(),
            Self::PlanOutdated => marked::OUTDATED.to_owned().into(),
            Self::NothingQueued => movements::nothing_queued().into(),
            Self::Cut(refusal) => refusal.explain(),
            Self::Undo(refusal) => refusal.explain(),
            Self::Store(error) => error.explain(),
        }
    }
}

impl Explain for QueueRefusal {
    fn explain(&self) -> Explained {
        movements::refused(self).into()
    }
}

impl Explain for CutRefusal {
    fn explain(&self) -> Explained {
        match self {
            Self::ClosedAlready { cut, folio } => cuts::closed_already(*cut, folio),
            Self::NothingToClose { cut, held } => cuts::nothing_to_close(*cut, *held),
            Self::NoSuchFolio(typed) => cuts::no_such_folio(typed),
            Self::NotClosed { cut } => cuts::not_closed(*cut),
            Self::Sent { folio } => cuts::sent_already(folio),
            Self::NotSent { folio } => cuts::not_sent(folio),
            Self::NoReason => cuts::NO_REASON.to_owned(),
            Self::InFuture(on) => cuts::in_future(*on),
            Self::AnsweredBeforeSent { answered, sent } => cuts::answered_before_sent(*answered, *sent),
            Self::NoSuchDispatch(kind) => cuts::no_such_dispatch(*kind),
            Self::NoCause => cuts::NO_CAUSE.to_owned(),
        }
        .into()
    }
}

impl Explain for NoAnswers {
    fn explain(&self) -> Explained {
        match self {
            Self::Read(fault) => fault.explain(),
            Self::Fault(fault) => fault.explain(),
        }
    }
}

impl Explain for RecordsError {
    fn explain(&self) -> Explained {
        match self {
            Self::NoRegistro { folio } => cuts::no_registro(folio).into(),
            Self::Layout(fault) => records::layout_fault(fault).into(),
            Self::Record(fault) => records::record_fault(fault).into(),
            Self::Write { folder, .. } => sheets::not_exported(folder).into(),
            Self::Refused(refusal) => refusal.explain(),
        }
    }
}

impl Explain for UndoRefusal {
    fn explain(&self) -> Explained {
        match self {
            Self::NothingToUndo => journal::nothing_to_undo().into(),
            Self::NothingToRedo => journal::nothing_to_redo().into(),
            Self::WentOut(ActKind::SendDispatch) => cuts::SENT_IS_NOT_UNDONE.to_owned().into(),
            Self::WentOut(ActKind::ReplaceRegister) => restore::NOT_UNDONE.to_owned().into(),
            Self::WentOut(_) => journal::paper_is_not_undone().into(),
            Self::ChangedSince(act) => journal::changed_since(act.kind, name(act)).into(),
            Self::InUse(act) => journal::still_in_use(act.kind, name(act)).into(),
            Self::NoSuchImport(import) => import_undo::no_such_import(import.0).into(),
            Self::NobodyAsImported { act, left, passed_by } => {
                import_undo::nobody_as_imported(sheet(act), &named(left), *passed_by).into()
            }
            Self::Store(error) => error.explain(),
        }
    }
}

impl Explain for PrintError {
    fn explain(&self) -> Explained {
        match self {
            Self::Page {
                student,
                why: PageError::Overflow(overflow),
            } => printing::does_not_fit(student, &overflow.text).into(),
            Self::Page {
                student,
                why: PageError::Missing { characters, .. },
            } => printing::missing_letters(student, characters).into(),
            Self::List(PageError::Overflow(overflow)) => printing::list_does_not_fit(&overflow.text).into(),
            Self::List(PageError::Missing { text, characters, .. }) => {
                printing::missing_letters(text, characters).into()
            }
            Self::TooLong { rows } => printing::too_long(*rows, MOST_ON_PAPER).into(),
            Self::List(PageError::Code(_)) | Self::Page { .. } => Explained {
                text: faults::unknown(),
                code: Some("SF-301"),
            },
            Self::Pdf(_) => Explained {
                text: faults::unknown(),
                code: Some("SF-302"),
            },
            Self::Write { folder, .. } => printing::not_written(folder).into(),
            Self::Refused(refusal) => refusal.explain(),
        }
    }
}

impl Explain for ExportError {
    fn explain(&self) -> Explained {
        match self {
            Self::Sheet(_) => Explained {
                text: faults::unknown(),
                code: Some("SF-303"),
            },
            Self::Write { folder, .. } => sheets::not_exported(folder).into(),
            Self::Refused(refusal) => refusal.explain(),
        }
    }
}

impl Explain for ReadFault {
    fn explain(&self) -> Explained {
        let text = match self {
            Self::Missing => import::file::MISSING,
            Self::Unreadable(_) => import::file::UNREADABLE,
            Self::NotASheet => import::file::NOT_A_SHEET,
            Self::Damaged => import::file::DAMAGED,
            Self::PasswordProtected => import::file::PASSWORD,
            Self::Empty => import::file::EMPTY,
            Self::TooManyCells => import::file::TOO_MANY_CELLS,
            Self::TooLarge { declared } => return import::file::too_large(*declared).into(),
        };
        text.to_owned().into()
    }
}

impl Explain for AnswerFault {
    fn explain(&self) -> Explained {
        reconcile::fault(*self).into()
    }
}

impl Explain for ImportError {
    fn explain(&self) -> Explained {
        let text = match self {
            Self::NothingRecognised => import::NOTHING_RECOGNISED,
            Self::NoRows => import::NO_ROWS,
            Self::Outdated => import::OUTDATED,
            Self::Stopped => import::STOPPED,
            Self::Copy(CopyError::Store(error @ StoreError::NoRoom { .. })) => return error.explain(),
            Self::Copy(error) => {
                return Explained {
                    text: import::NO_COPY.to_owned(),
                    code: error.explain().code,
                };
            }
            Self::Refused(refusal) => return refusal.explain(),
        };
        text.to_owned().into()
    }
}

impl Explain for CopyError {
    fn explain(&self) -> Explained {
        let code = match self {
            Self::DoesNotMatch(_) => Some("SF-401"),
            Self::Store(error @ StoreError::NoRoom { .. }) => return error.explain(),
            Self::Store(_) => None,
        };
        Explained {
            text: crate::words::frame::copy_failed(None),
            code,
        }
    }
}

/// «Se deshizo el alta de Ramírez Soto, Ana Lucía.»
pub fn undone(undone: &Undone) -> String {
    let act = &undone.act;
    match &undone.import {
        Some(plan) if act.kind == ActKind::UndoImport => import_undo::brought_back(sheet(act), plan.reverted),
        Some(plan) => import_taken_back(act, plan),
        None => journal::undone(act.kind, name(act)),
    }
}

/// «Se deshizo la importación de “Altas 2026.xlsx”: 529 fichas. 2 cambiaron después y se quedaron como están: …»
fn import_taken_back(act: &ActSummary, plan: &UndoPlan) -> String {
    import_undo::undone(sheet(act), plan.reverted, &named(&plan.left))
}

/// «Se rehízo el alta de Ramírez Soto, Ana Lucía.»
pub fn redone(redone: &Undone) -> String {
    let act = &redone.act;
    match &redone.import {
        Some(plan) if act.kind == ActKind::UndoImport => import_taken_back(act, plan),
        Some(plan) => import_undo::redone(sheet(act), plan.reverted),
        None => journal::redone(act.kind, name(act)),
    }
}

/// Of which import.
fn sheet(act: &ActSummary) -> &str {
    act.sheet.as_deref().unwrap_or_default()
}

/// Names and identifiers.
fn named(left: &[LeftStudent]) -> Vec<(&str, &str)> {
    left.iter()
        .map(|student| (student.name.as_str(), student.identifier.as_str()))
        .collect()
}

/// Of whom: one student by name, several as such.
fn name(act: &ActSummary) -> Option<&str> {
    let several = matches!(
        act.kind,
        ActKind::QueueAlta | ActKind::QueueBaja | ActKind::RecordCheck | ActKind::Edit
    );
    match &act.student {
        Some((_, name)) => Some(name),
        None => several.then_some(marked::SEVERAL),
    }
}

/// What came of a copy, if it is worth a sentence.
pub fn copy_trouble(outcome: &CopyOutcome) -> Option<Explained> {
    outcome.as_ref().err().map(Explain::explain)
}
