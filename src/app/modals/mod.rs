//! The dialogs, one file each. The window owns at most one, and stacks it over the page.

pub mod answers;
pub mod baja;
pub mod case_close;
pub mod case_note;
pub mod change;
pub mod check_all;
pub mod checklist;
pub mod clerk;
pub mod clinic;
pub mod clinics;
pub mod compare;
pub mod control_number;
pub mod cut_papers;
pub mod findings;
pub mod help;
pub mod import_column;
pub mod import_row;
pub mod import_saving;
pub mod import_undo;
pub mod left_out;
pub mod moving;
pub mod notices;
pub mod places;
pub mod print;
pub mod print_list;
pub mod printer;
pub mod reopening;
pub mod rescue;
pub mod restoring;
pub mod sending;
pub mod setting;
pub mod vigencia;
pub mod working;

use iced::advanced::widget::Id;
use iced::{Element, Task};

use super::widget::Press;
use crate::store::ClinicRow;

/// The dialog that is open.
#[derive(Debug)]
pub enum Modal {
    /// Why a baja.
    Baja(baja::Baja),
    /// What was told about a case.
    CaseNote(case_note::CaseNoteDialog),
    /// How a case ended.
    CaseClose(case_close::CaseClose),
    /// One datum for many.
    Change(Box<change::Change>),
    /// One check for all who are marked.
    CheckAll(check_all::CheckAll),
    /// Who of the marked is left out.
    LeftOut(Box<left_out::LeftOut>),
    /// Clinic, turno and consultorio.
    Clinic(Box<clinic::ClinicDialog>),
    /// The catalogue of clinics.
    Clinics(Box<clinics::Catalogue>),
    /// People who may be one.
    Compare(Box<compare::Compare>),
    /// A row of the Lista de cotejo.
    Checklist(checklist::Checklist),
    /// A número de control for a folio.
    ControlNumber(control_number::ControlNumberDialog),
    /// The Mudanza.
    Moving(Box<moving::MovingDialog>),
    /// The printer of this computer.
    Printer(printer::PrinterDialog),
    /// What to print.
    Print(print::Print),
    /// How to print a list.
    PrintList(print_list::PrintList),
    /// Who is at the window.
    Clerk(clerk::ClerkDialog),
    /// A file in which IMSS answered.
    Answers(Box<answers::Answers>),
    /// What a closed cut is printed or written as.
    CutPapers(cut_papers::CutPapers),
    /// The avisos of a closed cut.
    Notices(Box<notices::NoticesDialog>),
    /// Why a closed cut is opened again.
    Reopening(reopening::Reopening),
    /// A copy in the register's place.
    Restoring(Box<restoring::RestoreDialog>),
    /// What was found in the register.
    Findings(findings::FindingsDialog),
    /// Whether a hoja de rescate is made.
    MakeSheet(rescue::MakeSheet),
    /// The first groups of a hoja de rescate.
    TestSheet(rescue::TestSheet),
    /// How envíos went out.
    Sending(Box<sending::SendingDialog>),
    /// Another value for a setting.
    Setting(setting::SettingDialog),
    /// What a document said.
    Vigencia(Box<vigencia::Vigencia>),
    /// Keys.
    Help(help::Help),
    /// What a column of a sheet holds.
    ImportColumn(import_column::ImportColumn),
    /// A row of a sheet.
    ImportRow(import_row::ImportRow),
    /// How a sheet is saved.
    ImportSaving(import_saving::ImportSaving),
    /// Whether a sheet is taken back.
    ImportUndo(import_undo::ImportUndo),
    /// Something goes on beside the window.
    Working(working::Working),
}

