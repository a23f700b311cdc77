//! From paths to text: which files there are, what each is for, and its bytes as text.

pub mod discover;
pub mod errors;
pub mod stamp;
pub mod text;
