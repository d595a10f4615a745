-- Rosters: what was uploaded, the shifts in force and those they replaced, covers.
-- The stamp of an upload is the roster stamp that it was looked at under; once published, the one that it made.
create table roster_upload (
    upload_id uniqueidentifier not null constraint pk_roster_upload primary key,
    created_at datetime2(3) not null,
    created_by nvarchar(200) not null,
    file_name nvarchar(260) not null,
    content_hash char(64) not null,
    time_zone varchar(64) not null,
    format varchar(20) not null,
    encoding varchar(40) not null,
    row_count int not null,
    accepted int not null,
    status varchar(20) not null constraint ck_roster_upload_status check (status in ('Preview', 'Published', 'Unchanged', 'RolledBack')),
    stamp bigint not null,
    added int not null,
    changed int not null,
    removed int not null,
    problems nvarchar(max) not null,
    draft nvarchar(max) not null,
    published_at datetime2(3) null
);

create index ix_roster_upload_created on roster_upload (created_at);

-- The roles and times that an upload rules over, half-open [start, end).
create table roster_upload_range (
    upload_id uniqueidentifier not null constraint fk_roster_upload_range_upload references roster_upload (upload_id),
    role_id uniqueidentifier not null constraint fk_roster_upload_range_role references role (role_id),
    start_at datetime2(3) not null,
    end_at datetime2(3) not null,
    constraint pk_roster_upload_range primary key (upload_id, role_id)
);

-- A shift is never deleted: a later publication supersedes it, so that who was on stays known and a rollback restores exactly what was.
create table shift (
    seq bigint identity(1, 1) not null constraint cx_shift unique clustered,
    shift_id uniqueidentifier not null constraint pk_shift primary key nonclustered,
    role_id uniqueidentifier not null constraint fk_shift_role references role (role_id),
    person_id uniqueidentifier not null constraint fk_shift_person references person (person_id),
    tier int not null constraint ck_shift_tier check (tier between 1 and 3),
    start_at datetime2(3) not null,
    end_at datetime2(3) not null,
    label nvarchar(100) null,
    upload_id uniqueidentifier not null constraint fk_shift_upload references roster_upload (upload_id),
    superseded_by uniqueidentifier null constraint fk_shift_superseded references roster_upload (upload_id),
    constraint ck_shift_order check (end_at > start_at)
);

create index ix_shift_in_force on shift (role_id, start_at, end_at) include (shift_id, person_id, tier, label, upload_id) where superseded_by is null;
create index ix_shift_in_force_time on shift (end_at, start_at) include (shift_id, role_id, person_id, tier, label, upload_id) where superseded_by is null;
create index ix_shift_superseded on shift (superseded_by) where superseded_by is not null;
create index ix_shift_upload on shift (upload_id);

create table cover (
    cover_id uniqueidentifier not null constraint pk_cover primary key,
    role_id uniqueidentifier not null constraint fk_cover_role references role (role_id),
    person_id uniqueidentifier not null constraint fk_cover_person references person (person_id),
    instead_id uniqueidentifier null constraint fk_cover_instead references person (person_id),
    tier int not null constraint ck_cover_tier check (tier between 1 and 3),
    start_at datetime2(3) not null,
    end_at datetime2(3) not null,
    reason nvarchar(400) not null,
    created_at datetime2(3) not null,
    created_by nvarchar(200) not null,
    removed_at datetime2(3) null,
    constraint ck_cover_order check (end_at > start_at)
);

create index ix_cover_in_force on cover (role_id, end_at, start_at) where removed_at is null;

-- One row. Everything that can change who answers bumps it in its own transaction.
create table roster_stamp (
    id int not null constraint pk_roster_stamp primary key,
    stamp bigint not null
);

insert into roster_stamp (id, stamp) values (1, 1);
