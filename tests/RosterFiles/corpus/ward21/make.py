"""Writes the roster of the CSV file named first as Amion's report 619, with commas and with tabs, and as a calendar by python3-icalendar."""
import csv
import sys
from datetime import datetime

import pytz
from icalendar import Calendar, Event

rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8-sig")))

HEAD = "Assignments for Ward 21, October 12, 2026\n\nReport 619\nField 1: name, 2: unique ID, 3: backup ID, 4: assignment, 5, 6: its IDs, 7: date, 8: start, 9: end\n\n"


def amion(row):
    day = datetime.strptime(row["Start date"], "%Y-%m-%d")
    return [row["Name"], str(int(row["Employee no"][1:]) + 400), row["Employee no"], row["Role"], "7", "0",
            f"{day.month}-{day.day}-{day.year % 100:02}", row["Start time"].replace(":", ""), row["End time"].replace(":", "")]


with open("ward21-amion.txt", "w", encoding="utf-8", newline="") as out:
    out.write(HEAD)
    csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n").writerows(map(amion, rows))
with open("ward21-amion-tabs.txt", "w", encoding="utf-8", newline="") as out:
    out.write(HEAD)
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(map(amion, rows))

calendar = Calendar()
calendar.add("prodid", "-//Ward 21//roster//EN")
calendar.add("version", "2.0")
zone = pytz.timezone("Europe/Brussels")
for number, row in enumerate(rows):
    event = Event()
    event.add("uid", f"ward21-{number}@example.org")
    event.add("dtstamp", datetime(2026, 9, 1, tzinfo=pytz.utc))
    event.add("summary", row["Name"])
    event.add("location", row["Role"])
    event.add("categories", [row["Shift"]])
    event.add("dtstart", zone.localize(datetime.fromisoformat(f'{row["Start date"]} {row["Start time"]}')))
    event.add("dtend", zone.localize(datetime.fromisoformat(f'{row["End date"]} {row["End time"]}')))
    calendar.add_component(event)
open("ward21.ics", "wb").write(calendar.to_ical())
