//! From nodes to what rules make of them: the matcher, the look-up by name, the run of a rule, the properties and
//! questions of the vocabulary, and the engine that interprets rules which are not compiled in.

pub mod budget;
pub mod dispatch;
pub mod examine;
pub mod file_state;
pub mod graphs;
pub mod interp;
pub mod matcher;
pub mod names;
pub mod offsets;
pub mod prim;
pub mod run;
