//! What the form says below each field, proposes in grey and offers to choose from, read anew after each key.

use super::{Screen, TYPED, Taken};
use crate::app::nss_pick::{self, tone};
use crate::app::widget::Offer;
use crate::app::widget::field::Tone;
use crate::desk::{Desk, Refusal};
use crate::domain::control_number::Identifier;
use crate::domain::curp::CURP_LENGTH;
use crate::domain::entry::{Entry, EntryField};
use crate::domain::person_name::fold;
use crate::domain::sex::Sex;
use crate::domain::student::Standing;
use crate::words::{self, entry as said};

impl Screen {
    /// Reads the whole form again: what is said below each field, what is proposed, what is offered.
    pub(super) fn read(&mut self, desk: &Desk) -> Result<(), Refusal> {
        let today = desk.today();
        let entry = self.entry();
        self.reading = entry.read(today);
        self.look_up(desk, &entry)?;
        self.propose(desk);
        for field in TYPED {
            let said = self.say(desk, field);
            if let Some(it) = self.fields.get_mut(&field) {
                it.said = None;
                if let Some((tone, text)) = said {
                    it.say(tone, text);
                }
            }
        }
        self.offer(desk)
    }

    /// Who holds these numbers already, and who may be the same person.
    fn look_up(&mut self, desk: &Desk, entry: &Entry) -> Result<(), Refusal> {
        let (nss, curp) = (entry.nss_text(&self.reading), entry.curp_text(&self.reading));
        let reader = desk.store().reader();
        let identifier = match &self.reading.identifier {
            Some(Ok(identifier)) => Some(identifier.as_str().to_owned()),
            _ => None,
        };
        self.identifier_holder = match &identifier {
            Some(identifier) => reader.holder_of_identifier(identifier, self.student)?,
            None => None,
        };
        // Also a text that is no number at all may be somebody else's already, and saving would be refused.
        let (nss, curp) = (nss.as_deref(), curp.as_deref());
        self.nss_holder = match nss {
            Some(nss) => reader.holder_of_nss(nss, self.student)?,
            None => None,
        };
        self.curp_holder = match curp {
            Some(curp) => reader.holder_of_curp(curp, self.student)?,
            None => None,
        };
        let mut alike = desk.likenesses(self.reading.name.as_ref().ok(), curp, nss, self.student)?;
        let apart = match self.student {
            Some(student) => reader.told_apart(student)?,
            None => Vec::new(),
        };
        // A number is nobody else's without a reason, whoever was told apart.
        alike.retain(|it| {
            let id = it.student.id;
            it.same_curp || it.same_nss || !apart.contains(&id) && !self.told_apart.contains(&id)
        });
        self.likenesses = alike;
        Ok(())
    }

    /// What other fields already say, in grey.
    fn propose(&mut self, desk: &Desk) {
        let curp = self
            .reading
            .curp
            .as_ref()
            .and_then(|reading| reading.result.as_ref().ok());
        let birth = curp.map(|curp| curp.birth_date().format("%d/%m/%Y").to_string());
        let place = curp.map(|curp| curp.birthplace().name().to_owned());
        let mail = match &self.reading.identifier {
            Some(Ok(Identifier::Control(number))) => desk.campus().institutional_mail(number.as_str()),
            _ => None,
        };
        let no_surname = self.no_surnames.then(|| said::NO_SURNAMES.to_owned());
        for (field, proposal) in [
            (EntryField::BirthDate, birth),
            (EntryField::Birthplace, place),
            (EntryField::Email, mail),
            (EntryField::FirstSurname, no_surname),
        ] {
            if let Some(it) = self.fields.get_mut(&field) {
                it.proposal = proposal;
            }
        }
    }

    /// The sex that the CURP proposes while none is chosen.
    pub(super) fn proposed_sex(&self) -> Option<Sex> {
        let curp = self.reading.curp.as_ref()?.result.as_ref().ok()?;
        self.sex.is_none().then(|| curp.sex())
    }

