//! Compiles every `.rules` file of this crate into one matcher, in the build's output folder.

fn main() {
    // The build script of a pack finds it as `DEP_AUD_RULES_CATALOGUE_RULES`, wherever Cargo has put this crate.
    println!("cargo::metadata=rules={}", env!("CARGO_MANIFEST_DIR"));
    aud_rules_codegen::Builder::new(".").generate();
}
