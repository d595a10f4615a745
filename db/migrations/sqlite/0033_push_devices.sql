-- Devices that their owners registered for pushes, and the keys that pushes are signed with. What pushes to a device is sealed.
create table push_key (
    key_number integer not null primary key,
    public_key text not null,
    private_key text not null,
    created_at integer not null
) strict;

create table push_device (
    push_device_id text not null primary key,
    person_id text not null references person (person_id),
    address text not null unique,
    kind text not null check (kind in ('Web', 'Fcm')),
    name text not null,
    target text not null,
    target_hash text not null unique,
    key_number integer not null,
    added_at integer not null,
    test_hash text null,
    test_until integer null,
    accepted_at integer null,
    failed_at integer null,
    failure text null
) strict;

create index ix_push_device_person on push_device (person_id, added_at);
