// Reads {calendars: [text]} and answers, for each, its shifts as npm `ical.js` sees them, single repetitions changed or left out.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const most = 2000;

// RFC 5545 section 3.8.8.2: what is not said to be otherwise is a text.
for (const name of ['x-oncall-role', 'x-oncall-employee-no']) ICAL.design.icalendar.property[name] = { defaultType: 'text' };

function shifts(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const found = [];
  const take = (start, end, component) => found.push({
    start: start.toString(), from: start.toUnixTime(), to: end.toUnixTime(),
    summary: component.getFirstPropertyValue('summary'),
    role: component.getFirstPropertyValue('x-oncall-role'),
    employeeNo: component.getFirstPropertyValue('x-oncall-employee-no'),
  });
  for (const component of calendar.getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(component);
    if (event.isRecurrenceException()) continue;
    if (!event.isRecurring()) {
      take(event.startDate, event.endDate, component);
      continue;
    }
    const iterator = event.iterator();
    for (let next = iterator.next(); next && found.length < most; next = iterator.next()) {
      const { startDate, endDate, item } = event.getOccurrenceDetails(next);
      take(startDate, endDate, item.component);
    }
  }
  return found;
}

const { calendars } = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(calendars.map(shifts)));
