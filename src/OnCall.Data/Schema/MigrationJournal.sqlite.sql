-- name: Create
create table if not exists schema_migration (
    name text not null primary key,
    hash text not null,
    applied_at integer not null
) strict;
