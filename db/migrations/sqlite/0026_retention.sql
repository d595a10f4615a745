-- How long things are kept, what may not go meanwhile, and what went.
create table retention_rule (
    class text not null check (class in ('Deliveries', 'RoutinePages', 'CriticalResultPages', 'UrgentPages', 'CodePages', 'Rosters', 'SignIns', 'Notices')),
    org_unit_id text null references org_unit (org_unit_id),
    days integer null check (days > 0),
    updated_at integer not null,
    updated_by text not null
) strict;

-- SQLite holds two nulls to be different, SQL Server does not.
create unique index ux_retention_rule on retention_rule (class, ifnull(org_unit_id, ''));

-- A hold is kept when it is lifted, and outlives its page, to which it therefore does not refer. Its label is what it stood on was called then.
create table legal_hold (
    hold_id text not null primary key,
    page_id text null,
    person_id text null references person (person_id),
    org_unit_id text null references org_unit (org_unit_id),
    label text not null,
    reason text not null,
    placed_at integer not null,
    placed_by text not null,
    lifted_at integer null,
    lifted_by text null,
    lift_reason text null,
    check ((page_id is not null) + (person_id is not null) + (org_unit_id is not null) = 1)
) strict;

create index ix_legal_hold_placed on legal_hold (placed_at);

-- One row. Whoever purges, places a hold or changes a rule writes it first, so that none of them goes on beside another.
-- A run has the gate for its day.
create table retention_gate (
    id integer not null primary key,
    version integer not null,
    ran_on text null,
    run_id text null
) strict;

insert into retention_gate (id, version, ran_on, run_id) values (1, 1, null, null);

-- A run without an end broke off; its lines are right all the same, since each is written with what it tells of.
create table retention_run (
    run_id text not null primary key,
    node text not null,
    started_at integer not null,
    ended_at integer null,
    outcome text null check (outcome in ('Done', 'TimeOver', 'GaveWay', 'Taken', 'Failed'))
) strict;

create index ix_retention_run_started on retention_run (started_at);

create table retention_run_line (
    run_id text not null references retention_run (run_id),
    class text not null,
    kind text not null,
    org_unit_id text null references org_unit (org_unit_id),
    days integer not null,
    purged integer not null,
    oldest_at integer not null,
    newest_at integer not null
) strict;

create unique index ux_retention_run_line on retention_run_line (run_id, class, kind, days, ifnull(org_unit_id, ''));

create table retention_run_hold (
    run_id text not null references retention_run (run_id),
    hold_id text not null references legal_hold (hold_id),
    class text not null,
    kind text not null,
    held integer not null,
    primary key (run_id, hold_id, class, kind)
) strict;

-- What is left of a page: enough to tell what an entry of the audit trail is about, and nothing of what it said or of whom.
create table purged_page (
    page_id text not null primary key,
    reference text not null,
    role_id text not null references role (role_id),
    urgency text not null check (urgency in ('Routine', 'CriticalResult', 'Urgent', 'Code')),
    sent_at integer not null,
    closed_at integer not null,
    purged_at integer not null,
    run_id text not null references retention_run (run_id)
) strict;

create index ix_purged_page_run on purged_page (run_id);

-- By which what belongs to a page is found, and by which the database sees that nothing is left of it.
create index ix_page_reference_page on page_reference (page_id);
create index ix_idempotency_key_page on idempotency_key (page_id);
create index ix_answered_message_page on answered_message (page_id) where page_id is not null;

-- What exports are signed with. The private half is protected by the keys of the installation; the public halves are kept for ever, to check by.
create table signing_key (
    key_id text not null primary key,
    public_key text not null,
    private_key text not null,
    created_at integer not null
) strict;