/// What happened in it.
#[derive(Debug, Clone)]
pub enum Message {
    /// In the baja's.
    Baja(baja::Message),
    /// In the one of what was told about a case.
    CaseNote(case_note::Message),
    /// In the one of how a case ended.
    CaseClose(case_close::Message),
    /// In the one that changes a datum for many.
    Change(change::Message),
    /// In the one of a check for all.
    CheckAll(check_all::Message),
    /// In the one that names who is left out.
    LeftOut(left_out::Message),
    /// In the clinic's.
    Clinic(clinic::Message),
    /// In the catalogue of clinics.
    Clinics(clinics::Message),
    /// In the comparison.
    Compare(compare::Message),
    /// In the one of a row of the Lista de cotejo.
    Checklist(checklist::Message),
    /// In the one of a número de control.
    ControlNumber(control_number::Message),
    /// In the Mudanza's.
    Moving(moving::Message),
    /// In that of what was found.
    Findings(findings::Message),
    /// In the printer's.
    Print(print::Message),
    /// In the printer's of a list.
    PrintList(print_list::Message),
    /// In the one of who is at the window.
    Clerk(clerk::Message),
    /// In the one of a file in which IMSS answered.
    Answers(answers::Message),
    /// In the one of what a closed cut is printed or written as.
    CutPapers(cut_papers::Message),
    /// In the one of the avisos of a cut.
    Notices(notices::Message),
    /// In the one that opens a cut again.
    Reopening(reopening::Message),
    /// In the one about a copy in the register's place.
    Restoring(restoring::Message),
    /// In the one that makes a hoja de rescate.
    MakeSheet(rescue::MakeMessage),
    /// In the printer's.
    Printer(printer::Message),
    /// In the one that tests a hoja de rescate.
    TestSheet(rescue::TestMessage),
    /// In the one of how envíos went out.
    Sending(sending::Message),
    /// In a setting's.
    Setting(setting::Message),
    /// In the vigencia's.
    Vigencia(vigencia::Message),
    /// In the help's.
    Help(help::Message),
    /// In the one of a column of a sheet.
    ImportColumn(import_column::Message),
    /// In the one of a row of a sheet.
    ImportRow(import_row::Message),
    /// In the one that asks how a sheet is saved.
    ImportSaving(import_saving::Message),
    /// In the one that takes a sheet back.
    ImportUndo(import_undo::Message),
    /// In the one of something that goes on.
    Working(working::Message),
}

