//! Reading, planning and saving, done beside the window: it goes on drawing, and can stop them.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::time::Duration;

use iced::Task;
use iced::futures::channel::mpsc::{UnboundedSender, unbounded};

use crate::app::handed::Handed;
use crate::desk::import::{
    ImportError, Imported, Importing, Progress, ReadFault, Watch, unwatched, workbook,
};
use crate::desk::{Desk, Refusal};
use crate::system::log;

/// Whatever takes longer is told.
pub const PATIENCE: Duration = Duration::from_millis(400);

/// Where a sheet comes from.
#[derive(Debug, Clone)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// Cells that were copied, and what stands for their name.
    Pasted(String, &'static str),
}

/// How a plan is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saving {
    /// With the movements that may be queued.
    Queued,
    /// Without them.
    Plain,
    /// Without them, since everybody was affiliated before.
    Affiliated,
}

/// Why a sheet was not opened.
#[derive(Debug)]
pub enum NotOpened {
    /// It can't be read.
    Read(ReadFault),
    /// The register's refusal.
    Refused(Refusal),
    /// The columns of the earlier sheet are not understood.
    NothingToCompare,
}

/// What came of it.
#[derive(Debug)]
pub enum Outcome {
    /// A sheet was read; planned, if its columns are understood.
    Opened(Result<(Box<Importing>, Result<bool, ImportError>), NotOpened>),
    /// Its rows were compared with the register; `false` if somebody stopped it.
    Planned(Box<Importing>, Result<bool, ImportError>),
    /// It was saved.
    Saved(Box<Importing>, Result<Imported, ImportError>),
}

/// What is heard of it.
#[derive(Debug, Clone)]
pub enum Heard {
    /// How far it is.
    Progress(Progress),
    /// It takes longer than nothing.
    Late,
    /// It has come to its end.
    Ended(Handed<Outcome>),
}

/// Something that goes on beside the window.
#[derive(Debug)]
pub struct Work {
    stop: Arc<AtomicBool>,
}

impl Work {
    /// Asks it to stop.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

/// Something that is done with a desk, which tells how far it is.
pub type Job = Box<dyn FnOnce(&mut Desk, Watch<'_>) -> Outcome + Send>;

/// Reads a sheet and recognises its columns.
fn read(desk: &Desk, source: &Source) -> Result<Importing, NotOpened> {
    let read = match source {
        Source::File(path) => workbook::read(path),
        Source::Pasted(text, _) => workbook::read_pasted(text),
    };
    let name = match source {
        Source::File(path) => path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        Source::Pasted(_, name) => (*name).to_owned(),
    };
    let workbook = read.map_err(NotOpened::Read)?;
    desk.begin_import(&name, Arc::new(workbook))
        .map_err(NotOpened::Refused)
}

/// Reads a sheet, and plans it if its columns are understood.
pub fn open(source: Source) -> Job {
    Box::new(move |desk, watch| {
        Outcome::Opened(read(desk, &source).map(|mut importing| {
            let planned = desk.plan_import(&mut importing, watch);
            (Box::new(importing), planned)
        }))
    })
}

/// Reads a sheet and an earlier one, and plans what follows from what tells them apart.
pub fn compare(before: PathBuf, source: Source) -> Job {
    Box::new(move |desk, _| {
        let both = read(desk, &Source::File(before)).and_then(|before| {
            if before.is_understood() {
                Ok((before, read(desk, &source)?))
            } else {
                Err(NotOpened::NothingToCompare)
            }
        });
        Outcome::Opened(both.map(|(before, mut now)| {
            let planned = desk.plan_comparison(&before, &mut now).map(|()| true);
            (Box::new(now), planned)
        }))
    })
}

/// Compares every row with the register.
pub fn plan(mut importing: Box<Importing>) -> Job {
    Box::new(move |desk, watch| {
        let planned = desk.plan_import(&mut importing, watch);
        Outcome::Planned(importing, planned)
    })
}

/// Saves what the plan says.
pub fn save(mut importing: Box<Importing>, how: Saving) -> Job {
    Box::new(move |desk, watch| {
        if how == Saving::Affiliated {
            importing.set_affiliated(true);
            // What is marked so is told in the question itself.
            match desk.plan_import(&mut importing, watch) {
                Ok(true) => {}
                Ok(false) => return Outcome::Saved(importing, Err(ImportError::Stopped)),
                Err(error) => return Outcome::Saved(importing, Err(error)),
            }
        }
        let saved = desk.save_import(&mut importing, how == Saving::Queued, watch);
        Outcome::Saved(importing, saved)
    })
}

/// Begins a job on a desk of its own, or does it on the spot where the register is in memory alone.
///
/// # Errors
/// The file's faults.
pub fn begin(desk: &mut Desk, job: Job) -> Result<(Work, Task<Heard>), Refusal> {
    let stop = Arc::new(AtomicBool::new(false));
    let work = Work { stop: stop.clone() };
    let Some(mut beside) = desk.beside()? else {
        let outcome = job(desk, &mut unwatched);
        return Ok((work, Task::done(Heard::Ended(Handed::new(Some(outcome))))));
    };
    let (tell, heard) = unbounded();
    std::thread::spawn(move || {
        let _until_the_end = announce_lateness(tell.clone());
        let mut watch = |progress| {
            let _ = tell.unbounded_send(Heard::Progress(progress));
            !stop.load(Ordering::Relaxed)
        };
        // Whoever waits has to hear of an end, whatever happens here.
        let outcome = log::unless_it_breaks(|| job(&mut beside, &mut watch));
        let _ = tell.unbounded_send(Heard::Ended(Handed::new(outcome)));
    });
    Ok((work, Task::run(heard, |heard| heard)))
}

/// Does something beside the window: what came of it, or `None` if it broke down, and a word if it takes long.
pub fn beside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> (Task<Option<T>>, Task<()>) {
    let ((tell, told), (tell_late, late)) = (unbounded(), unbounded());
    std::thread::spawn(move || {
        let (at_work, ended) = mpsc::channel::<()>();
        std::thread::spawn(move || {
            if ended.recv_timeout(PATIENCE) == Err(mpsc::RecvTimeoutError::Timeout) {
                let _ = tell_late.unbounded_send(());
            }
        });
        let done = log::unless_it_breaks(work);
        drop(at_work);
        let _ = tell.unbounded_send(done);
    });
    (Task::run(told, |done| done), Task::run(late, |()| ()))
}

/// Tells that it takes long, unless what is returned is dropped before.
fn announce_lateness(tell: UnboundedSender<Heard>) -> mpsc::Sender<()> {
    let (at_work, ended) = mpsc::channel();
    std::thread::spawn(move || {
        if ended.recv_timeout(PATIENCE) == Err(mpsc::RecvTimeoutError::Timeout) {
            let _ = tell.unbounded_send(Heard::Late);
        }
    });
    at_work
}
