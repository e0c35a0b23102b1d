"""Where Trello's own description is wrong about what Trello sends. Each amendment says what gives it away, looks for that,
and raises Outdated when it is not there (any more): then the description was mended, and the amendment has to go.
"""


class Outdated(Exception):
    pass


def require(condition, what):
    if not condition:
        raise Outdated(what)


def dates_are_instants(description):
    """Replies with "format: date" carry instants: so says every example that the description has beside one."""
    examples = []

    def mend(node):
        if isinstance(node, list):
            for each in node:
                mend(each)
        elif isinstance(node, dict):
            if node.get("type") == "string" and node.get("format") == "date":
                if node.get("example"):
                    examples.append(node["example"])
                node["format"] = "date-time"
            for each in node.values():
                mend(each)

    mend(description["components"]["schemas"])
    require(examples and all("T" in each and each.endswith("Z") for each in examples), "the dates of Trello's examples are days")


def memberships_are_a_list(description):
    """A board has more than one member. For organizations the description has the same schema in a list."""
    def schema(path):
        return description["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]

    one = schema("/boards/{id}/memberships")
    require(one["schema"] == {"$ref": "#/components/schemas/Memberships"}, "a board's memberships are described otherwise")
    require(schema("/organizations/{id}/memberships")["schema"].get("type") == "array", "an organization's memberships are no list")
    one["schema"] = {"type": "array", "items": one["schema"]}


def amend(description):
    dates_are_instants(description)
    memberships_are_a_list(description)
