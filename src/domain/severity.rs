//! How much a check weighs on what happens next.

/// The weight of what a check found, from lightest to heaviest.
///
/// None of them refuses saving or queueing: they only decide what a row does when its cut is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Severity {
    /// Nothing to say.
    #[default]
    Ok,
    /// Shown; the row goes on.
    Warning,
    /// Sets the row aside only while nobody has ticked it as seen.
    Acknowledge,
    /// The value is not accepted: it can be kept only as "por confirmar", and closing the cut sets the row aside.
    Error,
}
