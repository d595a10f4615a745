-- Notices: messages to one person that are no pages. Their outbox is their own, so that pages never wait behind them.
create table notice (
    notice_id text not null primary key,
    person_id text not null references person (person_id),
    kind text not null,
    subject text not null,
    facts text not null,
    urgency text not null check (urgency in ('InApp', 'Quiet', 'Ringing')),
    created_at integer not null,
    expires_at integer not null,
    state text not null check (state in ('Open', 'Told', 'Untold', 'Withdrawn', 'Shown')),
    told_at integer null,
    seen_at integer null
) strict;

create unique index ux_notice_subject on notice (person_id, kind, subject);
create index ix_notice_person on notice (person_id, created_at);

-- A row for each contact method. Those of a later place wait until all before them have failed.
create table notice_delivery (
    notice_delivery_id text not null primary key,
    notice_id text not null references notice (notice_id),
    contact_method_id text null,
    kind text not null check (kind in ('InApp', 'Push', 'Sms', 'Voice', 'Snpp', 'Wctp', 'Tap', 'Mail')),
    address text not null,
    verified integer not null check (verified in (0, 1)),
    place integer not null,
    due_at integer not null,
    state text not null check (state in ('Waiting', 'Pending', 'Claimed', 'Accepted', 'Delivered', 'Failed', 'Indeterminate', 'Cancelled')),
    attempt integer not null,
    claimed_by text null,
    claimed_until integer null,
    provider_id text null,
    detail text null,
    changed_at integer not null
) strict;

create index ix_notice_delivery_due on notice_delivery (kind, due_at) where state = 'Pending';
create index ix_notice_delivery_claimed on notice_delivery (kind, claimed_until) where state = 'Claimed';
create index ix_notice_delivery_notice on notice_delivery (notice_id);
create index ix_notice_delivery_provider on notice_delivery (provider_id) where provider_id is not null;

-- Each telling of each gap. One of a key stands at a time, whichever node wrote it.
create table gap_warning (
    gap_warning_id text not null primary key,
    gap_key text not null,
    role_id text not null references role (role_id),
    start_at integer not null,
    end_at integer null,
    size text not null check (size in ('TooFew', 'NobodyOrTooFew', 'Nobody')),
    lead text not null check (lead in ('ThreeDays', 'Day', 'Hour', 'Running')),
    time_zone text not null,
    circle integer not null,
    warned_at integer not null,
    untold_at integer null,
    never_rostered integer not null check (never_rostered in (0, 1)),
    closed_at integer null,
    closed_as text null check (closed_as in ('Filled', 'Replaced', 'Over'))
) strict;

create unique index ux_gap_warning_open on gap_warning (gap_key) where closed_at is null;
create index ix_gap_warning_role on gap_warning (role_id, start_at);

create table gap_warning_notice (
    gap_warning_id text not null references gap_warning (gap_warning_id),
    notice_id text not null references notice (notice_id),
    primary key (gap_warning_id, notice_id)
) strict;

create index ix_gap_warning_notice_notice on gap_warning_notice (notice_id);
