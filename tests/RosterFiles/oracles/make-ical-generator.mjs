// Writes ../corpus/ical/generator-*.ics with npm `ical-generator`: what it makes of rosters, byte for byte.
import { writeFileSync } from 'node:fs';
import ical, { ICalCalendarMethod, ICalEventRepeatingFreq, ICalEventStatus, ICalWeekday, ICalAttendeeType, ICalAttendeeStatus } from 'ical-generator';

const stamp = new Date(Date.UTC(2026, 0, 1));
const folder = new URL('../corpus/ical/', import.meta.url);
const write = (name, calendar) => writeFileSync(new URL(`generator-${name}.ics`, folder), calendar.toString());
const at = (...parts) => new Date(Date.UTC(...parts));

const utc = ical({ name: 'Cardiology', prodId: '//roster//generator//EN', method: ICalCalendarMethod.PUBLISH });
const night = utc.createEvent({ id: 'night-1', stamp, start: at(2026, 9, 12, 18), end: at(2026, 9, 13, 6), summary: 'Night', location: 'Ward 3, east', categories: [{ name: 'Night' }, { name: 'Heart' }] });
night.createAttendee({ name: 'Anna Berg', email: 'a.berg@hospital.example', status: ICalAttendeeStatus.ACCEPTED });
night.createAttendee({ name: 'Ben Dahl', email: 'b.dahl@hospital.example', status: ICalAttendeeStatus.DECLINED });
night.createAttendee({ name: 'Room 3', email: 'room3@hospital.example', type: ICalAttendeeType.ROOM });
night.createAlarm({ type: 'display', trigger: 600 });
utc.createEvent({ id: 'night-2', stamp, start: at(2026, 9, 13, 18), end: at(2026, 9, 14, 6), summary: 'Chiara Rossi', status: ICalEventStatus.CANCELLED });
utc.createEvent({ id: 'night-3', stamp, start: at(2026, 9, 14, 18), end: at(2026, 9, 15, 6), summary: 'Chiara Rossi', x: [{ key: 'X-ONCALL-TIER', value: '2' }] });
write('utc', utc);

const floating = ical({ prodId: '//roster//generator//EN' });
floating.createEvent({ id: 'floating-1', stamp, floating: true, start: at(2026, 9, 24, 20), end: at(2026, 9, 25, 8), summary: 'Anna Berg', repeating: { freq: ICalEventRepeatingFreq.DAILY, count: 4, exclude: [at(2026, 9, 26, 20)] } });
write('floating', floating);

const zoned = ical({ prodId: '//roster//generator//EN', timezone: 'Europe/Brussels' });
zoned.createEvent({ id: 'series', stamp, start: at(2026, 9, 19, 8), end: at(2026, 9, 19, 16), summary: 'Anna Berg', repeating: { freq: ICalEventRepeatingFreq.WEEKLY, byDay: [ICalWeekday.MO, ICalWeekday.WE], until: at(2026, 10, 15) } });
zoned.createEvent({ id: 'series', stamp, sequence: 1, recurrenceId: at(2026, 9, 26, 8), start: at(2026, 9, 27, 9), end: at(2026, 9, 27, 17), summary: 'Ben Dahl' });
zoned.createEvent({ id: 'monthly', stamp, start: at(2026, 9, 31, 7), end: at(2026, 9, 31, 19), summary: 'Chiara Rossi', repeating: { freq: ICalEventRepeatingFreq.MONTHLY, interval: 1, count: 3, byDay: [ICalWeekday.SA, ICalWeekday.SU], bySetPos: -1 } });
write('zoned', zoned);
