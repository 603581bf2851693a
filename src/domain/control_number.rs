//! control_number