/// What it asks of the window.
#[derive(Debug)]
pub enum Action {
    /// Nothing.
    None,
    /// To be closed.
    Close,
    /// To take the focus somewhere in it.
    Run(Task<Message>),
    /// To stop what goes on beside the window.
    StopWork,
    /// To take this import back.
    UndoImport(crate::domain::ids::ImportId),
    /// To save the sheet under review.
    SaveImport(super::screens::import::work::Saving),
    /// To write these cells of a row of the sheet anew.
    WriteCells(u32, Vec<(crate::domain::import::Column, String)>),
    /// To take the column at this place for what it holds.
    SetColumn(usize, Option<crate::domain::import::Column>),
    /// To go on queueing for those of the marked who may be.
    QueueMarked(crate::domain::movement::MovementKind),
    /// To record this check for all who are marked.
    CheckMarked(crate::domain::vigencia::Check),
    /// To work out what this change would make different.
    PlanChange(
        Vec<crate::domain::ids::StudentId>,
        crate::domain::bulk::BulkChange,
    ),
    /// To save the change as it was shown.
    ApplyChange(Box<crate::desk::ChangePlan>),
    /// To queue this baja.
    QueueBaja(crate::domain::ids::StudentId, crate::domain::movement::BajaMotive),
    /// To record what a document said.
    RecordDocument(crate::domain::ids::StudentId, Box<vigencia::Noted>),
    /// To write what IMSS assigned to this student.
    Assign(crate::domain::ids::StudentId, Box<clinic::Written>),
    /// To open the catalogue of clinics, and come back from it.
    OpenCatalogue,
    /// To add this clinic to the catalogue, or correct the one of this row.
    SaveClinic(
        Option<crate::domain::ids::ClinicId>,
        crate::domain::clinic::Clinic,
    ),
    /// To have this name at the window.
    Attend(String),
    /// To ask the system for the file of a logo.
    BrowseLogo,
    /// To record that these envíos went out, or to put right what was recorded.
    RecordSending(
        Vec<(crate::domain::ids::DispatchId, crate::domain::dispatch::Sending)>,
        bool,
    ),
    /// To read this file of answers.
    ReadAnswers(answers::AnswerSource),
    /// To record what a file of answers says, as of this day if one was typed.
    RecordMatching(Box<crate::desk::CutMatching>, Option<chrono::NaiveDate>),
    /// To print or write the closed cut with this folio as this.
    LeaveCut(String, crate::domain::dispatch::CutPaper),
    /// To write the sheet of these avisos for the mail merge.
    ExportNotices(Box<crate::domain::notice::Notices>),
    /// To record that whoever is to be told was told.
    RecordNotices(Box<crate::domain::notice::Notices>),
    /// To write a Mudanza into this folder.
    MakeMoving {
        /// Where.
        folder: std::path::PathBuf,
        /// The passphrase that opens it.
        phrase: String,
    },
    /// To print the ruler page.
    PrintRulerPage,
    /// To write down what a printer measured.
    KeepMeasure {
        /// What it is called.
        printer: String,
        /// The line that lies.
        across: crate::domain::printer_scale::Measured,
        /// The line that stands.
        down: crate::domain::printer_scale::Measured,
    },
    /// To print the card of this Mudanza.
    PrintMovingCard(Box<crate::desk::moving::Moved>),
    /// To open the cut with this folio again, for this reason.
    ReopenCut(String, String),
    /// To put this copy in the register's place, which was kept.
    RestoreCopy(Box<crate::desk::restoring::Tried>, crate::store::Kept),
    /// To show this copy, in which nothing is saved.
    LookAtCopy(Box<crate::desk::restoring::Tried>),
    /// To put right what can be.
    RepairRegister,
    /// To make a hoja de rescate.
    MakeSheet,
    /// To see whether these are the first groups of the sheet.
    TestSheet(String),
    /// To give a setting this value.
    SaveSetting(crate::domain::settings::Topic, String),
    /// To hold the layout of the files against the sample at this path.
    TrySample(String),
    /// To take this clinic out of the catalogue.
    RemoveClinic(crate::domain::ids::ClinicId),
    /// To write down what was told about a case.
    NoteCase(
        crate::domain::ids::StudentId,
        crate::domain::case::Told,
        crate::domain::case::NoteText,
    ),
    /// To close a case.
    CloseCase(crate::domain::ids::StudentId, crate::domain::case::CaseOutcome),
    /// To replace a folio by this número de control.
    AssignControlNumber(
        crate::domain::ids::StudentId,
        crate::domain::control_number::ControlNumber,
    ),
    /// To write down a row of the Lista de cotejo.
    AnswerRequirement(
        crate::domain::ids::StudentId,
        crate::domain::checklist::Requirement,
        crate::domain::checklist::Answer,
    ),
    /// To remember that two people are not one: this record, or what stands on the form, and the other.
    TellApart {
        /// The record; `None` for the form.
        one: Option<crate::domain::ids::StudentId>,
        /// The other one.
        other: crate::domain::ids::StudentId,
        /// Who that is.
        named: String,
    },
    /// To show this record.
    OpenRecord(crate::domain::ids::StudentId),
    /// To print the card of keys.
    PrintKeys,
    /// To print this list.
    PrintList {
        /// Which.
        list: crate::desk::Listing,
        /// Whether with whole NSS and CURP.
        whole_numbers: bool,
    },
    /// To print a paper about this student; to ask where else to save it, if `also_elsewhere`.
    Print {
        /// Which paper.
        paper: crate::store::Paper,
        /// Whose.
        student: crate::domain::ids::StudentId,
        /// «Guardar como…».
        also_elsewhere: bool,
    },
}