    /// The sentence below a field.
    fn say(&self, desk: &Desk, field: EntryField) -> Option<(Tone, String)> {
        let today = desk.today();
        let asked = self.missing.contains(&field);
        // Who asked to save is told at once, wherever the cursor stands.
        let typing = self.focused == Some(field) && !asked;
        if let Err(gap) = &self.reading.name
            && let Some((at, text)) = said::name_gap(gap)
            && at == field
            && !typing
        {
            return Some((Tone::Problem, text));
        }
        if asked && self.text(field).is_empty() {
            return Some((Tone::Problem, said::incomplete(field).to_owned()));
        }
        match field {
            EntryField::Identifier => {
                if let Some(holder) = &self.identifier_holder {
                    return Some((Tone::Problem, said::identifier_taken(&holder.name)));
                }
                match self.reading.identifier.as_ref()? {
                    Err(_) if typing && self.text(field).chars().count() < 4 => None,
                    Err(fault) => Some((Tone::Problem, said::identifier_fault(fault))),
                    Ok(Identifier::Control(number)) => {
                        let code = Some(desk.campus().control_code.as_str()).filter(|code| !code.is_empty());
                        let remarks = number.remarks(code, today);
                        remarks
                            .first()
                            .filter(|_| !typing)
                            .map(|it| (Tone::Advice, said::identifier_remark(it)))
                    }
                    Ok(_) => Some((Tone::Hint, said::PROVISIONAL_HINT.to_owned())),
                }
            }
            EntryField::Curp => {
                let reading = self.reading.curp.as_ref()?;
                if let Some(holder) = &self.curp_holder
                    && self.text(EntryField::CurpShared).is_empty()
                {
                    return Some((Tone::Problem, said::curp_taken(&holder.name, &holder.identifier)));
                }
                let letters = self.text(field).chars().filter(|c| c.is_alphanumeric()).count();
                if typing && letters < CURP_LENGTH {
                    return Some((Tone::Hint, said::letters_so_far(letters, CURP_LENGTH)));
                }
                let proposes = self.proposed_sex().is_some()
                    || self.text(EntryField::BirthDate).is_empty()
                    || self.text(EntryField::Birthplace).is_empty();
                match words::curp::message(reading) {
                    Some(message) => Some((tone(message.severity), message.text)),
                    None if proposes => Some((Tone::Hint, said::CURP_PROPOSES.to_owned())),
                    None => None,
                }
            }
            EntryField::GivenNames => {
                let imss = self.reading.name.as_ref().ok()?.imss(desk.settings().enye());
                if let Some(problem) = imss.problems().first() {
                    return Some((Tone::Advice, words::names::problem(problem).text));
                }
                let whole = [&imss.first_surname, &imss.second_surname, &imss.given]
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .cloned()
                    .collect::<Vec<_>>()
                    .join(" ");
                Some((Tone::Hint, said::imss_name(&whole, imss.lost_enye())))
            }
            EntryField::BirthDate => match self.reading.birth_date.as_ref()? {
                Ok(date) => Some((Tone::Hint, said::birth(*date, today))),
                Err(_) if typing => None,
                Err(fault) => Some((Tone::Problem, words::dates::fault(fault).text)),
            },
            EntryField::Birthplace => match self.reading.birthplace.as_ref()? {
                Err(_) if !typing => Some((Tone::Problem, said::incomplete(field).to_owned())),
                _ => None,
            },
            EntryField::Semester => match self.reading.semester.as_ref()? {
                Err(()) if !typing => Some((Tone::Problem, said::incomplete(field).to_owned())),
                Ok(semester) if semester.needs_authorisation() => {
                    Some((Tone::Advice, said::SEMESTER_AUTHORISED.to_owned()))
                }
                _ => None,
            },
            EntryField::Period => match self.reading.period.as_ref()? {
                Err(()) if !typing => Some((Tone::Problem, said::incomplete(field).to_owned())),
                _ => None,
            },
            EntryField::Standing => {
                let typed = self.text(field);
                let unknown = words::record::find_standing(typed).is_none();
                (unknown && !typing).then(|| (Tone::Problem, said::incomplete(field).to_owned()))
            }
            EntryField::Nss => {
                let reading = self.reading.nss.as_ref()?;
                if let Some(holder) = &self.nss_holder
                    && self.text(EntryField::NssShared).is_empty()
                {
                    return Some((Tone::Problem, said::nss_taken(&holder.name, &holder.identifier)));
                }
                nss_pick::message(reading, self.text(field), typing)
            }
            EntryField::NssOn => match self.reading.nss_on.as_ref() {
                Some(Ok(date)) => Some((Tone::Hint, words::dates::short_year(*date))),
                Some(Err(fault)) if !typing => Some((Tone::Problem, words::dates::fault(fault).text)),
                _ => None,
            },
            EntryField::Email => {
                let odd = !self.text(field).is_empty() && !self.text(field).contains('@');
                (odd && !typing).then(|| (Tone::Advice, said::EMAIL_HINT.to_owned()))
            }
            _ => None,
        }
    }

