// Writes ../corpus/ical/ics-*.ics with npm `ics`: what it makes of rosters, byte for byte.
import { writeFileSync } from 'node:fs';
import { createEvents } from 'ics';

const timestamp = Date.UTC(2026, 0, 1);
const folder = new URL('../corpus/ical/', import.meta.url);

function write(name, events, header) {
  const { error, value } = createEvents(events.map((event, i) => ({ uid: `${name}-${i}@roster.example`, timestamp, ...event })), { productId: 'roster/ics', ...header });
  if (error) throw error;
  writeFileSync(new URL(`ics-${name}.ics`, folder), value);
}

write('floating-nights', [
  { title: 'Anna Berg', start: [2026, 10, 12, 20, 0], end: [2026, 10, 13, 8, 0], startOutputType: 'local', endOutputType: 'local', startInputType: 'local', endInputType: 'local' },
  { title: 'Müller, Jörg; Oberarzt', start: [2026, 10, 13, 20, 0], duration: { hours: 12 }, startOutputType: 'local', startInputType: 'local' },
  { title: '佐藤 花子 – a name so long that the line that holds it has to be folded somewhere', start: [2026, 10, 14, 20, 0], duration: { hours: 11, minutes: 30 }, startOutputType: 'local', startInputType: 'local' },
]);

write('utc-attendees', [
  {
    title: 'Cardiology night', start: [2026, 10, 12, 18, 0], end: [2026, 10, 13, 6, 0], startInputType: 'utc', endInputType: 'utc', categories: ['Night'], status: 'CONFIRMED',
    organizer: { name: 'Roster office', email: 'roster@hospital.example' },
    attendees: [
      { name: 'Anna Berg', email: 'a.berg@hospital.example', rsvp: true, partstat: 'ACCEPTED', role: 'REQ-PARTICIPANT' },
      { name: 'Ben Dahl', email: 'b.dahl@hospital.example', partstat: 'DECLINED' },
      { name: 'Chief', email: 'chief@hospital.example', role: 'NON-PARTICIPANT' },
      { name: 'Eva "Evi" Holm, MD', email: 'e.holm@hospital.example' },
    ],
    alarms: [{ action: 'display', description: 'Shift', trigger: { hours: 1, before: true } }],
  },
  { title: 'Cancelled night', start: [2026, 10, 13, 18, 0], end: [2026, 10, 14, 6, 0], startInputType: 'utc', endInputType: 'utc', status: 'CANCELLED' },
], { method: 'PUBLISH', calName: 'Cardiology' });

write('repeating', [
  {
    title: 'Anna Berg', start: [2026, 10, 5, 18, 0], duration: { hours: 12 }, startInputType: 'utc',
    recurrenceRule: 'FREQ=WEEKLY;BYDAY=MO,TH;INTERVAL=2;COUNT=6', exclusionDates: [[2026, 10, 8, 18, 0]],
  },
  { title: 'Ben Dahl', start: [2026, 10, 30, 18, 0], duration: { days: 2 }, startInputType: 'utc', recurrenceRule: 'FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270131T235959Z' },
]);

write('whole-days', [{ title: 'Anna Berg', start: [2026, 10, 12], end: [2026, 10, 13] }]);
