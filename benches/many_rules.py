#!/usr/bin/env python3
"""Writes the rules of the catalogue many times over, each time under other names, to see how long so many compile.

    benches/many_rules.py N DIR

DIR gets N copies of every rule file of `rules/`, and then is a folder for `Builder`, e.g. in place of `rules/` in a copy
of this repository: `time cargo build --release -p aud-rules-catalogue` when everything else is built.
"""

import pathlib
import re
import sys

# What is named everywhere by its bare name.
SHARED = re.compile(r"^(?:set|predicate|define)\s+(\w+)", re.MULTILINE)
# A table where a rule fills it, and a rule or table where it is declared.
NAMED = [re.compile(r"^(rule \w+ -> )(\w+)", re.MULTILINE), re.compile(r"^(rule |table )(\w+)", re.MULTILINE)]
VIEW = re.compile(r'^(?:///[^\n]*\n)*view \w+ """.*?"""\n', re.MULTILINE | re.DOTALL)


def main():
    n_copies, target = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    rules = pathlib.Path(__file__).resolve().parent.parent / "rules"
    files = {path.relative_to(rules): path.read_text() for path in sorted(rules.glob("*/*.rules"))}
    names = {name for text in files.values() for name in SHARED.findall(text)}
    word = re.compile(r"(?<![\w.\"])(" + "|".join(sorted(names, key=len, reverse=True)) + r")(?![\w\":])")
    for copy in range(n_copies):
        for path, text in files.items():
            suffix = "" if copy == 0 else f"_{copy}"
            renamed = word.sub(lambda found: found.group(1) + suffix, text)
            for named in NAMED:
                renamed = named.sub(lambda found: found.group(0) + suffix, renamed)
            renamed = VIEW.sub("", renamed) if suffix else renamed
            out = target / path.parent / f"{path.stem}{suffix}.rules"
            out.parent.mkdir(parents=True, exist_ok=True)
            out.write_text(renamed)
    print(f"{n_copies * sum(len(re.findall(r'^rule ', text, re.MULTILINE)) for text in files.values())} rules")


main()
