-- name: IsThere
select count(*) from sqlite_schema t where t.type = 'table' and t.name = 'schema_migration';

-- name: Create
create table if not exists schema_migration (
    name text not null primary key,
    hash text not null,
    applied_at integer not null
) strict;
