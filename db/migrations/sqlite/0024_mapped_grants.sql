-- Which rows of person_permission came from a person's groups; all others were given by hand.
create table mapped_grant (
    person_id text not null references person (person_id),
    permission text not null check (permission in ('Staff', 'Dispatcher', 'Scheduler', 'Admin', 'Auditor')),
    org_unit_id text null references org_unit (org_unit_id)
) strict;

-- SQLite holds two nulls to be different, SQL Server does not.
create unique index ux_mapped_grant on mapped_grant (person_id, permission, ifnull(org_unit_id, ''));
