//! From a name that is not there to those that were probably meant.

/// Names that are offered at most.
const MAX_OFFERED: usize = 3;

/// "did you mean ...?", when some of `known` are near `wrong`.
pub(crate) fn did_you_mean<'n>(wrong: &str, known: impl IntoIterator<Item = &'n str>) -> Option<String> {
    let offered: Vec<String> = nearest(wrong, known).into_iter().map(|name| format!("`{name}`")).collect();
    (!offered.is_empty()).then(|| format!("did you mean {}?", offered.join(" or ")))
}

/// The names of `known` that differ little from `wrong` or contain it, nearest first.
fn nearest<'n>(wrong: &str, known: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
    let wrong = wrong.to_lowercase();
    let most = (wrong.chars().count() / 3).max(2);
    let mut near: Vec<(usize, &str)> = known
        .into_iter()
        .filter_map(|name| {
            let distance = strsim::damerau_levenshtein(&wrong, &name.to_lowercase());
            let is_part = wrong.chars().count() > 2 && name.to_lowercase().contains(&wrong);
            (distance <= most || is_part).then_some((distance, name))
        })
        .collect();
    near.sort_unstable();
    near.dedup();
    near.into_iter().map(|(_, name)| name).take(MAX_OFFERED).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_offered() {
        let known = ["calls", "call_arguments", "files", "python_flask_hooks", "python_flask_apps", "symbols"];
        let check = |wrong: &str, expected: &[&str]| assert_eq!(nearest(wrong, known), expected, "{wrong}");
        check("cals", &["calls"]);
        check("CALLS", &["calls"]);
        check("flask", &["python_flask_apps", "python_flask_hooks"]);
        check("symbosl", &["symbols"]);
        check("orders", &[]);
    }
}
