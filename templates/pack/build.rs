//! Compiles every `.rules` file of this crate into one matcher, in the build's output folder.

fn main() {
    aud_rules_codegen::builder::Builder::new(".").generate();
}