    /// What is offered below the field that has the focus.
    fn offer(&mut self, desk: &Desk) -> Result<(), Refusal> {
        let Some(field) = self.focused else {
            self.suggest.clear();
            return Ok(());
        };
        let mut offers: Vec<(Offer, Taken)> = Vec::new();
        // Lists to choose from wait for flecha abajo while nothing is typed; corrections don't.
        let mut waits = false;
        let holder = match field {
            EntryField::Identifier => self.identifier_holder.as_ref(),
            EntryField::Curp => self.curp_holder.as_ref(),
            EntryField::Nss => self.nss_holder.as_ref(),
            _ => None,
        };
        if let Some(holder) = holder {
            offers.push((
                Offer::new(said::open_record(&holder.name), holder.identifier.as_str()),
                Taken::OpenRecord(holder.id),
            ));
        }
        match field {
            EntryField::Identifier if self.text(field).is_empty() && self.student.is_none() => {
                if let Some(folio) = desk.next_provisional_folio()? {
                    let folio = folio.as_str().to_owned();
                    offers.push((Offer::new(folio.clone(), said::PROVISIONAL), Taken::Text(folio)));
                }
            }
            EntryField::Curp => {
                if let Some(reading) = &self.reading.curp {
                    for curp in &reading.offers {
                        let text = curp.grouped();
                        offers.push((Offer::new(text.clone(), said::CURP_AGREES), Taken::Text(text)));
                    }
                    if !reading.offers.is_empty() && reading.result.is_err() {
                        offers.push((
                            Offer::new(said::LEAVE_AS_IS, said::LEAVE_CURP_NOTE),
                            Taken::LeaveAsIs,
                        ));
                    }
                }
            }
            EntryField::FirstSurname if self.text(field).is_empty() && !self.no_surnames => {
                offers.push((
                    Offer::new(said::NO_SURNAMES, said::NO_SURNAMES_NOTE),
                    Taken::NoSurnames,
                ));
                waits = true;
            }
            EntryField::Birthplace => {
                if let Some(Err(places)) = &self.reading.birthplace {
                    for place in places {
                        offers.push((
                            Offer::new(place.name(), place.code()),
                            Taken::Text(place.name().to_owned()),
                        ));
                    }
                }
            }
            EntryField::Career => {
                let typed = fold(self.text(field));
                let known = self.careers.iter().any(|career| fold(career) == typed);
                waits = typed.is_empty();
                for career in self
                    .careers
                    .iter()
                    .filter(|career| !known && fold(career).contains(&typed))
                {
                    let short = desk.campus().career_short(career);
                    offers.push((Offer::new(career.as_str(), short), Taken::Text(career.clone())));
                }
            }
            EntryField::Period => {
                waits = true;
                let now = desk.current_period();
                for period in now.following().take(3) {
                    let text = period.to_string();
                    let note = if period == now { said::CURRENT_PERIOD } else { "" };
                    offers.push((Offer::new(text.clone(), note), Taken::Text(text)));
                }
            }
            EntryField::Standing => {
                let typed = fold(self.text(field));
                let exact = words::record::find_standing(&typed).is_some();
                waits = exact || typed.is_empty();
                for standing in Standing::ALL {
                    let word = words::record::standing(standing);
                    if exact || fold(word).starts_with(&typed) {
                        offers.push((Offer::new(word, ""), Taken::Text(word.to_owned())));
                    }
                }
            }
            EntryField::Nss => self.offer_nss(&mut offers),
            _ => {}
        }
        let (shown, taken): (Vec<_>, Vec<_>) = offers.into_iter().unzip();
        let before = self.suggest.offers().to_vec();
        self.suggest.offer(shown);
        if waits && self.suggest.offers() != before {
            self.suggest.close();
        }
        self.taken = taken;
        Ok(())
    }

    fn offer_nss(&self, offers: &mut Vec<(Offer, Taken)>) {
        let Some(reading) = &self.reading.nss else { return };
        let of_nss = nss_pick::offers(reading, self.birth_year(), self.nss_state);
        offers.extend(of_nss.into_iter().map(|(offer, taken)| (offer, taken.into())));
    }

    fn birth_year(&self) -> Option<i32> {
        use chrono::Datelike;

        let curp = self
            .reading
            .curp
            .as_ref()
            .and_then(|reading| reading.result.as_ref().ok());
        let typed = self
            .reading
            .birth_date
            .as_ref()
            .and_then(|read| read.as_ref().ok().copied());
        curp.map(|curp| curp.birth_date())
            .or(typed)
            .map(|date| date.year())
    }
}
