-- Rosters: what was uploaded, the shifts in force and those they replaced, covers.
-- The stamp of an upload is the roster stamp that it was looked at under; once published, the one that it made.
create table roster_upload (
    upload_id text not null primary key,
    created_at integer not null,
    created_by text not null,
    file_name text not null,
    content_hash text not null,
    time_zone text not null,
    format text not null,
    encoding text not null,
    row_count integer not null,
    accepted integer not null,
    status text not null check (status in ('Preview', 'Published', 'Unchanged', 'RolledBack')),
    stamp integer not null,
    added integer not null,
    changed integer not null,
    removed integer not null,
    problems text not null,
    draft text not null,
    published_at integer null
) strict;

create index ix_roster_upload_created on roster_upload (created_at);

-- The roles and times that an upload rules over, half-open [start, end).
create table roster_upload_range (
    upload_id text not null references roster_upload (upload_id),
    role_id text not null references role (role_id),
    start_at integer not null,
    end_at integer not null,
    primary key (upload_id, role_id)
) strict;

-- A shift is never deleted: a later publication supersedes it, so that who was on stays known and a rollback restores exactly what was.
create table shift (
    shift_id text not null primary key,
    role_id text not null references role (role_id),
    person_id text not null references person (person_id),
    tier integer not null check (tier between 1 and 3),
    start_at integer not null,
    end_at integer not null,
    label text null,
    upload_id text not null references roster_upload (upload_id),
    superseded_by text null references roster_upload (upload_id),
    check (end_at > start_at)
) strict;

create index ix_shift_in_force on shift (role_id, start_at, end_at) where superseded_by is null;
create index ix_shift_in_force_time on shift (end_at, start_at) where superseded_by is null;
create index ix_shift_superseded on shift (superseded_by) where superseded_by is not null;
create index ix_shift_upload on shift (upload_id);

create table cover (
    cover_id text not null primary key,
    role_id text not null references role (role_id),
    person_id text not null references person (person_id),
    instead_id text null references person (person_id),
    tier integer not null check (tier between 1 and 3),
    start_at integer not null,
    end_at integer not null,
    reason text not null,
    created_at integer not null,
    created_by text not null,
    removed_at integer null,
    check (end_at > start_at)
) strict;

create index ix_cover_in_force on cover (role_id, end_at, start_at) where removed_at is null;

-- One row. Everything that can change who answers bumps it in its own transaction.
create table roster_stamp (
    id integer not null primary key,
    stamp integer not null
) strict;

insert into roster_stamp (id, stamp) values (1, 1);
