-- A claim asks urgency by urgency: a row with another number would never be claimed. The same tables with the same rows; SQLite adds no check to one.
create table escalation_anew (
    page_id text not null primary key references page (page_id),
    version integer not null,
    urgency integer not null check (urgency between 0 and 3),
    phase text not null check (phase in ('Stepping', 'AtDesk', 'TakenOver', 'Standing', 'Acknowledged', 'Resolved', 'Cancelled')),
    is_open integer not null check (is_open in (0, 1)),
    at_desk integer not null check (at_desk in (0, 1)),
    role_id text not null references role (role_id),
    due_at integer null,
    -- Set by a failed notification until the escalation has taken notice of it.
    look_at integer null,
    roster_stamp integer not null,
    closed_at integer null,
    state text not null,
    claimed_by text null,
    claimed_until integer null,
    owners_asked integer not null default 0 check (owners_asked in (0, 1)),
    write_id text null
) strict;

insert into escalation_anew (
    page_id, version, urgency, phase, is_open, at_desk, role_id, due_at, look_at, roster_stamp, closed_at, state, claimed_by, claimed_until, owners_asked, write_id)
select page_id, version, urgency, phase, is_open, at_desk, role_id, due_at, look_at, roster_stamp, closed_at, state, claimed_by, claimed_until, owners_asked, write_id
from escalation
order by rowid;

drop table escalation;
alter table escalation_anew rename to escalation;

create index ix_escalation_due on escalation (urgency, due_at) where due_at is not null;
create index ix_escalation_look on escalation (look_at) where look_at is not null;
create index ix_escalation_open on escalation (urgency, roster_stamp) where is_open = 1;

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
    urgency integer not null check (urgency between 0 and 3),
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
