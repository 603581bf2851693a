//! The support console.
