"""Holds contract.yaml to Trello's own description: it may ask for less and promise more, never something else.
Usage: compare_contract.py CONTRACT PROJECT
"""

import json
import re
import sys

import yaml

from official import find_or_skip


class Description:
    def __init__(self, document):
        self.document = document
        self.paths = {re.sub(r"\{\w+\}", "{}", path): item for path, item in document["paths"].items()}

    def follow(self, node):
        while "$ref" in node:
            target = self.document
            for step in node["$ref"].lstrip("#/").split("/"):
                target = target[step]
            node = target
        return node

    def operation(self, method, path):
        item = self.paths.get(re.sub(r"\{\w+\}", "{}", path), {})
        operation = item.get(method)
        if operation is None:
            return None
        return {**operation, "parameters": item.get("parameters", []) + operation.get("parameters", [])}

    def kinds(self, schema):
        """The JSON types that a schema lets through; nothing = any."""
        schema = self.follow(schema)
        found = set()
        for each in schema.get("oneOf", []) + schema.get("anyOf", []):
            found |= self.kinds(each)
        if not found and "type" in schema:
            found = {schema["type"]}
        return {"number" if kind == "integer" else kind for kind in found}


def compare_schemas(ours, our, theirs, their, where):
    our, their = ours.follow(our), theirs.follow(their)
    mine, known = ours.kinds(our), theirs.kinds(their)
    faults = []
    if mine and known and not mine <= known:
        faults.append(f"{where}: {sorted(mine)} where Trello has {sorted(known)}")
    if "enum" in our and "enum" in their and not set(our["enum"]) <= set(their["enum"]) | {""}:
        faults.append(f"{where}: {our['enum']} where Trello has {their['enum']}")
    if "items" in our and "items" in their:
        faults += compare_schemas(ours, our["items"], theirs, their["items"], where + "[]")
    for name, schema in our.get("properties", {}).items():
        known_properties = their.get("properties")
        if known_properties is None:
            continue
        if schema.get("x-beyond"):
            continue
        if name not in known_properties:
            faults.append(f"{where}: Trello knows no {name}")
        else:
            faults += compare_schemas(ours, schema, theirs, known_properties[name], f"{where}.{name}")
    return faults


def compare_operations(ours, operation, theirs, known, where):
    faults = []
    names = {(each["in"], each["name"]): each for each in known["parameters"]}
    path_names = [each for each in known["parameters"] if each["in"] == "path"]
    for parameter in operation.get("parameters", []):
        if parameter["in"] == "path":
            continue  # only their order matters, and that is the path's
        counterpart = names.get(("query", parameter["name"]))
        if counterpart is None:
            if not parameter.get("x-nested"):  # described in Trello's guides, not in its description
                faults.append(f"{where}: Trello knows no parameter {parameter['name']}")
            continue
        faults += compare_schemas(ours, parameter["schema"], theirs, counterpart["schema"], f"{where} {parameter['name']}")
    sent = {each["name"] for each in operation.get("parameters", []) if each.get("required")}
    for each in known["parameters"]:
        if each["in"] == "query" and each.get("required") and each["name"] not in sent:
            faults.append(f"{where}: Trello wants {each['name']}")
    if len(path_names) != sum(each["in"] == "path" for each in operation.get("parameters", [])):
        faults.append(f"{where}: other path parameters")
    if "requestBody" in operation:
        body = known.get("requestBody")
        if not body:
            faults.append(f"{where}: Trello knows no body")
        else:
            faults += compare_schemas(ours, operation["requestBody"]["content"]["application/json"]["schema"], theirs,
                                      body["content"]["application/json"]["schema"], where + " body")
    for status, reply in operation["responses"].items():
        if status not in known["responses"]:
            faults.append(f"{where}: Trello knows no {status}")
            continue
        content = known["responses"][status].get("content")
        if content and not reply.get("x-differs"):
            faults += compare_schemas(ours, reply["content"]["application/json"]["schema"], theirs,
                                      content["application/json"]["schema"], f"{where} {status}")
    return faults


def main(contract_path, project):
    with open(find_or_skip(project), encoding="utf-8") as file:
        theirs = Description(json.load(file))
    with open(contract_path, encoding="utf-8") as file:
        ours = Description(yaml.safe_load(file))
    faults, count = [], 0
    if ours.document["security"] != theirs.document["security"]:
        faults.append("Trello is opened another way")
    for path, item in ours.document["paths"].items():
        for method, operation in item.items():
            count += 1
            known = theirs.operation(method, path)
            if known is None:
                faults.append(f"{method.upper()} {path}: Trello knows no such operation")
            else:
                faults += compare_operations(ours, operation, theirs, known, f"{method.upper()} {path}")
    for fault in faults:
        print(fault)
    print(f"{count} operations compared, {len(faults)} faults")
    return 1 if faults or not count else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
