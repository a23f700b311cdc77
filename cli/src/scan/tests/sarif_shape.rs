//! The members of SARIF 2.1.0 that we write, against what the standard requires.
//!
//! The published schema is not copied here: the tables below say in our own words what sections 3.13 to 3.52 of the standard
//! require of the objects that we write, which other members these may have, and of which type each is. No object may have
//! a member that its table lacks, as in the schema.

use serde_json::Value;

use super::scanned;
use crate::scan::finding::Standing;
use crate::scan::format::sarif;

/// What a member holds.
#[derive(Clone, Copy, Debug)]
enum Type {
    Text,
    /// A whole number, not below that.
    Number(i64),
    Truth,
    /// One of these words.
    Word(&'static [&'static str]),
    Object(&'static Shape),
    List(&'static Type),
    /// Any object.
    Bag,
}

/// What an object has.
#[derive(Debug)]
struct Shape {
    required: &'static [(&'static str, Type)],
    optional: &'static [(&'static str, Type)],
}

use Type::{Bag, List, Number, Object, Text, Truth, Word};

static DOCUMENT: Shape =
    Shape { required: &[("version", Word(&["2.1.0"])), ("runs", List(&Object(&RUN)))], optional: &[("$schema", Text)] };
static RUN: Shape = Shape {
    required: &[("tool", Object(&TOOL))],
    optional: &[
        ("invocations", List(&Object(&INVOCATION))),
        ("columnKind", Word(&["utf16CodeUnits", "unicodeCodePoints"])),
        ("results", List(&Object(&RESULT))),
    ],
};
static TOOL: Shape = Shape { required: &[("driver", Object(&COMPONENT))], optional: &[] };
static COMPONENT: Shape =
    Shape { required: &[("name", Text)], optional: &[("semanticVersion", Text), ("rules", List(&Object(&RULE)))] };
static RULE: Shape = Shape {
    required: &[("id", Text)],
    optional: &[
        ("shortDescription", Object(&MULTIFORMAT)),
        ("fullDescription", Object(&MULTIFORMAT)),
        ("help", Object(&MULTIFORMAT)),
        ("defaultConfiguration", Object(&CONFIGURATION)),
        ("properties", Object(&RULE_PROPERTIES)),
    ],
};
static MULTIFORMAT: Shape = Shape { required: &[("text", Text)], optional: &[("markdown", Text)] };
static CONFIGURATION: Shape = Shape { required: &[], optional: &[("level", LEVEL)] };
/// A property bag may have anything; GitHub reads these two.
static RULE_PROPERTIES: Shape = Shape { required: &[("tags", List(&Text))], optional: &[("security-severity", Text)] };
static INVOCATION: Shape = Shape { required: &[("executionSuccessful", Truth)], optional: &[] };
const LEVEL: Type = Word(&["none", "note", "warning", "error"]);
static RESULT: Shape = Shape {
    required: &[("message", Object(&MESSAGE))],
    optional: &[
        ("ruleId", Text),
        ("ruleIndex", Number(0)),
        ("level", LEVEL),
        ("locations", List(&Object(&LOCATION))),
        ("relatedLocations", List(&Object(&LOCATION))),
        ("partialFingerprints", Bag),
        ("codeFlows", List(&Object(&CODE_FLOW))),
        ("suppressions", List(&Object(&SUPPRESSION))),
        ("properties", Bag),
    ],
};
static MESSAGE: Shape = Shape { required: &[("text", Text)], optional: &[] };
static SUPPRESSION: Shape = Shape {
    required: &[("kind", Word(&["inSource", "external"]))],
    optional: &[("status", Word(&["accepted", "underReview", "rejected"])), ("justification", Text)],
};
static CODE_FLOW: Shape = Shape { required: &[("threadFlows", List(&Object(&THREAD_FLOW)))], optional: &[] };
static THREAD_FLOW: Shape = Shape { required: &[("locations", List(&Object(&STEP)))], optional: &[] };
static STEP: Shape = Shape {
    required: &[],
    optional: &[
        ("location", Object(&LOCATION)),
        ("kinds", List(&Text)),
        ("importance", Word(&["important", "essential", "unimportant"])),
    ],
};
static LOCATION: Shape = Shape {
    required: &[],
    optional: &[
        ("id", Number(0)),
        ("physicalLocation", Object(&PHYSICAL)),
        ("logicalLocations", List(&Object(&LOGICAL))),
        ("message", Object(&MESSAGE)),
    ],
};
static LOGICAL: Shape = Shape { required: &[], optional: &[("fullyQualifiedName", Text)] };
static PHYSICAL: Shape =
    Shape { required: &[("artifactLocation", Object(&ARTIFACT))], optional: &[("region", Object(&REGION))] };
