-- The same tables with the same rows, without references to page and person. Each row is written in a transaction that has found or made both,
-- and neither is ever deleted while such a row is left; looking both up again, for each row of each step, was a tenth of a burst's time.
-- Responders are kept in the order of their key: one tree less to write.
create table page_responder_anew (
    page_id text not null,
    person_id text not null,
    standing text not null check (standing in ('Notified', 'Acknowledged', 'Declined', 'ShiftEnded', 'Rerouted')),
    since integer not null,
    primary key (page_id, person_id)
) strict, without rowid;

insert into page_responder_anew (page_id, person_id, standing, since)
select page_id, person_id, standing, since from page_responder;

drop table page_responder;
alter table page_responder_anew rename to page_responder;

create index ix_page_responder_person on page_responder (person_id, standing);

create table notification_anew (
    notification_id text not null primary key,
    page_id text not null,
    person_id text null,
    contact_method_id text null,
    kind text not null check (
        kind = 'InApp' or kind = 'Push' or kind = 'Sms' or kind = 'Voice' or kind = 'Snpp' or kind = 'Wctp' or kind = 'Tap' or kind = 'Mail'),
    address text not null,
    verified integer not null check (verified in (0, 1)),
    purpose text not null check (
        purpose = 'Page' or purpose = 'Repeat' or purpose = 'Taken' or purpose = 'HandedOver' or purpose = 'Notice'),
    urgency integer not null,
    step integer not null,
    due_at integer not null,
    state text not null check (
        state = 'Pending' or state = 'Claimed' or state = 'Accepted' or state = 'Delivered' or state = 'Failed' or state = 'Indeterminate' or state = 'Cancelled'),
    attempt integer not null,
    claimed_by text null,
    claimed_until integer null,
    provider_id text null,
    detail text null,
    changed_at integer not null,
    poll_at integer null,
    polls integer not null default 0,
    turn_at integer null
) strict;

insert into notification_anew (
    notification_id, page_id, person_id, contact_method_id, kind, address, verified, purpose, urgency, step, due_at, state, attempt, claimed_by, claimed_until,
    provider_id, detail, changed_at, poll_at, polls, turn_at)
select notification_id, page_id, person_id, contact_method_id, kind, address, verified, purpose, urgency, step, due_at, state, attempt, claimed_by, claimed_until,
    provider_id, detail, changed_at, poll_at, polls, turn_at
from notification
order by rowid;

drop table notification;
alter table notification_anew rename to notification;

create index ix_notification_due on notification (kind, urgency, due_at, turn_at) where state = 'Pending';
create index ix_notification_claimed on notification (kind, claimed_until) where state = 'Claimed';
create index ix_notification_asked on notification (address) where kind in ('Sms', 'Voice') and attempt > 0 and state <> 'Cancelled';
create index ix_notification_page on notification (page_id, person_id);
create index ix_notification_provider on notification (provider_id) where provider_id is not null;
create index ix_notification_poll on notification (kind, changed_at) where state = 'Accepted';

create table page_event_anew (
    seq integer primary key autoincrement,
    page_id text not null,
    at integer not null,
    kind text not null,
    person_id text null,
    who text null,
    channel text null,
    detail text not null
) strict;

insert into page_event_anew (seq, page_id, at, kind, person_id, who, channel, detail)
select seq, page_id, at, kind, person_id, who, channel, detail
from page_event
order by seq;

-- A number is never given twice, also where the last lines were deleted.
delete from sqlite_sequence where name = 'page_event_anew';
insert into sqlite_sequence (name, seq)
select 'page_event_anew', s.seq from sqlite_sequence s where s.name = 'page_event';

drop table page_event;
alter table page_event_anew rename to page_event;

create index ix_page_event_page on page_event (page_id, seq);
