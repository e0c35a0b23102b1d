#!/usr/bin/env python3
"""Works out what the cases in cases.txt must yield, by python3-dateutil and Python's own time zones, and writes it into the file.

    /usr/bin/python3 tests/unit/cloud/recurrence/expect.py          rewrites every "=" line that is not worked out by hand
    /usr/bin/python3 tests/unit/cloud/recurrence/expect.py --check  says whether the file is as it would be written

Shares nothing with the program. A case with "by hand" keeps its lines: dateutil knows no overrides.
"""
import datetime as dt
import pathlib
import re
import sys
import textwrap
import zoneinfo

from dateutil.rrule import rruleset, rrulestr

FILE = pathlib.Path(__file__).with_name("cases.txt")
FLOATING = "Europe/Berlin"


def naive(text):
    text = text.rstrip("Z")
    return dt.datetime.strptime(text, "%Y%m%dT%H%M%S" if "T" in text else "%Y%m%d")


def instant(local, zone):
    """RFC 5545 3.3.5: in a gap by the offset before it, the first of two."""
    aware = local.replace(tzinfo=zoneinfo.ZoneInfo(zone), fold=0)
    return aware.astimezone(dt.timezone.utc).replace(tzinfo=None)


def lines_of(block):
    for line in block:
        match = re.match(r"([A-Z]+)((?:;[A-Z]+=[^:;]+)*):(.*)$", line)
        if match:
            params = dict(p.split("=", 1) for p in match[2].split(";") if p)
            yield match[1], params, match[3]


def moment(value, params):
    """(local, zone) of one value."""
    if value.endswith("Z"):
        return naive(value), "UTC"
    return naive(value), params.get("TZID", FLOATING)


def expected(block):
    found = list(lines_of(block))
    start, zone = next(moment(v, p) for n, p, v in found if n == "DTSTART")
    is_date = any(n == "DTSTART" and p.get("VALUE") == "DATE" for n, p, v in found)
    window = next(line.split()[1:] for line in block if line.startswith("window "))
    first, last = (naive(w) for w in window)
    times = {instant(start, zone)}
    for name, params, value in found:
        if name == "RRULE":
            # The end is compared here: dateutil takes no UNTIL in UTC beside a start without a zone.
            until = re.search(r";?UNTIL=([^;]+)", value)
            rule = rrulestr(re.sub(r";?UNTIL=[^;]+", "", value), dtstart=start)
            for local in rule:
                at = instant(local, zone)
                if at > last + dt.timedelta(days=2):
                    break
                if until:
                    end = until[1]
                    if end.endswith("Z") and at > naive(end):
                        break
                    if not end.endswith("Z") and (local.date() > naive(end).date() if "T" not in end else local > naive(end)):
                        break
                times.add(at)
        if name == "RDATE":
            times.update(instant(*moment(v.split("/")[0], params)) for v in value.split(","))
    for name, params, value in found:
        if name == "EXDATE":
            for v in value.split(","):
                if params.get("VALUE") == "DATE" and not is_date:
                    day = naive(v).date()
                    here = zoneinfo.ZoneInfo(zone)
                    times = {t for t in times if t.replace(tzinfo=dt.timezone.utc).astimezone(here).date() != day}
                else:
                    times.discard(instant(*moment(v, params)))
    return sorted(t for t in times if first <= t < last)


def written(block):
    if "by hand" in block:
        return block
    kept = [line for line in block if not line.startswith("=")]
    text = " ".join(t.strftime("%Y%m%dT%H%MZ") for t in expected(block))
    return kept + ["= " + line for line in textwrap.wrap(text, 110)]


def main():
    head, *blocks = re.split(r"\n(?=\[)", FILE.read_text())
    result = head + "".join("\n" + "\n".join(written(b.strip("\n").split("\n"))) + "\n" for b in blocks)
    if "--check" in sys.argv:
        return 0 if result == FILE.read_text() else 1
    FILE.write_text(result)
    return 0


if __name__ == "__main__":
    sys.exit(main())
