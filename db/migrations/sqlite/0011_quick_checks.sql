-- The same table with the same rows. SQLite lays out a list of more than two in a table of its own for each statement, and looks each value up
-- there; one comparison after the other, the usual values first, costs about a quarter less for each notification that is written.
create table notification_anew (
    notification_id text not null primary key,
    page_id text not null references page (page_id),
    person_id text null references person (person_id),
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
