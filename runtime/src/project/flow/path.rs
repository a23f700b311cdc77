//! Access paths: where in a value data lies, such as `.name`, `["key"]`, `[0]`, `[*]`.
//!
//! Data at a path is also in all that lies below it. A path is cut after [`MAX_LABELS`] labels, which makes it stand for
//! more; so there are finitely many.

mod labels;

use self::labels::{ANY, ANY_ATTRIBUTE, ATTRIBUTE, ENTRY, INDEX, KEY};
pub(super) use self::labels::{Label, LabelId, Labels};

/// Labels of a path: three of data, and one for what a function or generator holds.
pub(super) const MAX_LABELS: usize = 4;

/// Where in a value data lies; empty for the value itself.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub(super) struct Path {
    labels: [LabelId; MAX_LABELS],
}

impl Path {
    /// The value itself.
    pub(super) const WHOLE: Path = Path { labels: [LabelId::NONE; MAX_LABELS] };

    /// There is no label.
    pub(super) fn is_whole(self) -> bool {
        self.labels[0] == LabelId::NONE
    }

    /// Its first label.
    pub(super) fn first(self) -> Option<LabelId> {
        Some(self.labels[0]).filter(|&label| label != LabelId::NONE)
    }

    /// The path with other labels in the places of some.
    pub(super) fn with(mut self, mut other: impl FnMut(LabelId) -> LabelId) -> Path {
        self.labels.iter_mut().take_while(|label| **label != LabelId::NONE).for_each(|label| *label = other(*label));
        self
    }

    /// Its labels.
    pub(super) fn labels(&self) -> impl Iterator<Item = LabelId> + '_ {
        self.labels.iter().copied().take_while(|&label| label != LabelId::NONE)
    }

    /// What follows the first label.
    pub(super) fn rest(self) -> Path {
        let mut labels = [LabelId::NONE; MAX_LABELS];
        labels[..MAX_LABELS - 1].copy_from_slice(&self.labels[1..]);
        Path { labels }
    }

    /// The path with a label before it, and whether one was cut off at its end.
    pub(super) fn below(self, label: LabelId) -> (Path, bool) {
        let mut labels = [label; MAX_LABELS];
        labels[1..].copy_from_slice(&self.labels[..MAX_LABELS - 1]);
        (Path { labels }, self.labels[MAX_LABELS - 1] != LabelId::NONE)
    }

    /// Where the data is in what a read by that label gives; none when it is elsewhere.
    fn read(self, label: LabelId) -> Option<Path> {
        match self.first() {
            None if label.is_held() => None,
            None => Some(self),
            Some(first) if label.reads(first) => Some(self.rest()),
            // A method takes along what its object, or the class of it, took along.
            Some(first) if first.is_held() && matches!(label.ungiven().kind(), ATTRIBUTE | ANY_ATTRIBUTE) => Some(self),
            Some(_) => None,
        }
    }

    /// The path cut behind its first label of data, which stands for all that lies below it.
    pub(super) fn shortened(self) -> Path {
        let n_kept = self.labels().take_while(|label| label.is_held()).count() + 1;
        self.cut_to(n_kept)
    }

    /// The paths above it, the longest first, that stand for it: what is held is not data of what holds it.
    pub(super) fn above(self) -> impl Iterator<Item = Path> {
        let n_labels = self.labels().count();
        let n_data = self.labels.iter().take(n_labels).rev().take_while(|label| !label.is_held()).count();
        (n_labels - n_data..n_labels).rev().map(move |n| self.cut_to(n))
    }

    fn cut_to(mut self, n_labels: usize) -> Path {
        self.labels.iter_mut().skip(n_labels).for_each(|label| *label = LabelId::NONE);
        self
    }

    /// It leads through elements only, or to what an exception carries.
    pub(super) fn is_content(self) -> bool {
        self.labels().all(|label| label.is_item() || label == LabelId::ARGS)
    }
}

/// How the place of data in one value becomes its place in another one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Transfer {
    /// Labels that are read, in that order.
    pub(super) read: [Option<LabelId>; 2],
    /// What is left of it is handed on so.
    pub(super) how: Handing,
    /// Labels that are put before it; the first stays first.
    pub(super) put: [Option<LabelId>; 2],
}

/// How data is handed on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Handing {
    /// As it is.
    #[default]
    Same,
    /// What is made of it, from its content too.
    Derived,
    /// Its elements, in another order or at other places.
    Elements,
    /// Its entries and nothing but them, under their keys.
    Entries,
    /// As [`Handing::Entries`], into something that is there already: of what is data as a whole, entries whose keys are not known.
    IntoEntries,
    /// It, without its elements.
    Itself,
    /// What lies deeper in it than its own attributes and entries.
    Deep,
    /// As [`Handing::Entries`], but where it may be a sequence of pairs no part of these.
    Mapping,
    /// Its attributes, as entries of the same names.
    Attributes,
    /// Its entries, as attributes of the same names.
    Fields,
    /// What it took along, not what it is.
    Held,
}

