//! From the folder of a virtual environment, or the interpreter in it, to the files of installed modules. Only names and
//! times of files are looked at, and the text of what somebody asks for.

use std::fs;
use std::path::{Path, PathBuf};

/// An installed module.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Installed {
    /// Its file.
    pub path: PathBuf,
    /// It says its types: it is a stub, or its package has `py.typed`.
    pub is_typed: bool,
}

/// Why a path is no environment.
#[derive(thiserror::Error, Clone, PartialEq, Eq, Debug)]
pub enum NoEnvironment {
    /// There is nothing.
    #[error("there is no file or folder `{0}`")]
    Gone(String),
    /// It has no folder of installed packages.
    #[error("`{0}` is no Python environment: it has no folder `lib/python3.*/site-packages`")]
    Packages(String),
}

/// A Python environment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Environment {
    /// The folders of installed packages, in the order in which Python looks into them.
    roots: Vec<PathBuf>,
}

impl Environment {
    /// The environment at a path: its folder, the interpreter in it, or a folder of packages.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub fn at(path: &Path) -> Result<Environment, NoEnvironment> {
        let shown = || path.display().to_string();
        if !path.exists() {
            return Err(NoEnvironment::Gone(shown()));
        }
        // `bin/python` is a link to the interpreter that the environment was made with: its own place counts.
        let folder = if path.is_file() { path.parent().and_then(Path::parent) } else { Some(path) };
        let mut roots: Vec<PathBuf> = folder.map(packages_below).unwrap_or_default();
        if roots.is_empty() && path.file_name().is_some_and(|name| name == "site-packages" || name == "dist-packages") {
            roots.push(path.to_owned());
        }
        if roots.is_empty() { Err(NoEnvironment::Packages(shown())) } else { Ok(Environment { roots }) }
    }

    /// The environment that a project has with it: its folder `.venv`.
    pub fn of_project(root: &Path) -> Option<Environment> {
        let folder = root.join(".venv");
        folder.join("pyvenv.cfg").is_file().then(|| Environment::at(&folder).ok()).flatten()
    }

    /// The file of a module: stubs before code.
    pub fn find(&self, name: &str) -> Option<Installed> {
        let is_plain =
            name.split('.').all(|part| part.chars().all(|c| c.is_alphanumeric() || c == '_') && !part.is_empty());
        if !is_plain {
            return None;
        }
        let (package, rest) = name.split_once('.').map_or((name, None), |(package, rest)| (package, Some(rest)));
        let behind = rest.map(|rest| format!("/{}", rest.replace('.', "/"))).unwrap_or_default();
        self.roots.iter().find_map(|root| {
            let stubs = format!("{package}-stubs{behind}");
            let own = format!("{package}{behind}");
            let is_typed = root.join(package).join("py.typed").is_file();
            let candidates = [
                (format!("{stubs}/__init__.pyi"), true),
                (format!("{stubs}.pyi"), true),
                (format!("{own}/__init__.pyi"), true),
                (format!("{own}.pyi"), true),
                (format!("{own}/__init__.py"), is_typed),
                (format!("{own}.py"), is_typed),
            ];
            let found = candidates.into_iter().map(|(below, is_typed)| Installed { path: root.join(below), is_typed });
            found.into_iter().find(|found| found.path.is_file())
        })
    }

    /// The names of what is installed, as one imports it, sorted: packages and single modules.
    pub fn packages(&self) -> Vec<String> {
        let entries = self.roots.iter().flat_map(|root| fs::read_dir(root).into_iter().flatten().flatten());
        let names = entries.filter_map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            let stem =
                name.strip_suffix(".py").or_else(|| name.strip_suffix(".pyi")).or_else(|| name.strip_suffix("-stubs"));
            let name = stem.unwrap_or(&name).to_owned();
            self.find(&name).is_some().then_some(name)
        });
        let mut names: Vec<String> = names.collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The path of a file below the folder of packages in which it lies, as its module is called.
    pub fn below(&self, path: &Path) -> Option<String> {
        let below = self.roots.iter().find_map(|root| path.strip_prefix(root).ok())?;
        let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
        Some(parts.join("/").replacen("-stubs/", "/", 1))
    }

    /// Changes when packages are installed or removed.
    pub fn fingerprint(&self) -> String {
        let times = self.roots.iter().map(|root| {
            let changed = fs::metadata(root).and_then(|data| data.modified()).ok();
            format!("{} {changed:?}", root.display())
        });
        times.collect::<Vec<_>>().join("; ")
    }
}

/// The folders of packages in the folder of an environment.
fn packages_below(folder: &Path) -> Vec<PathBuf> {
    let mut roots = Vec::new();
    for lib in ["lib", "lib64", "Lib"] {
        let lib = folder.join(lib);
        let direct = lib.join("site-packages");
        let versions = fs::read_dir(&lib).into_iter().flatten().flatten().map(|entry| entry.path());
        let mut versions: Vec<PathBuf> = versions.filter(|path| is_python(path)).collect();
        versions.sort();
        let all = versions.into_iter().map(|version| version.join("site-packages")).chain([direct]);
        roots.extend(all.filter(|root| root.is_dir()));
    }
    // `lib64` is a link to `lib` in most environments.
    let mut seen = Vec::new();
    roots.retain(|root| {
        let real = root.canonicalize().unwrap_or_else(|_| root.clone());
        !seen.contains(&real) && {
            seen.push(real);
            true
        }
    });
    roots
}

fn is_python(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("python3"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_are_found_in_an_environment() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("lib/python3.13/site-packages");
        for file in ["plain.py", "typed/__init__.py", "typed/py.typed", "both/__init__.py", "both-stubs/part.pyi"] {
            let path = root.join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        fs::create_dir_all(folder.path().join("bin")).unwrap();
        fs::write(folder.path().join("bin/python"), "").unwrap();
        let by_folder = Environment::at(folder.path()).unwrap();
        assert_eq!(Environment::at(&folder.path().join("bin/python")).unwrap(), by_folder);
        assert_eq!(Environment::at(&root).unwrap(), by_folder);
        for (name, expected) in [
            ("plain", Some(("plain.py", false))),
            ("typed", Some(("typed/__init__.py", true))),
            ("both", Some(("both/__init__.py", false))),
            ("both.part", Some(("both/part.py", true))),
            ("gone", None),
            ("..", None),
        ] {
            let found = by_folder.find(name);
            let shown = found.as_ref().map(|found| (by_folder.below(&found.path).unwrap(), found.is_typed));
            let shown = shown.map(|(path, is_typed)| (path.replace(".pyi", ".py"), is_typed));
            assert_eq!(shown, expected.map(|(path, is_typed)| (path.to_owned(), is_typed)), "{name}");
        }
        assert_eq!(by_folder.packages(), ["both", "plain", "typed"]);
    }

    #[test]
    fn what_is_no_environment_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let shown = folder.path().display().to_string();
        assert_eq!(Environment::at(folder.path()), Err(NoEnvironment::Packages(shown.clone())));
        assert_eq!(Environment::at(&folder.path().join("gone")), Err(NoEnvironment::Gone(format!("{shown}/gone"))));
    }
}
