-- The directory: org units, people, roles, policies and the keys that may call.
create table org_unit (
    org_unit_id text not null primary key,
    code text not null unique collate nocase,
    name text not null,
    parent_id text null references org_unit (org_unit_id),
    time_zone text null
) strict;

create table person (
    person_id text not null primary key,
    employee_no text not null unique collate nocase,
    name text not null,
    active integer not null check (active in (0, 1)),
    language text null,
    org_unit_id text null references org_unit (org_unit_id)
) strict;

create table person_permission (
    person_id text not null references person (person_id),
    permission text not null check (permission in ('Staff', 'Dispatcher', 'Scheduler', 'Admin', 'Auditor')),
    org_unit_id text null references org_unit (org_unit_id)
) strict;

-- SQLite holds two nulls to be different, SQL Server does not.
create unique index ux_person_permission on person_permission (person_id, permission, ifnull(org_unit_id, ''));
create index ix_person_permission_permission on person_permission (permission, person_id);

create table policy (
    policy_id text not null primary key,
    code text not null unique collate nocase,
    name text not null,
    steps text not null
) strict;

create table role (
    role_id text not null primary key,
    code text not null unique collate nocase,
    name text not null,
    org_unit_id text null references org_unit (org_unit_id),
    policy_id text null references policy (policy_id),
    fallback_role_id text null references role (role_id),
    coverage text not null,
    time_zone text null
) strict;

-- Every way a role may be written, in normal form: one owner each, so that an address never means two roles.
-- Ordinal 0 is the code, 1 the name, from 2 on the aliases.
create table role_address (
    normal_form text not null primary key,
    role_id text not null references role (role_id),
    written text not null,
    ordinal integer not null
) strict;

create index ix_role_address_role on role_address (role_id, ordinal);

create table contact_method (
    contact_method_id text not null primary key,
    person_id text null references person (person_id),
    role_id text null references role (role_id),
    ordinal integer not null,
    kind text not null check (kind in ('InApp', 'Push', 'Sms', 'Voice', 'Snpp', 'Wctp', 'Tap', 'Mail')),
    address text not null,
    verified integer not null check (verified in (0, 1)),
    check ((person_id is null and role_id is not null) or (person_id is not null and role_id is null))
) strict;

create index ix_contact_method_person on contact_method (person_id, ordinal);
create index ix_contact_method_role on contact_method (role_id, ordinal);
create index ix_contact_method_address on contact_method (address);

create table api_key (
    api_key_id text not null primary key,
    key_hash text not null unique,
    person_id text null references person (person_id),
    integration text null,
    permissions text not null,
    created_at integer not null,
    expires_at integer null,
    revoked_at integer null,
    check ((person_id is null and integration is not null) or (person_id is not null and integration is null))
) strict;

-- Append-only. An entry is written in the transaction of the act it tells of.
create table audit_entry (
    seq integer primary key autoincrement,
    at integer not null,
    actor text not null,
    action text not null,
    subject text not null,
    detail text not null
) strict;
