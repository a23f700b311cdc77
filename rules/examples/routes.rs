//! Lists the routes of an indexed project, and the calls in the files that define them, without SQL.
//!
//! `cargo run -p aud-rules-catalogue --example routes -- path/to/project/.aud/index.db`

use std::error::Error;
use std::path::Path;

use aud_rules_catalogue::rows::Tables;
use aud_rules_runtime::output::rows::Database;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args_os().nth(1).ok_or("name a database")?;
    let database = Database::open(Path::new(&path))?;
    let mut calls = database.calls()?;
    for route in database.python_routes()?.all()? {
        let route = route?;
        let pattern = route.pattern.as_deref().unwrap_or("?");
        println!("{}:{}: {} {pattern}", route.file, route.line, route.method);
        for call in calls.in_file(&route.file)? {
            let call = call?;
            if route.handler == call.scope {
                println!("    calls {} on line {}", call.callee, call.line);
            }
        }
    }
    Ok(())
}