impl Modal {
    /// Takes a message to the dialog it is for; one that comes late is dropped.
    pub fn update(&mut self, message: Message) -> Action {
        match (self, message) {
            (Self::Baja(dialog), Message::Baja(message)) => dialog.update(message),
            (Self::CaseNote(dialog), Message::CaseNote(message)) => dialog.update(message),
            (Self::CaseClose(dialog), Message::CaseClose(message)) => dialog.update(message),
            (Self::Change(dialog), Message::Change(message)) => dialog.update(message),
            (Self::CheckAll(dialog), Message::CheckAll(message)) => dialog.update(message),
            (Self::LeftOut(dialog), Message::LeftOut(message)) => dialog.update(message),
            (Self::Clinic(dialog), Message::Clinic(message)) => dialog.update(message),
            (Self::Clinics(dialog), Message::Clinics(message)) => dialog.update(message),
            (Self::Compare(dialog), Message::Compare(message)) => dialog.update(message),
            (Self::Checklist(dialog), Message::Checklist(message)) => dialog.update(message),
            (Self::ControlNumber(dialog), Message::ControlNumber(message)) => dialog.update(message),
            (Self::Moving(dialog), Message::Moving(message)) => dialog.update(message),
            (Self::Print(dialog), Message::Print(message)) => dialog.update(message),
            (Self::Findings(dialog), Message::Findings(message)) => dialog.update(message),
            (Self::Printer(dialog), Message::Printer(message)) => dialog.update(message),
            (Self::PrintList(dialog), Message::PrintList(message)) => dialog.update(message),
            (Self::Clerk(dialog), Message::Clerk(message)) => dialog.update(message),
            (Self::Answers(dialog), Message::Answers(message)) => dialog.update(message),
            (Self::CutPapers(dialog), Message::CutPapers(message)) => dialog.update(message),
            (Self::Notices(dialog), Message::Notices(message)) => dialog.update(message),
            (Self::Reopening(dialog), Message::Reopening(message)) => dialog.update(message),
            (Self::Restoring(dialog), Message::Restoring(message)) => dialog.update(message),
            (Self::MakeSheet(dialog), Message::MakeSheet(message)) => dialog.update(message),
            (Self::TestSheet(dialog), Message::TestSheet(message)) => dialog.update(message),
            (Self::Sending(dialog), Message::Sending(message)) => dialog.update(message),
            (Self::Setting(dialog), Message::Setting(message)) => dialog.update(message),
            (Self::Vigencia(dialog), Message::Vigencia(message)) => dialog.update(message),
            (Self::Help(dialog), Message::Help(message)) => dialog.update(message),
            (Self::ImportColumn(dialog), Message::ImportColumn(message)) => dialog.update(message),
            (Self::ImportRow(dialog), Message::ImportRow(message)) => dialog.update(message),
            (Self::ImportSaving(dialog), Message::ImportSaving(message)) => dialog.update(message),
            (Self::ImportUndo(dialog), Message::ImportUndo(message)) => dialog.update(message),
            (Self::Working(dialog), Message::Working(message)) => dialog.update(message),
            _ => Action::None,
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        match self {
            Self::Baja(dialog) => dialog.view().map(Message::Baja),
            Self::CaseNote(dialog) => dialog.view().map(Message::CaseNote),
            Self::CaseClose(dialog) => dialog.view().map(Message::CaseClose),
            Self::Change(dialog) => dialog.view().map(Message::Change),
            Self::CheckAll(dialog) => dialog.view().map(Message::CheckAll),
            Self::LeftOut(dialog) => dialog.view().map(Message::LeftOut),
            Self::Clinic(dialog) => dialog.view().map(Message::Clinic),
            Self::Clinics(dialog) => dialog.view().map(Message::Clinics),
            Self::Compare(dialog) => dialog.view().map(Message::Compare),
            Self::Checklist(dialog) => dialog.view().map(Message::Checklist),
            Self::ControlNumber(dialog) => dialog.view().map(Message::ControlNumber),
            Self::Moving(dialog) => dialog.view().map(Message::Moving),
            Self::Print(dialog) => dialog.view().map(Message::Print),
            Self::PrintList(dialog) => dialog.view().map(Message::PrintList),
            Self::Clerk(dialog) => dialog.view().map(Message::Clerk),
            Self::Answers(dialog) => dialog.view().map(Message::Answers),
            Self::CutPapers(dialog) => dialog.view().map(Message::CutPapers),
            Self::Notices(dialog) => dialog.view().map(Message::Notices),
            Self::Reopening(dialog) => dialog.view().map(Message::Reopening),
            Self::Restoring(dialog) => dialog.view().map(Message::Restoring),
            Self::Findings(dialog) => dialog.view().map(Message::Findings),
            Self::Printer(dialog) => dialog.view().map(Message::Printer),
            Self::MakeSheet(dialog) => dialog.view().map(Message::MakeSheet),
            Self::TestSheet(dialog) => dialog.view().map(Message::TestSheet),
            Self::Sending(dialog) => dialog.view().map(Message::Sending),
            Self::Setting(dialog) => dialog.view().map(Message::Setting),
            Self::Vigencia(dialog) => dialog.view().map(Message::Vigencia),
            Self::Help(dialog) => dialog.view().map(Message::Help),
            Self::ImportColumn(dialog) => dialog.view().map(Message::ImportColumn),
            Self::ImportRow(dialog) => dialog.view().map(Message::ImportRow),
            Self::ImportSaving(dialog) => dialog.view().map(Message::ImportSaving),
            Self::ImportUndo(dialog) => dialog.view().map(Message::ImportUndo),
            Self::Working(dialog) => dialog.view().map(Message::Working),
        }
    }

    /// Whether it is drawn: what goes on beside the window is, once it takes long.
    pub fn is_shown(&self) -> bool {
        match self {
            Self::Working(dialog) => dialog.is_shown(),
            _ => true,
        }
    }

    /// What F9 prints in it; `None` where nothing is.
    pub fn print(&mut self) -> Option<Action> {
        match self {
            Self::Moving(dialog) if dialog.is_made() => Some(self.confirm()),
            Self::Printer(dialog) => Some(dialog.update(printer::Message::PagePressed)),
            _ => None,
        }
    }

    /// What a key means that no widget of the dialog used.
    pub fn key(&self, press: &Press<'_>) -> Option<Message> {
        match self {
            Self::Clinic(_) => clinic::ClinicDialog::key(press).map(Message::Clinic),
            Self::Clinics(dialog) => dialog.key(press).map(Message::Clinics),
            Self::Compare(_) => compare::Compare::key(press).map(Message::Compare),
            Self::Vigencia(_) => vigencia::Vigencia::key(press).map(Message::Vigencia),
            Self::Clerk(_) => clerk::ClerkDialog::key(press).map(Message::Clerk),
            Self::Answers(dialog) => dialog.key(press).map(Message::Answers),
            Self::Moving(dialog) => dialog.key(press).map(Message::Moving),
            Self::Restoring(dialog) => dialog.key(press).map(Message::Restoring),
            Self::Notices(_) => notices::NoticesDialog::key(press).map(Message::Notices),
            Self::PrintList(_) => print_list::PrintList::key(press).map(Message::PrintList),
            Self::ImportColumn(_) => import_column::ImportColumn::key(press).map(Message::ImportColumn),
            Self::ImportSaving(dialog) => dialog.key(press).map(Message::ImportSaving),
            _ => None,
        }
    }

    /// The focus is here now.
    pub fn focus_found(&mut self, found: Option<&Id>) {
        match self {
            Self::Clinic(dialog) => dialog.focus_found(found),
            Self::Clinics(dialog) => dialog.focus_found(found),
            Self::Vigencia(dialog) => dialog.focus_found(found),
            _ => {}
        }
    }

    /// Closes what is offered below a field; tells whether there was anything.
    pub fn close_offers(&mut self) -> bool {
        match self {
            Self::Clinic(dialog) => dialog.close_offers(),
            Self::Clinics(dialog) => dialog.close_offers(),
            Self::Vigencia(dialog) => dialog.close_offers(),
            _ => false,
        }
    }

    /// Others can see the screen now, or can't any more.
    pub fn mask(&mut self, masked: bool) {
        match self {
            Self::Compare(dialog) => dialog.mask(masked),
            Self::Vigencia(dialog) => dialog.mask(masked),
            _ => {}
        }
    }

    /// The catalogue of clinics is another one now.
    pub fn clinics_changed(&mut self, rows: Vec<ClinicRow>) {
        match self {
            Self::Clinic(dialog) => dialog.read_again(rows),
            Self::Clinics(dialog) => dialog.read_again(rows),
            Self::Vigencia(dialog) => dialog.read_again(rows),
            _ => {}
        }
    }

    /// Its main verb: Ctrl+Enter.
    pub fn confirm(&mut self) -> Action {
        match self {
            Self::Baja(dialog) => dialog.update(baja::Message::Confirmed),
            Self::CaseNote(dialog) => dialog.update(case_note::Message::Confirmed),
            Self::CaseClose(dialog) => dialog.update(case_close::Message::Confirmed),
            Self::Change(dialog) => dialog.update(change::Message::Confirmed),
            Self::CheckAll(dialog) => dialog.update(check_all::Message::Confirmed),
            Self::LeftOut(dialog) => dialog.update(left_out::Message::Confirmed),
            Self::Clinic(dialog) => dialog.update(clinic::Message::Confirmed),
            Self::Clinics(dialog) => dialog.update(clinics::Message::Confirmed),
            Self::Checklist(dialog) => dialog.update(checklist::Message::Confirmed),
            Self::ControlNumber(dialog) => dialog.update(control_number::Message::Confirmed),
            Self::Moving(dialog) => dialog.update(moving::Message::Confirmed),
            Self::Print(dialog) => dialog.update(print::Message::Confirmed),
            Self::PrintList(dialog) => dialog.update(print_list::Message::Confirmed),
            Self::Clerk(dialog) => dialog.update(clerk::Message::Confirmed),
            Self::Answers(dialog) => dialog.update(answers::Message::Confirmed),
            Self::CutPapers(dialog) => dialog.update(cut_papers::Message::Confirmed),
            Self::Notices(dialog) => dialog.update(notices::Message::Confirmed),
            Self::Reopening(dialog) => dialog.update(reopening::Message::Confirmed),
            Self::Restoring(dialog) => dialog.confirm(),
            Self::Findings(dialog) => dialog.update(findings::Message::Confirmed),
            Self::Printer(dialog) => dialog.update(printer::Message::Confirmed),
            Self::MakeSheet(dialog) => dialog.update(rescue::MakeMessage::Confirmed),
            Self::TestSheet(dialog) => dialog.update(rescue::TestMessage::Confirmed),
            Self::Sending(dialog) => dialog.update(sending::Message::Confirmed),
            Self::Setting(dialog) => dialog.update(setting::Message::Confirmed),
            Self::Vigencia(dialog) => dialog.update(vigencia::Message::Confirmed),
            Self::ImportColumn(dialog) => dialog.update(import_column::Message::Confirmed),
            Self::ImportRow(dialog) => dialog.update(import_row::Message::Confirmed),
            Self::ImportSaving(dialog) => dialog.confirm(),
            Self::ImportUndo(dialog) => dialog.update(import_undo::Message::Confirmed),
            // It has no verb but to stop.
            Self::Working(_) => Action::None,
            // It has no main verb: D is pressed by who has read it.
            Self::Compare(_) => Action::None,
            Self::Help(_) => Action::Close,
        }
    }
}
