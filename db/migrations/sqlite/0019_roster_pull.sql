-- Places that rosters are fetched from. The definition is JSON; the secret of its header stands alone, so that no other read meets it.
create table roster_pull (
    roster_pull_id text not null primary key,
    code text not null unique collate nocase,
    org_unit_id text not null references org_unit (org_unit_id),
    definition text not null,
    secret text null,
    stale_after_hours integer not null,
    enabled integer not null check (enabled in (0, 1)),
    version integer not null,
    updated_at integer not null,
    updated_by text not null,
    next_at integer not null,
    claim text null,
    claimed_until integer null,
    tried_at integer null,
    success_at integer null,
    outcome text null check (outcome in ('Published', 'Unchanged', 'Waiting', 'Held', 'Unreadable', 'Unreachable')),
    message text null,
    upload_id text null references roster_upload (upload_id),
    trouble_since integer null,
    seen text null,
    etag text null,
    last_modified text null,
    content_hash text null,
    read_at integer null,
    held_id text null references roster_upload (upload_id),
    held_hash text null,
    held_basis text null,
    taken text null,
    held_taken text null
) strict;

create index ix_roster_pull_due on roster_pull (next_at) where enabled = 1;
