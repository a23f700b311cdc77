//! Compiles every `.rules` file of this crate into one matcher, in the build's output folder.

use std::env;

fn main() {
    // Said by the build script of the catalogue. Without it, the pack could not name what the catalogue declares.
    let catalogue = env::var("DEP_AUD_RULES_CATALOGUE_RULES").expect("the pack depends on it");
    let builder = aud_rules_codegen::Builder::new(".");
    builder.library("catalogue", catalogue).generate();
}