impl Transfer {
    /// As it is.
    pub(super) const SAME: Transfer = Transfer { read: [None; 2], how: Handing::Same, put: [None; 2] };
    /// Something is made of it.
    pub(super) const DERIVED: Transfer = Transfer { how: Handing::Derived, ..Transfer::SAME };
    /// Its elements, at other places.
    pub(super) const ELEMENTS: Transfer = Transfer { how: Handing::Elements, ..Transfer::SAME };

    /// What it took along.
    pub(super) const HELD: Transfer = Transfer { how: Handing::Held, ..Transfer::SAME };

    /// What lies under a label.
    pub(super) fn read(label: LabelId) -> Transfer {
        Transfer { read: [Some(label), None], ..Transfer::SAME }
    }

    /// It comes to lie under a label.
    pub(super) fn put(label: LabelId) -> Transfer {
        Transfer { put: [Some(label), None], ..Transfer::SAME }
    }

    /// It comes to lie under a label as well.
    pub(super) fn then_put(self, label: LabelId) -> Transfer {
        Transfer { put: [Some(label), self.put[0]], ..self }
    }

    /// From what is written into the result back to where it then lies in the value.
    pub(super) fn back(self) -> Transfer {
        let known =
            |label: Option<LabelId>| label.map(|label| if label == LabelId::EACH { LabelId::ANY } else { label });
        let how = match self.how {
            Handing::Attributes => Handing::Fields,
            Handing::Fields => Handing::Attributes,
            how => how,
        };
        Transfer { read: self.put, how, put: self.read.map(known) }
    }

    /// Where data at a path arrives; none when it does not. Counts paths that are cut.
    pub(super) fn apply(self, mut path: Path, n_cut: &mut u64) -> Option<Path> {
        for label in self.read.into_iter().flatten() {
            path = path.read(label)?;
        }
        path = match self.how {
            Handing::Same => path,
            Handing::Derived if path.is_content() => Path::WHOLE,
            Handing::Derived => return None,
            Handing::Elements => match path.first() {
                None => path,
                // A loop over a dictionary gives its keys.
                Some(label) if label.is_item() && !matches!(label.kind(), KEY | ENTRY) => {
                    path.rest().below(LabelId::ANY).0
                }
                Some(_) => return None,
            },
            Handing::Entries => match path.first() {
                Some(label) if !label.is_item() => return None,
                _ => path,
            },
            Handing::IntoEntries => match path.first() {
                Some(label) if !label.is_item() => return None,
                Some(_) => path,
                None => path.below(LabelId::ENTRY).0,
            },
            Handing::Itself if path.first().is_some_and(LabelId::is_item) => return None,
            Handing::Itself => path,
            Handing::Deep if path.rest().is_whole() => return None,
            Handing::Deep => path,
            Handing::Mapping => match (path.first(), path.rest().first()) {
                (Some(label), _) if !label.is_item() => return None,
                (Some(label), Some(part)) if matches!(label.kind(), ANY | INDEX) && part.kind() == INDEX => {
                    return None;
                }
                _ => path,
            },
            Handing::Held if path.first().is_some_and(LabelId::is_held) => path,
            Handing::Held => return None,
            Handing::Attributes => match path.first() {
                Some(label) => path.rest().below(label.as_key()?).0,
                None => path,
            },
            Handing::Fields => match path.first() {
                Some(label) => path.rest().below(label.as_attribute()?).0,
                None => path,
            },
        };
        for label in self.put.into_iter().rev().flatten() {
            let (longer, is_cut) = path.below(label);
            *n_cut += u64::from(is_cut);
            path = longer;
        }
        Some(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_find_what_was_stored() {
        let mut labels = Labels::default();
        let mut id = |text: &str| match text {
            "*" => LabelId::ANY,
            "each" => LabelId::EACH,
            text if text.starts_with('.') => labels.id(Label::Attribute(text[1..].into())),
            text => match text.parse() {
                Ok(index) => labels.id(Label::Index(index)),
                Err(_) => labels.id(Label::Key(text.into())),
            },
        };
        let cases = [
            (".a", ".a", true),
            (".a", ".b", false),
            (".a", "a", false),
            ("0", "0", true),
            ("0", "1", false),
            ("-1", "1", true),
            ("*", "k", true),
            ("k", "*", true),
            ("each", "k", false),
            ("each", "3", true),
            (".args", ".args", true),
        ];
        for (read, stored, is_found) in cases {
            let path = Path::WHOLE.below(id(stored)).0;
            let found = Transfer::read(id(read)).apply(path, &mut 0);
            assert_eq!(found, is_found.then_some(Path::WHOLE), "{read} of {stored}");
        }
        let mut n_cut = 0;
        let deep = (0..6).fold(Path::WHOLE, |path, _| Transfer::put(LabelId::ANY).apply(path, &mut n_cut).unwrap());
        assert_eq!((deep.labels().count(), n_cut), (MAX_LABELS, 2));
    }
}
