//! What the office decides: read, changed, put back, confirmed; and who is at the window.

use std::path::PathBuf;

use super::{Desk, FirstRun, Refusal, campus};
use crate::domain::appearance::Appearance;
use crate::domain::period::Period;
use crate::domain::registro_patronal::HeldRegistro;
use crate::domain::settings::{Confirmation, Group, Kind, Setting, SettingFault, Settings, Topic, Value};
use crate::store::{ActKind, Stamp, Store, StoreError, Tx};

/// The key of the campus that the register began as.
const PRESET: &str = "plantel.modelo";
/// The key of who is at the window.
const CLERK: &str = "atiende.ahora";
/// Who is at the window while nobody has said so.
pub(super) const ANYBODY: &str = "Ventanilla";

/// The settings of a register, and who was at its window last.
pub(super) fn read(store: &Store) -> Result<(Settings, String), StoreError> {
    let reader = store.reader();
    let (stored, confirmed) = (reader.settings()?, reader.confirmations()?);
    let preset = campus::preset(stored.get(PRESET).map_or("otro", String::as_str));
    let clerk = stored.get(CLERK).filter(|name| !name.is_empty());
    let clerk = clerk.map_or(ANYBODY, String::as_str).to_owned();
    Ok((Settings::read(&stored, &confirmed, preset), clerk))
}

