"""Holds the exchanges that the tests wrote down to contract.yaml: every request of ours, and every reply of the stand-in
for Trello. Every operation of the contract must have occurred. Usage: check_contract.py CONTRACT EXCHANGES
"""

import datetime
import json
import re
import sys

import jsonschema
import yaml

ERRORS = {400, 401, 404, 429}
SECRETS = {"key", "token"}

formats = jsonschema.FormatChecker()


@formats.checks("date-time", raises=ValueError)
def is_instant(value):
    return not isinstance(value, str) or datetime.datetime.strptime(value, "%Y-%m-%dT%H:%M:%S.%fZ") is not None


def nullable(node):
    """OpenAPI 3.0's way of saying "or null", in JSON Schema's."""
    if isinstance(node, dict):
        node = {name: nullable(value) for name, value in node.items()}
        if node.pop("nullable", False):
            node["type"] = [node["type"], "null"]
    elif isinstance(node, list):
        node = [nullable(each) for each in node]
    return node


class Contract:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.document = nullable(yaml.safe_load(file))
        self.resolver = jsonschema.RefResolver("", self.document)
        self.operations = {}
        for template, item in self.document["paths"].items():
            pattern = re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]*)", template) + r"\Z")
            for method, operation in item.items():
                self.operations[(method.upper(), template)] = (pattern, operation)

    def find(self, method, path):
        for name, (pattern, operation) in self.operations.items():
            match = pattern.match(path)
            if match and name[0] == method:
                return name, operation, match.groupdict()
        return None

    def faults(self, schema, value, where):
        validator = jsonschema.Draft7Validator(schema, resolver=self.resolver, format_checker=formats)
        return [f"{where} {'/'.join(map(str, error.path))}: {error.message[:160]}" for error in validator.iter_errors(value)]


def typed(schema, text):
    if schema.get("type") == "integer" and re.fullmatch(r"-?\d+", text):
        return int(text)
    if schema.get("type") == "boolean" and text in ("true", "false"):
        return text == "true"
    return text


def request_faults(contract, operation, variables, exchange):
    query = {name: value for name, value in exchange["query"].items() if name not in SECRETS}
    faults = [f"{name} is not sent" for name in SECRETS if name not in exchange["query"]]
    body = json.loads(exchange["request_body"]) if exchange["request_body"] else None
    in_body = {}
    for parameter in operation.get("parameters", []):
        name, schema = parameter["name"], parameter["schema"]
        given = variables if parameter["in"] == "path" else query
        if name not in given and parameter.get("x-or-in-body") and body and name in body:
            given = in_body = {name: body[name]}
        value = given.pop(name, None)
        if value is not None:
            faults += contract.faults(schema, typed(schema, value), name)
        elif parameter.get("required"):
            faults.append(f"{name} is missing")
    faults += [f"{name} is not in the contract" for name in query]
    if "requestBody" in operation:
        schema = operation["requestBody"]["content"]["application/json"]["schema"]
        faults += contract.faults(schema, body, "body")
    elif body is not None and not (set(body) <= {p["name"] for p in operation["parameters"] if p.get("x-or-in-body")}):
        faults.append("a body that the contract does not know")
    return faults


def reply_faults(contract, operation, exchange):
    if exchange["status"] in ERRORS:
        return [] if exchange["body"] else ["an error without a word"]
    reply = operation["responses"].get(str(exchange["status"]))
    if not reply:
        return [f"{exchange['status']} is not in the contract"]
    if not exchange["content_type"].startswith("application/json"):
        return [f"content type {exchange['content_type']}"]
    return contract.faults(reply["content"]["application/json"]["schema"], json.loads(exchange["body"]), "reply")


def main(contract_path, exchanges_path):
    contract = Contract(contract_path)
    seen, faulty, total = set(), 0, 0
    with open(exchanges_path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            exchange = json.loads(line)
            total += 1
            found = contract.find(exchange["method"], exchange["path"])
            if found:
                name, operation, variables = found
                seen.add(name)
                faults = request_faults(contract, operation, variables, exchange) + reply_faults(contract, operation, exchange)
            else:
                faults = ["not in the contract"]
            faulty += len(faults)
            for fault in faults[:20]:
                print(f"exchange {number}: {exchange['method']} {exchange['path']} -> {exchange['status']}: {fault}")
    missing = sorted(set(contract.operations) - seen)
    for method, template in missing:
        print(f"no test has sent {method} {template}")
    print(f"{total} exchanges, {len(seen)} of {len(contract.operations)} operations, {faulty} faults")
    return 1 if faulty or missing or not total else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
