"""
Reads {calendars: [text], rules: [{start, rule}]} and answers what Debian's python3-icalendar and python3-dateutil make of them.
dateutil looks for a rule that comes to nothing until the year 9999: such a one is answered with null.
"""
import json
import signal
import sys
from datetime import datetime

from dateutil.rrule import rrulestr
from icalendar import Calendar


def shifts(text):
    return [
        {
            "from": int(event.decoded("DTSTART").timestamp()),
            "to": int(event.decoded("DTEND").timestamp()),
            "summary": str(event["SUMMARY"]),
            "role": str(event["X-ONCALL-ROLE"]),
            "employeeNo": str(event["X-ONCALL-EMPLOYEE-NO"]),
        }
        for event in Calendar.from_ical(text).walk("VEVENT")
    ]


def give_up(*_):
    raise TimeoutError


def times(start, rule):
    signal.setitimer(signal.ITIMER_REAL, 0.25)
    try:
        found = rrulestr(rule, dtstart=datetime.strptime(start, "%Y%m%dT%H%M%S"))
        return [time.strftime("%Y-%m-%dT%H:%M") for time in found]
    except TimeoutError:
        return None
    except ValueError as error:
        # An interval of hours that never meets BYHOUR.
        if "empty set" in str(error):
            return []
        raise
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


signal.signal(signal.SIGALRM, give_up)
asked = json.load(sys.stdin)
json.dump(
    {
        "calendars": [shifts(text) for text in asked.get("calendars", [])],
        "rules": [times(**each) for each in asked.get("rules", [])],
    },
    sys.stdout,
)
