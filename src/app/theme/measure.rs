//! The measures that the drawings fix, in logical pixels. A height of a row includes its hairline.

use super::Density;

/// Hairlines and borders.
pub const HAIRLINE: f32 = 1.0;

/// The bar that marks what is selected or chosen.
pub const BAR: f32 = 3.0;

/// The padding of a pane, and of a row at both sides.
pub const PADDING: f32 = 16.0;

/// Between the cells of a row.
pub const GAP: f32 = 12.0;

/// Between a thing and its neighbour of the same kind: two buttons, an icon and its word.
pub const NEAR: f32 = 8.0;

/// Between groups.
pub const APART: f32 = 32.0;

/// The bar at the top of the window, with the rule in the palette's colour.
pub const TOP: f32 = 48.0;

/// The rail of screens at the left.
pub const RAIL: f32 = 104.0;

/// One screen in the rail.
pub const RAIL_ITEM: f32 = 56.0;

/// The bar at the foot of the window.
pub const STATUS: f32 = 28.0;

/// The search box in the top bar.
pub const SEARCH: f32 = 454.0;

/// The list of students, in a wide window.
pub const LIST: f32 = 742.0;

/// The record beside it.
pub const DETAIL: f32 = 520.0;

/// Below this width of the window the record takes the place of the list.
pub const NARROW: f32 = 1180.0;

/// The head of the form for a new student.
pub const FORM_HEAD: f32 = 44.0;

/// The head of the other screens.
pub const SCREEN_HEAD: f32 = 56.0;

/// The foot of a pane.
pub const FOOT: f32 = 32.0;

/// A row of the Lista de cotejo, with how it stands below its name.
pub const CHECKLIST_ROW: f32 = 40.0;

/// A row of one line that is always compact: an offer, a motive.
pub const ROW: f32 = 32.0;

/// A row of one line in a list. A name that needs two lines of small type may make it higher.
pub fn row(density: Density) -> f32 {
    match density {
        Density::Compact => ROW,
        Density::Roomy => 40.0,
    }
}

/// The head of a table.
pub const TABLE_HEAD: f32 = 28.0;

/// The head of a group of rows.
pub const GROUP_HEAD: f32 = 32.0;

/// A row of the history.
pub const HISTORY_ROW: f32 = 28.0;

/// A field, a choice, a button of a dialog.
pub const CONTROL: f32 = 36.0;

/// A button in a bar.
pub const BUTTON: f32 = 32.0;

/// A saved filter.
pub const FILTER: f32 = 28.0;

/// A chip.
pub const CHIP: f32 = 24.0;

/// The padding inside a field and a button.
pub const CONTROL_PADDING: f32 = 12.0;

/// From a label to its control.
pub const LABEL_GAP: f32 = 4.0;

/// From a control to its message.
pub const MESSAGE_GAP: f32 = 2.0;

/// From a message to the next label.
pub const BLOCK_GAP: f32 = 6.0;

/// The pitch of fields with a message of one line: 16 + 4 + 36 + 2 + 16 + 6.
pub const FIELD_PITCH: f32 = 80.0;

/// The title of a group of fields, with its hairline.
pub const GROUP_TITLE: f32 = 24.0;

/// The three-fact band.
pub const BAND: f32 = 96.0;

/// The three-fact band where it takes one line.
pub const BAND_LINE: f32 = 48.0;

/// The row of sections of a record.
pub const SECTIONS: f32 = 36.0;

/// The width of a dialog.
pub const DIALOG: f32 = 576.0;

/// The width of a dialog that compares.
pub const WIDE_DIALOG: f32 = 720.0;

/// Where a dialog begins, from the top of the window.
pub const DIALOG_TOP: f32 = 120.0;

/// The head of a dialog.
pub const DIALOG_HEAD: f32 = 56.0;

/// The foot of a dialog.
pub const DIALOG_FOOT: f32 = 64.0;

/// The padding of a dialog.
pub const DIALOG_PADDING: f32 = 20.0;

/// Corners of controls.
pub const RADIUS: f32 = 6.0;

/// Corners of panels and dialogs.
pub const PANEL_RADIUS: f32 = 8.0;

/// The line of the focus ring.
pub const RING: f32 = 2.0;

/// From a control to its focus ring.
pub const RING_GAP: f32 = 2.0;

/// The scroll bar.
pub const SCROLL_BAR: f32 = 6.0;

/// From the scroll bar to the edge.
pub const SCROLL_MARGIN: f32 = 3.0;
