"""Holds the exchanges that the tests wrote down to the contract, docs/topics-api.yaml.

Every reply must be one the contract knows for its operation, with the headers and the body it promises. Every request
that was accepted must be one the contract allows, and every body refused with 422 one it forbids, so that neither is
stricter than the other. And every reply of the contract must have occurred, apart from those named below.
"""

import datetime
import json
import re
import sys
from urllib.parse import parse_qs, urlsplit

import jsonschema
import yaml

JSON = "application/json"
PROBLEM = "application/problem+json"

# Replies that no test provokes: a list that is busy or out of space is still read, the tests show; these stand for a
# disk that fails while it is read, and for a token file that cannot be read.
NOT_PROVOKED = {
    ("listTopics", "503"),
    ("readTopic", "503"),
    ("health", "503"),
}
# Before a request is understood far enough to know its operation.
WITHOUT_OPERATION = {400, 404, 405, 408, 414, 431}
# Its head may name one by then, and still be refused as a head.
HEAD_REFUSED = {408, 414, 431}

formats = jsonschema.FormatChecker()


@formats.checks("date", raises=ValueError)
def is_date(value):
    return not isinstance(value, str) or datetime.date.fromisoformat(value) is not None


@formats.checks("date-time", raises=ValueError)
def is_instant(value):
    return not isinstance(value, str) or datetime.datetime.strptime(value[:19], "%Y-%m-%dT%H:%M:%S") is not None


class Contract:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.document = yaml.safe_load(file)
        self.resolver = jsonschema.RefResolver("", self.document)
        self.operations = []
        for template, item in self.document["paths"].items():
            pattern = re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]*)", template) + r"\Z")
            for method in ("get", "put", "delete"):
                if method in item:
                    self.operations.append((method.upper(), pattern, item, item[method]))
        for schema in self.document["components"]["schemas"].values():
            jsonschema.Draft202012Validator.check_schema(schema)

    def follow(self, node):
        while "$ref" in node:
            node = self.resolver.resolve(node["$ref"])[1]
        return node

    def faults(self, schema, value):
        validator = jsonschema.Draft202012Validator(schema, resolver=self.resolver, format_checker=formats)
        return [f"{'/'.join(map(str, error.path))}: {error.message[:200]}" for error in validator.iter_errors(value)]

    def find(self, method, path):
        for known, pattern, item, operation in self.operations:
            match = pattern.match(path)
            if match and known == method:
                return item, operation, match.groupdict()
        return None

    def parameters(self, item, operation):
        return [self.follow(each) for each in item.get("parameters", []) + operation.get("parameters", [])]

    def bad_parameters(self, item, operation, variables, query, headers):
        bad = []
        for parameter in self.parameters(item, operation):
            name = parameter["name"]
            value = {"path": variables, "query": query, "header": headers}[parameter["in"]].get(
                name if parameter["in"] != "header" else name.lower())
            if value is None:
                continue
            schema = self.follow(parameter["schema"])
            if schema.get("type") == "integer" and re.fullmatch(r"-?\d+", value):
                value = int(value)
            if self.faults(schema, value):
                bad.append(name)
        return bad


def lower(headers):
    return {name.lower(): value for name, value in headers.items()}


def parsed(text):
    try:
        return json.loads(text)
    except ValueError:
        return None


def reply_faults(contract, operation, exchange):
    status = str(exchange["status"])
    if status not in operation["responses"]:
        return [f"{status} is not in the contract"]
    response = contract.follow(operation["responses"][status])
    faults = []
    headers = lower(exchange["headers"])
    for name, header in response.get("headers", {}).items():
        header = contract.follow(header)
        value = headers.get(name.lower())
        if value is None:
            if header.get("required"):
                faults.append(f"header {name} is missing")
        else:
            faults += [f"header {name}: {fault}" for fault in contract.faults(header["schema"], value)]
    content = response.get("content")
    if content is None:
        return faults + (["a body that the contract does not know"] if exchange["body"] else [])
    (kind, media), = content.items()
    if headers.get("content-type") != kind:
        return faults + [f"content type {headers.get('content-type')} instead of {kind}"]
    return faults + contract.faults(media["schema"], parsed(exchange["body"]))


def request_faults(contract, item, operation, variables, exchange):
    parts = urlsplit(exchange["target"])
    query = {name: values[0] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
    headers = lower(exchange["request_headers"])
    bad = contract.bad_parameters(item, operation, variables, query, headers)
    body_faults = []
    if "requestBody" in operation:
        schema = operation["requestBody"]["content"][JSON]["schema"]
        body_faults = contract.faults(schema, parsed(exchange["request_body"]))
    status = exchange["status"]
    if status < 300 and (bad or body_faults):
        return [f"accepted although the contract forbids it: {bad + body_faults}"]
    if status == 422 and not body_faults:
        where = parsed(exchange["body"]).get("where")
        return [] if where == "id" else [f"{where} refused although the contract allows it"]
    if status == 400:
        where = parsed(exchange["body"]).get("where")
        if where not in (None, "path", "Content-Length") and where not in bad and headers.keys().isdisjoint({"if-match", "if-none-match"}):
            return [f"{where} refused although the contract allows it"]
    return []


def general_faults(contract, exchange, statuses):
    headers = lower(exchange["headers"])
    if exchange["status"] not in statuses or headers.get("content-type") != PROBLEM:
        return [f"{exchange['status']} without an operation"]
    if exchange["status"] == 405 and not headers.get("allow"):
        return ["405 without Allow"]
    if exchange["method"] == "HEAD":
        return []
    problem = contract.document["components"]["schemas"]["Problem"]
    faults = contract.faults(problem, parsed(exchange["body"]))
    return faults or ([] if parsed(exchange["body"])["status"] == exchange["status"] else ["status and body disagree"])


def check(contract, exchange, seen):
    path = urlsplit(exchange["target"]).path
    found = contract.find(exchange["method"], path)
    if not found:
        return general_faults(contract, exchange, WITHOUT_OPERATION)
    item, operation, variables = found
    if exchange["status"] in HEAD_REFUSED and str(exchange["status"]) not in operation["responses"]:
        return general_faults(contract, exchange, HEAD_REFUSED)
    seen.add((operation["operationId"], str(exchange["status"])))
    return reply_faults(contract, operation, exchange) + request_faults(contract, item, operation, variables, exchange)


def main(contract_path, exchanges_path):
    contract = Contract(contract_path)
    seen, faulty, total = set(), 0, 0
    with open(exchanges_path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            exchange = json.loads(line)
            total += 1
            for fault in check(contract, exchange, seen):
                faulty += 1
                if faulty <= 20:
                    print(f"{exchanges_path}:{number}: {exchange['method']} {exchange['target']} -> {exchange['status']}: {fault}")
    promised = {(operation["operationId"], status) for *_, operation in contract.operations for status in operation["responses"]}
    missing = sorted(promised - seen - NOT_PROVOKED)
    for operation, status in missing:
        print(f"no test has seen {operation} answer {status}")
    for operation, status in sorted(seen & NOT_PROVOKED):
        print(f"{operation} {status} is provoked by now: take it out of NOT_PROVOKED")
    print(f"{total} exchanges, {len(seen)} of {len(promised)} replies of the contract, {faulty} faults")
    return 1 if faulty or missing or seen & NOT_PROVOKED or not total else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
