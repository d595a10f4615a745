-- People who take turns on a tier of a role. The definition is JSON; shifts are made up to made_to and are publications like any other.
create table rotation (
    rotation_id text not null primary key,
    code text not null unique collate nocase,
    role_id text not null references role (role_id),
    definition text not null,
    made_to integer not null,
    version integer not null,
    ended_at integer null,
    updated_at integer not null,
    updated_by text not null
) strict;

alter table roster_upload add column rotation_id text null references rotation (rotation_id);
create index ix_roster_upload_rotation on roster_upload (rotation_id) where rotation_id is not null;

-- Days off of a unit and of those below it, as yyyy-mm-dd.
create table org_unit_holiday (
    org_unit_id text not null references org_unit (org_unit_id),
    day text not null,
    name text not null,
    primary key (org_unit_id, day)
) strict;
