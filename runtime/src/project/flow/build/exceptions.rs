//! Exceptions: what a handler takes, and which class is raised.

use super::super::skeleton::{Handler, Raised};
use super::BodyBuild;
use crate::segment::graph::{Op, ValueId};
use crate::segment::interface::OwnedPath;
use crate::syntax::tree::Range;

impl BodyBuild<'_, '_> {
    pub(super) fn caught(&mut self, at: u32, classes: &[ValueId], is_group: bool, protects: Range) {
        let classes = match classes {
            [] => None,
            classes => classes.iter().map(|&class| self.class_path(class)).collect::<Option<Vec<_>>>(),
        };
        let classes = classes.map(|classes| classes.into_iter().map(|path| self.of.names.cell(path)).collect());
        self.out.handlers.push(Handler { value: at, classes, is_group, protects });
    }

    /// The class of an exception that is raised.
    pub(super) fn raised_class(&mut self, value: ValueId) -> Option<Raised> {
        let (class, is_exact) = match self.op(value.0) {
            Op::Tested { value, .. } => return self.raised_class(*value),
            Op::Caught { classes, .. } => match **classes {
                [only] => (self.class_path(only)?, false),
                _ => return None,
            },
            Op::Call { callee, .. } if self.class_path(*callee).is_some_and(|path| self.is_exception(&path)) => {
                (self.class_path(*callee)?, true)
            }
            _ => (self.of.targets.class_of(self.of.file, self.place(value.0))?, false),
        };
        let class = self.of.names.cell(class);
        Some(Raised { class, is_exact })
    }

    /// The class is one of exceptions.
    pub(super) fn is_exception(&self, class: &OwnedPath) -> bool {
        let base = OwnedPath::Outside("builtins.BaseException".into());
        self.of.targets.is_subclass(class, &base) == Some(true)
    }

    /// The class that a value is.
    pub(super) fn class_path(&self, value: ValueId) -> Option<OwnedPath> {
        match self.op(value.0) {
            Op::Named(path) => Some(self.of.targets.canonical(path)),
            Op::Attribute { .. } => self.member_of_module(value),
            Op::Class(body) => {
                let rest = self.of.graph.bodies[body.0 as usize].qualname.clone();
                Some(OwnedPath::Project { module: self.of.file, rest })
            }
            _ => None,
        }
    }
}
