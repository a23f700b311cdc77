//! Rule files against what becomes of them: `plan/NAME.rules` -> `NAME.plan`, `emit/NAME.rules` -> `NAME.rs` and
//! `NAME.json`.
//!
//! `UPDATE_EXPECT=1 cargo test -p aud-rules-codegen --test goldens` writes the results anew.

use std::fs;
use std::path::{Path, PathBuf};

use aud_rules_codegen::compile::compile;
use aud_rules_codegen::diag::Color;
use aud_rules_codegen::emit::emit;
use aud_rules_codegen::source::SourceMap;
use aud_rules_plan::Plan;
use libtest_mimic::{Arguments, Trial};

fn main() {
    let plans = trials("plan", "plan", Plan::to_string);
    let modules = trials("emit", "rs", |plan| emit(plan, true));
    let declared = trials("emit", "json", |plan| plan.declared().to_json());
    libtest_mimic::run(&Arguments::from_args(), plans.into_iter().chain(modules).chain(declared).collect()).exit();
}

/// One test for each rule file of a folder.
fn trials(folder: &'static str, extension: &'static str, show: fn(&Plan) -> String) -> Vec<Trial> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|e| e == "rules"));
    files.sort();
    assert!(!files.is_empty(), "no rule files in tests/{folder}");
    let trial = |file: PathBuf| {
        let name = format!("{folder}/{}", file.file_stem().unwrap().display());
        Trial::test(name, move || {
            expect_test::expect_file![file.with_extension(extension)].assert_eq(&show(&plan_of(&file)?));
            Ok(())
        })
    };
    files.into_iter().map(trial).collect()
}

fn plan_of(file: &Path) -> Result<Plan, String> {
    let mut sources = SourceMap::default();
    let text = fs::read_to_string(file).map_err(|error| error.to_string())?;
    sources.add(file.file_name().unwrap().to_string_lossy(), text);
    match compile(&sources) {
        Ok(compiled) => Ok(compiled.plan),
        Err(found) => Err(found.render(&sources, Color::Never)),
    }
}
