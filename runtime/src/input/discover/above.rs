//! From the indexed root to the directories above it that names of modules are counted through: of a root that is itself
//! a package, or lies in one, those of its packages; of one below the `src` of a project, those below that.
//!
//! So `app` alone has the modules that it has in the project around it: `app.views`, and not `views`.

use std::path::Path;

/// Files of which one stands where a project begins.
pub const PROJECT_MARKERS: [&str; 4] = ["pyproject.toml", "setup.py", "setup.cfg", ".git"];

/// The directories from the one that modules are counted from down to the root, the root last; none when it is the root
/// that they are counted from.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Above {
    /// Their names, from the outermost.
    pub directories: Vec<String>,
    /// So many of them, the last ones, are packages.
    pub n_packages: usize,
}

impl Above {
    /// What is above the root, as the file system has it.
    pub(super) fn of(root: &Path) -> Self {
        let packages: Vec<&Path> = root.ancestors().take_while(|directory| is_package(directory)).collect();
        let outer = packages.last().map_or(root, |outermost| outermost.parent().unwrap_or(outermost));
        let base = source_root(outer).unwrap_or(outer);
        let below = root.strip_prefix(base).unwrap_or(Path::new(""));
        let directories: Vec<String> = below.iter().map(|name| name.to_string_lossy().into_owned()).collect();
        let n_packages = packages.len().min(directories.len());
        Above { directories, n_packages }
    }

    /// The way down to the root, with `/`; empty when there is none.
    pub fn place(&self) -> String {
        self.directories.join("/")
    }

    /// The places of those that are packages.
    pub fn packages(&self) -> impl Iterator<Item = String> + '_ {
        let n_plain = self.directories.len() - self.n_packages;
        (n_plain + 1..=self.directories.len()).map(|n| self.directories[..n].join("/"))
    }
}

fn is_package(directory: &Path) -> bool {
    ["__init__.py", "__init__.pyi"].iter().any(|name| directory.join(name).is_file())
}

/// The directory `src` of a project that a directory is or lies in, when no other project begins on the way to it.
fn source_root(directory: &Path) -> Option<&Path> {
    let begins = |directory: &Path| PROJECT_MARKERS.iter().any(|marker| directory.join(marker).exists());
    for above in directory.ancestors() {
        if above.file_name().is_some_and(|name| name == "src") {
            return above.parent().is_some_and(begins).then_some(above);
        }
        if begins(above) {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn names_are_counted_through_packages_and_below_sources() {
        let folder = tempfile::tempdir().unwrap();
        for file in [
            "app/__init__.py",
            "app/sub/__init__.pyi",
            "app/sub/plain/work.py",
            "shop/pyproject.toml",
            "shop/src/ns/part/__init__.py",
            "shop/src/own/setup.py",
            "shop/src/own/tool/__init__.py",
            "loose/src/thing/work.py",
        ] {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        for (root, place, packages) in [
            ("", "", vec![]),
            ("app", "app", vec!["app"]),
            ("app/sub", "app/sub", vec!["app", "app/sub"]),
            ("app/sub/plain", "", vec![]),
            ("shop", "", vec![]),
            ("shop/src", "", vec![]),
            ("shop/src/ns", "ns", vec![]),
            ("shop/src/ns/part", "ns/part", vec!["ns/part"]),
            ("shop/src/own", "", vec![]),
            ("shop/src/own/tool", "tool", vec!["tool"]),
            ("loose/src/thing", "", vec![]),
        ] {
            let above = Above::of(&folder.path().join(root));
            assert_eq!(
                (above.place(), above.packages().collect::<Vec<_>>()),
                (place.to_owned(), packages.into_iter().map(str::to_owned).collect()),
                "{root}"
            );
        }
    }
}
