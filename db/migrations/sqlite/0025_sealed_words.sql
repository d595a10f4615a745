-- The keys that words and cookies are sealed with, each wrapped by a key file or a certificate that is not in the database.
create table protection_key (
    key_id text not null primary key,
    element text not null,
    wrapped_by text null,
    activates_at integer null,
    expires_at integer null,
    stored_at integer not null
) strict;

-- One row. Whoever adds a key changes it first, so that two nodes that start together make one key.
create table protection_ring (
    id integer not null primary key,
    stamp integer not null
) strict;

insert into protection_ring (id, stamp) values (1, 0);

-- How far each table has been sealed anew, and under which key. One node at a time works on one.
create table sealing_walk (
    name text not null primary key,
    sealed_by text not null,
    after_id text null,
    finished_at integer null,
    claimed_by text null,
    claimed_until integer null
) strict;

-- Sealed words are longer than the columns that they stood in. Where these are null, the words of before still stand in the old ones.
alter table page_event add column sealed_detail text null;
alter table cover add column sealed_reason text null;
alter table swap add column sealed_reason text null;
alter table idempotency_key add column sealed_hash text null;
