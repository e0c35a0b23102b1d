#!/usr/bin/env python3
"""Holds the sources to the rules of docs/architecture.md; prints file:line of every breach and fails when there is one.

    check_sources.py ROOT --qt-headers DIR
"""

import argparse
import sys

import rules_on_arrows, rules_on_calls, rules_on_forms, rules_on_names  # noqa: F401, E401 - each registers its rules
from house_table import read_table
from rule_book import RULES, House
from source_tree import Tree


def main():
    options = argparse.ArgumentParser()
    options.add_argument("root")
    options.add_argument("--qt-headers", required=True)
    given = options.parse_args()

    tree = Tree(given.root)
    try:
        rooms = read_table(tree.read("docs/architecture.md").text)
    except ValueError as error:
        sys.exit(str(error))
    if not tree.sources:
        sys.exit(f"{given.root}: found no sources to look at")
    house = House(tree, rooms, given.qt_headers)
    findings = sorted(finding for find in RULES.values() for finding in find(house))
    for finding in findings:
        print(finding)
    print(f"{len(tree.sources)} sources, {len(tree.forms)} forms, {len(RULES)} rules: {len(findings)} breaches")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
