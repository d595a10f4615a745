-- How the file of an upload was read, as JSON, and how many shifts it repeated.
alter table roster_upload add column unchanged integer not null default 0;
alter table roster_upload add column reading text not null default '';

-- Where rosters come from again and again: what was told by hand about their files, as JSON.
create table roster_source (
    name text not null primary key collate nocase,
    settings text not null,
    updated_at integer not null,
    updated_by text not null
) strict;

-- What one person is on, over all roles.
create index ix_shift_person on shift (person_id, end_at, start_at) where superseded_by is null;
create index ix_cover_person on cover (person_id, end_at, start_at) where removed_at is null;