static ARTIFACT: Shape = Shape { required: &[("uri", Text)], optional: &[("uriBaseId", Text)] };
static REGION: Shape = Shape {
    required: &[("startLine", Number(1))],
    optional: &[("startColumn", Number(1)), ("endLine", Number(1)), ("endColumn", Number(1))],
};

fn check_shape(shape: &Shape, value: &Value, at: &str) {
    let object = value.as_object().unwrap_or_else(|| panic!("{at} is no object"));
    for (name, _) in shape.required {
        assert!(object.contains_key(*name), "{at} has no `{name}`");
    }
    for (name, value) in object {
        let mut known = shape.required.iter().chain(shape.optional);
        let (_, ty) = known.find(|(known, _)| known == name).unwrap_or_else(|| panic!("{at} may not have `{name}`"));
        check_type(*ty, value, &format!("{at}.{name}"));
    }
}

fn check_type(ty: Type, value: &Value, at: &str) {
    match ty {
        Text => assert!(value.is_string(), "{at} is no text: {value}"),
        Number(least) => assert!(value.as_i64().is_some_and(|number| number >= least), "{at} is {value}"),
        Truth => assert!(value.is_boolean(), "{at} is no truth value: {value}"),
        Word(words) => assert!(value.as_str().is_some_and(|word| words.contains(&word)), "{at} is {value}"),
        Object(shape) => check_shape(shape, value, at),
        List(item) => {
            let items = value.as_array().unwrap_or_else(|| panic!("{at} is no list"));
            items.iter().enumerate().for_each(|(index, value)| check_type(*item, value, &format!("{at}[{index}]")));
        }
        Bag => assert!(value.is_object(), "{at} is no object: {value}"),
    }
}

fn document() -> Value {
    let mut output = Vec::new();
    sarif::write(&mut output, &scanned()).unwrap();
    serde_json::from_slice(&output).unwrap()
}

#[test]
fn the_document_has_the_shape_of_the_standard() {
    check_shape(&DOCUMENT, &document(), "document");
}

#[test]
fn results_lead_to_their_rules() {
    let document = document();
    let run = &document["runs"][0];
    let results = run["results"].as_array().unwrap();
    assert!(!results.is_empty());
    for result in results {
        let rule = &run["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
        assert_eq!(rule["id"], result["ruleId"]);
        let fingerprints = result["partialFingerprints"].as_object().unwrap();
        assert!(fingerprints.values().all(Value::is_string) && !fingerprints.is_empty());
        assert!(result["suppressions"].is_array(), "where one result has suppressions, each has");
    }
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let mut ids: Vec<&str> = rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), rules.len(), "ids are unique");
}

#[test]
fn flows_and_suppressions_are_told_as_the_standard_has_them() {
    let mut scanned = scanned();
    let n_flows = scanned.findings.iter().filter(|finding| finding.flow.is_some()).count();
    scanned.findings[0].standing = Standing::InBaseline;
    scanned.findings[1].standing = Standing::Ignored { reason: "a fixed list".to_owned() };
    let mut output = Vec::new();
    sarif::write(&mut output, &scanned).unwrap();
    let document: Value = serde_json::from_slice(&output).unwrap();
    check_shape(&DOCUMENT, &document, "document");
    let results = document["runs"][0]["results"].as_array().unwrap();
    let kinds: Vec<&Value> = results.iter().map(|result| &result["suppressions"][0]["kind"]).collect();
    assert_eq!(kinds[..3], [&Value::from("external"), &Value::from("inSource"), &Value::Null]);
    assert_eq!(results[1]["suppressions"][0]["justification"], "a fixed list");
    let with_flows: Vec<&Value> = results.iter().filter(|result| result["codeFlows"].is_array()).collect();
    assert_eq!(with_flows.len(), n_flows);
    assert!(n_flows > 0);
    for result in with_flows {
        let steps = result["codeFlows"][0]["threadFlows"][0]["locations"].as_array().unwrap();
        let last = steps.last().unwrap();
        assert_eq!((&steps[0]["kinds"][0], &last["kinds"][0]), (&Value::from("source"), &Value::from("sink")));
        assert_eq!(last["location"]["physicalLocation"], result["locations"][0]["physicalLocation"]);
    }
    let fingerprints: Vec<&Value> =
        results.iter().map(|result| &result["partialFingerprints"]["audRules/v1"]).collect();
    assert!(fingerprints.iter().all(|fingerprint| fingerprint.as_str().is_some_and(|text| !text.is_empty())));
}
