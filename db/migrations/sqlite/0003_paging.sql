-- Pages: what was asked, how far the escalation is, every notification, every event.
create table page (
    page_id text not null primary key,
    reference text not null,
    role_id text not null references role (role_id),
    urgency text not null check (urgency in ('Routine', 'CriticalResult', 'Urgent', 'Code')),
    subject text null,
    body text null,
    patient_ref text null,
    callback text null,
    replies text not null,
    sender_id text null references person (person_id),
    sender_name text not null,
    sent_at integer not null
) strict;

create index ix_page_sent on page (sent_at);

-- A reference stays taken for 7 days after its page was closed.
create table page_reference (
    reference text not null primary key,
    page_id text not null references page (page_id),
    free_at integer null
) strict;

create index ix_page_reference_free on page_reference (free_at) where free_at is not null;

-- The key itself may be anything: its SHA-256 stands for it, so that no collation makes two keys one.
create table idempotency_key (
    caller text not null,
    key_hash text not null,
    request_hash text not null,
    page_id text not null references page (page_id),
    free_at integer not null,
    primary key (caller, key_hash)
) strict;

create index ix_idempotency_key_free on idempotency_key (free_at);

create table escalation (
    page_id text not null primary key references page (page_id),
    version integer not null,
    urgency integer not null,
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
    claimed_until integer null
) strict;

create index ix_escalation_due on escalation (due_at) where due_at is not null;
create index ix_escalation_look on escalation (look_at) where look_at is not null;
create index ix_escalation_open on escalation (roster_stamp, page_id) where is_open = 1;

create table page_responder (
    page_id text not null references page (page_id),
    person_id text not null references person (person_id),
    standing text not null check (standing in ('Notified', 'Acknowledged', 'Declined', 'ShiftEnded', 'Rerouted')),
    since integer not null,
    primary key (page_id, person_id)
) strict;

create index ix_page_responder_person on page_responder (person_id, standing);

create table notification (
    notification_id text not null primary key,
    page_id text not null references page (page_id),
    person_id text null references person (person_id),
    contact_method_id text null,
    kind text not null check (kind in ('InApp', 'Push', 'Sms', 'Voice', 'Snpp', 'Wctp', 'Tap', 'Mail')),
    address text not null,
    verified integer not null check (verified in (0, 1)),
    purpose text not null check (purpose in ('Page', 'Repeat', 'Taken', 'HandedOver', 'Notice')),
    urgency integer not null,
    step integer not null,
    due_at integer not null,
    state text not null check (state in ('Pending', 'Claimed', 'Accepted', 'Delivered', 'Failed', 'Indeterminate', 'Cancelled')),
    attempt integer not null,
    claimed_by text null,
    claimed_until integer null,
    provider_id text null,
    detail text null,
    changed_at integer not null
) strict;

create index ix_notification_due on notification (kind, urgency, due_at) where state = 'Pending';
create index ix_notification_claimed on notification (kind, claimed_until) where state = 'Claimed';
create index ix_notification_asked on notification (address) where state <> 'Cancelled';
create index ix_notification_page on notification (page_id, person_id);
create index ix_notification_provider on notification (provider_id) where provider_id is not null;

create table page_event (
    seq integer primary key autoincrement,
    page_id text not null references page (page_id),
    at integer not null,
    kind text not null,
    person_id text null references person (person_id),
    who text null,
    channel text null,
    detail text not null
) strict;

create index ix_page_event_page on page_event (page_id, seq);
