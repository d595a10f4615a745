-- What is due, urgency by urgency, so that a claim reads no more rows than it takes however many escalations wait.
-- write_id names the write that changed a row last: many decisions are written by one statement, which tells by it whose race was won.
alter table escalation add column write_id text null;

drop index ix_escalation_due;
create index ix_escalation_due on escalation (urgency, due_at) where due_at is not null;

drop index ix_escalation_open;
create index ix_escalation_open on escalation (urgency, roster_stamp) where is_open = 1;

-- When a notification's turn comes among those of its urgency: each person's first contact method before anybody's second.
alter table notification add column turn_at integer null;

update notification set turn_at = due_at;

drop index ix_notification_due;
create index ix_notification_due on notification (kind, urgency, due_at, turn_at) where state = 'Pending';
