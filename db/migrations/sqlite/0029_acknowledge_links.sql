-- Links to acknowledge with: what signs them, sealed, and the device that has used each.
create table link_secret (
    id integer not null primary key check (id = 1),
    secret text not null
) strict;

create table acknowledge_link_use (
    notification_id text not null primary key,
    page_id text not null references page (page_id),
    device_hash text not null,
    used_at integer not null
) strict;

create index ix_acknowledge_link_use_page on acknowledge_link_use (page_id);
