//! What is known of libraries: the stubs that the program brings with it, those of rule packs, and what is installed in the
//! environment of the project.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use aud_rules_catalogue::LIBRARY_FILES;
use aud_rules_codegen::source::rule_files::RuleFiles;
use aud_rules_runtime::dataflow::alone::graph_of_stub;
use aud_rules_runtime::project::environment::Environment;
use aud_rules_runtime::project::libraries::Libraries;
use aud_rules_runtime::project::values::known::LibraryNames;

use crate::exit::Failure;

/// The stubs that the program brings with it: paths and texts.
fn own_stubs() -> Vec<(String, String)> {
    LIBRARY_FILES.iter().map(|&(path, text)| (path.to_owned(), text.to_owned())).collect()
}

/// What these tell of names; each stub is read when somebody asks for a name of it first.
pub(crate) fn names_of_libraries() -> &'static LibraryNames<'static> {
    static LIBRARIES: LazyLock<Libraries> = LazyLock::new(|| Libraries::new(own_stubs(), Box::new(graph_of_stub)));
    static NAMES: LazyLock<LibraryNames<'static>> = LazyLock::new(|| LibraryNames::of(&LIBRARIES));
    &NAMES
}

/// What stubs tell, those of the program and those of the packs, whatever is installed.
///
/// # Errors
///
/// When a stub can not be read.
pub(crate) fn described(packs: &[PathBuf]) -> Result<Libraries, Failure> {
    let mut stubs = own_stubs();
    for folder in packs.iter().filter(|path| path.is_dir()) {
        stubs.extend(RuleFiles::read_stubs(folder).map_err(Failure::misuse)?.files);
    }
    Ok(Libraries::new(stubs, Box::new(graph_of_stub)))
}

/// The libraries of a run: `packs` are the paths of its rule files, `python` is the environment that the user named, `root`
/// the folder of the project, whose `.venv` counts when the user named none.
///
/// # Errors
///
/// When a stub can not be read, or what the user named is no environment.
pub(crate) fn load(packs: &[PathBuf], python: Option<&Path>, root: &Path) -> Result<Libraries, Failure> {
    let libraries = described(packs)?;
    let environment = match python {
        Some(path) => Some(Environment::at(path).map_err(|error| {
            Failure::misuse(error)
                .with_help("name the folder of a virtual environment, or the interpreter in it".to_owned())
        })?),
        None => Environment::of_project(root),
    };
    Ok(match environment {
        Some(environment) => libraries.with_environment(environment),
        None => libraries,
    })
}
