//! nss
