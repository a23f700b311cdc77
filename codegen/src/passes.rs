//! From the checked model to the plan that engines run: [`lower`](mod@lower) makes it, with the [`stage`] of each rule;
//! [`share`](mod@share) has values computed once; [`outline`](mod@outline) makes functions of what several rules say; [`fuse`](mod@fuse) decides which rules a node is given to.

pub mod fuse;
pub mod lower;
pub mod order;
pub mod outline;
pub mod share;
pub mod stage;