impl Desk {
    /// Every setting as it is in force.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The setting of a key that somebody typed.
    ///
    /// # Errors
    /// [`Refusal::NoSuchSetting`].
    pub fn setting_named(&self, key: &str) -> Result<&'static Setting, Refusal> {
        Setting::by_key(key).ok_or_else(|| Refusal::NoSuchSetting(key.trim().to_owned()))
    }

    /// Gives a setting another value, as typed; tells whether that changed anything. Who had confirmed the former one
    /// has not confirmed this one.
    ///
    /// # Errors
    /// [`Refusal::Setting`] for a text that is no value of it.
    pub fn set(&mut self, topic: Topic, text: &str) -> Result<bool, Refusal> {
        let setting = Setting::of(topic);
        if setting.kind == Kind::Logo && !text.trim().is_empty() {
            return self.set_logo(text);
        }
        if setting.kind == Kind::Layout && !text.trim().is_empty() {
            return self.set_layout(text);
        }
        if topic == Topic::SecondPlace && !text.trim().is_empty() {
            return self.choose_second_place(text);
        }
        let value = setting
            .read(text)
            .map_err(|fault| Refusal::Setting(topic, fault))?;
        if setting.group == Group::Appearance {
            return self.look(setting, &value.to_string());
        }
        if let Value::Registros(held) = &value {
            self.check_careers(held)?;
        }
        self.check_layout(topic, &value)?;
        self.change_setting(|tx| tx.put_setting(setting.key, &value.to_string()))
    }

    /// Puts a setting back to its default; tells whether that changed anything.
    ///
    /// # Errors
    /// [`Refusal::Setting`] where the default is empty and the setting must not be.
    pub fn reset(&mut self, topic: Topic) -> Result<bool, Refusal> {
        let setting = Setting::of(topic);
        if setting.group == Group::Appearance {
            return self.look(setting, &self.settings.default_of(topic).to_string());
        }
        // Where a campus publishes nothing, a name that must not be empty keeps what it says.
        let default = setting
            .read(&self.settings.default_of(topic).to_string())
            .map_err(|fault| Refusal::Setting(topic, fault))?;
        self.check_layout(topic, &default)?;
        self.change_setting(|tx| tx.clear_setting(setting.key))
    }

    /// Confirms the value of a setting with today's date and the name of who is at the window.
    ///
    /// # Errors
    /// [`Refusal::NoConfirmation`] for one that needs none; [`Refusal::Setting`] where the value must not stay as it is.
    pub fn confirm(&mut self, topic: Topic) -> Result<bool, Refusal> {
        let setting = Setting::of(topic);
        if !setting.to_confirm {
            return Err(Refusal::NoConfirmation(topic));
        }
        let value = self.settings.text(topic);
        setting
            .read(&value)
            .map_err(|fault| Refusal::Setting(topic, fault))?;
        let by = Confirmation {
            on: self.today(),
            by: self.clerk.clone(),
        };
        self.change_setting(|tx| tx.confirm_setting(setting.key, &value, &by))
    }

    /// Refuses registros that name a career which nobody knows, or which another names in another spelling.
    fn check_careers(&self, held: &[HeldRegistro]) -> Result<(), Refusal> {
        let refused = |fault| Err(Refusal::Setting(Topic::Registros, fault));
        let mut careers: Vec<String> = self.campus.careers.iter().map(|it| it.name.clone()).collect();
        careers.extend(self.store.reader().careers_in_use()?);
        let mut meant: Vec<&str> = Vec::new();
        for typed in held.iter().flat_map(|it| &it.careers) {
            let Some(career) = careers.iter().find(|name| self.campus.means_career(typed, name)) else {
                return refused(SettingFault::UnknownCareer(typed.clone()));
            };
            if meant.contains(&career.as_str()) {
                return refused(SettingFault::Twice(career.clone()));
            }
            meant.push(career);
        }
        Ok(())
    }

    pub(super) fn change_setting(
        &mut self,
        change: impl FnOnce(&Tx<'_>) -> Result<(), StoreError>,
    ) -> Result<bool, Refusal> {
        let stamp = self.stamp();
        let done = self
            .store
            .transact(&stamp, ActKind::ChangeSetting, |tx| change(tx))?;
        self.read_settings()?;
        Ok(!done.changed.is_empty())
    }

    /// Changes one thing about the look, which is no act.
    fn look(&mut self, setting: &Setting, code: &str) -> Result<bool, Refusal> {
        let is_another = self.settings.text(setting.topic) != code;
        self.store.keep_settings(&[(setting.key, code)])?;
        self.read_settings()?;
        Ok(is_another)
    }

    /// The school period that is going on: as the office says, or that of the day.
    pub fn current_period(&self) -> Period {
        self.settings
            .current_period()
            .unwrap_or_else(|| Period::containing(self.today()))
    }

    /// The folder for papers that the office chose, if it did.
    pub fn documents(&self) -> Option<PathBuf> {
        let folder = self.settings.text(Topic::Documents);
        (!folder.is_empty()).then(|| folder.into())
    }

    /// How the window looks, and the band of what is printed.
    pub fn appearance(&self) -> Appearance {
        self.appearance
    }

    /// Looks like this from now on, also after the next start. A look is no fact about anybody: Ctrl+Z takes back what
    /// was saved last, and never a zoom.
    ///
    /// # Errors
    /// The file's faults: then it looks like this until the window is closed.
    pub fn wear(&mut self, appearance: Appearance) -> Result<(), Refusal> {
        self.appearance = appearance;
        let zoom = appearance.zoom.percent().to_string();
        let look = [
            (Topic::Scheme, appearance.scheme.code()),
            (Topic::Palette, appearance.palette.code()),
            (Topic::Density, appearance.density.code()),
            (Topic::Zoom, &zoom),
            (Topic::Masking, if appearance.masks_numbers { "si" } else { "no" }),
        ];
        self.store
            .keep_settings(&look.map(|(topic, code)| (Setting::of(topic).key, code)))?;
        self.read_settings()
    }

    /// Another name at the window: every act carries it from now on. A name that the list lacks is added to it.
    ///
    /// # Errors
    /// [`Refusal::Setting`] for what is no name.
    pub fn attend(&mut self, name: &str) -> Result<(), Refusal> {
        let refused = |fault| Refusal::Setting(Topic::Clerks, fault);
        let setting = Setting::of(Topic::Clerks);
        let name = match setting.read(name).map_err(refused)? {
            Value::People(people) if people.len() == 1 => people.into_iter().next().unwrap_or_default(),
            _ => return Err(refused(SettingFault::Empty)),
        };
        let mut clerks = self.settings.clerks().to_vec();
        if !clerks.contains(&name) {
            clerks.push(name.clone());
        }
        let clerks = setting.read(&clerks.join("\n")).map_err(refused)?;
        let stamp = Stamp {
            clerk: name.clone(),
            ..self.stamp()
        };
        self.store.transact(&stamp, ActKind::ChangeClerk, |tx| {
            tx.put_setting(CLERK, &name)?;
            tx.put_setting(setting.key, &clerks.to_string())
        })?;
        self.read_settings()
    }

    /// Reads the settings again, after something may have changed them.
    pub(super) fn read_settings(&mut self) -> Result<(), Refusal> {
        let (settings, clerk) = read(&self.store)?;
        self.campus = settings.campus();
        self.limits = settings.window_limits();
        self.cuts = settings.cut_calendar();
        self.logo = self.stored_logo(settings.logo())?;
        self.appearance = settings.appearance();
        self.settings = settings;
        self.clerk = clerk;
        self.read_closed_cuts()
    }

    /// Writes campus and clerk of the first run.
    pub(super) fn save_first_run(&mut self, first: &FirstRun) -> Result<(), Refusal> {
        let stamp = self.stamp();
        let told = Settings::of(first.campus.clone());
        self.store.transact(&stamp, ActKind::SetUp, |tx| {
            tx.put_setting(PRESET, &first.campus.preset)?;
            for setting in Group::Campus.settings().chain(Group::Careers.settings()) {
                tx.put_setting(setting.key, &told.text(setting.topic))?;
            }
            tx.put_setting(CLERK, &first.clerk)?;
            tx.put_setting(Setting::of(Topic::Clerks).key, &first.clerk)
        })?;
        self.read_settings()
    }
}
