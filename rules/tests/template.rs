//! The template of a pack is used as its README says: copied elsewhere, pointed at this checkout, tested and run.
//!
//! Cargo works without the network, with the versions of this workspace, and into this workspace's target folder, so that
//! SQLite and the grammar are there already.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn checkout() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("this crate is a folder of the checkout")
}

/// Copies a folder, but for what a build has left in it; gives the number of files.
fn copy_folder(from: &Path, to: &Path) -> usize {
    fs::create_dir_all(to).unwrap();
    let mut n_files = 0;
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let name = entry.file_name();
        if !entry.file_type().unwrap().is_dir() {
            fs::copy(entry.path(), to.join(&name)).unwrap();
            n_files += 1;
        } else if name != "target" {
            n_files += copy_folder(&entry.path(), &to.join(&name));
        }
    }
    n_files
}

/// A copy of the template that takes its crates from this checkout, and their versions from the workspace.
fn new_pack() -> PathBuf {
    let pack = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pack");
    let _ = fs::remove_dir_all(&pack);
    assert!(copy_folder(&checkout().join("codegen/templates/pack"), &pack) > 5, "the template is gone");
    let manifest = fs::read_to_string(pack.join("Cargo.toml")).unwrap();
    assert_eq!(manifest.matches("= { path = \"../../../").count(), 3, "{manifest}");
    let root = checkout().display().to_string().replace('\\', "/");
    fs::write(pack.join("Cargo.toml"), manifest.replace("../../..", &root)).unwrap();
    fs::copy(checkout().join("Cargo.lock"), pack.join("Cargo.lock")).unwrap();
    pack
}

/// What Cargo says to a subcommand for the pack.
fn cargo(pack: &Path, subcommand: &str, arguments: &[&Path]) -> Output {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("it lies in the target folder");
    let mut command = Command::new(env!("CARGO"));
    command.args([subcommand, "--offline", "--quiet", "--manifest-path"]).arg(pack.join("Cargo.toml"));
    command.arg("--").args(arguments).current_dir(checkout()).env("CARGO_TARGET_DIR", target);
    // Nothing is edited here, so that notes for the next build would only cost time.
    command.env("CARGO_INCREMENTAL", "0");
    command.output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[track_caller]
fn assert_says(output: &Output, is_success: bool, wanted: &str) {
    let (said, told) = (text(&output.stdout), text(&output.stderr));
    assert_eq!(output.status.success(), is_success, "{said}\n{told}");
    assert!(said.contains(wanted), "`{wanted}` is not in\n{said}\n{told}");
}

#[test]
fn a_pack_made_from_the_template_is_tested_and_run() {
    let pack = new_pack();
    assert_says(&cargo(&pack, "test", &[]), true, "test result: ok. 8 passed; 0 failed");

    let (fixtures, database) = (pack.join("fixtures"), pack.join("facts.db"));
    let indexed = cargo(&pack, "run", &[&fixtures, &database]);
    assert_says(&indexed, true, "own_command_sink -> python_sinks: 1\n");
    assert_says(&indexed, true, "unverified_request -> own_unverified_tls: 1\n");
    assert!(database.is_file());

    let fixture = fixtures.join("verification.py");
    let wrong = fs::read_to_string(&fixture).unwrap() + "\nr.put(\"/\", verify=True)  # fact: own_unverified_tls\n";
    fs::write(&fixture, wrong).unwrap();
    assert_says(&cargo(&pack, "test", &[]), false, "7 passed; 1 failed");
}
