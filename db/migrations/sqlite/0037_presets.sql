-- Roles that are paged together with one press.
create table preset (
    preset_id text not null primary key,
    code text not null unique collate nocase,
    name text not null,
    org_unit_id text null references org_unit (org_unit_id),
    urgency text not null check (urgency in ('Code', 'Urgent', 'CriticalResult')),
    subject text null,
    body text null,
    asks_where integer not null check (asks_where in (0, 1)),
    active integer not null check (active in (0, 1))
) strict;

create table preset_role (
    preset_id text not null references preset (preset_id),
    ordinal integer not null,
    role_id text not null references role (role_id),
    primary key (preset_id, ordinal),
    unique (preset_id, role_id)
) strict, without rowid;
