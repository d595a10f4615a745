-- How the file of an upload was read, as JSON, and how many shifts it repeated.
alter table roster_upload add unchanged int not null constraint df_roster_upload_unchanged default 0;
alter table roster_upload add reading nvarchar(max) not null constraint df_roster_upload_reading default '';

-- Where rosters come from again and again: what was told by hand about their files, as JSON.
create table roster_source (
    name nvarchar(100) not null constraint pk_roster_source primary key,
    settings nvarchar(max) not null,
    updated_at datetime2(3) not null,
    updated_by nvarchar(200) not null
);

-- What one person is on, over all roles.
create index ix_shift_person on shift (person_id, end_at, start_at) where superseded_by is null;
create index ix_cover_person on cover (person_id, end_at, start_at) where removed_at is null;
