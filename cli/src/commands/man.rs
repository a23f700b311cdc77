//! `aud-rules man`: from the command line's own description to a man page, with one section for each subcommand.

use std::io::{self, Write};

use clap::CommandFactory;
use clap_mangen::Man;

use crate::args::Args;
use crate::exit::{Exit, Failure, write_output};

/// Runs the command.
pub(crate) fn run() -> Result<Exit, Failure> {
    write_output(|output| Ok(write_page(output)?))?;
    Ok(Exit::Done)
}

fn write_page(mut output: &mut dyn Write) -> io::Result<()> {
    let mut command = Args::command();
    command.build();
    let page = Man::new(command.clone());
    page.render_title(&mut output)?;
    page.render_name_section(&mut output)?;
    page.render_synopsis_section(&mut output)?;
    page.render_description_section(&mut output)?;
    page.render_options_section(&mut output)?;
    for subcommand in command.get_subcommands().filter(|subcommand| subcommand.get_name() != "help") {
        writeln!(output, ".SH AUD\\-RULES {}", subcommand.get_name().to_uppercase())?;
        let page = Man::new(subcommand.clone());
        let mut section = Vec::new();
        page.render_description_section(&mut section)?;
        page.render_synopsis_section(&mut section)?;
        page.render_options_section(&mut section)?;
        // The generator knows one level of headings.
        output.write_all(String::from_utf8_lossy(&section).replace("\n.SH ", "\n.SS ").as_bytes())?;
    }
    page.render_extra_section(&mut output)?;
    page.render_version_section(&mut output)
}
