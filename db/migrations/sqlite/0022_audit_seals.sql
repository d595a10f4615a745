-- The chain of hashes over the audit trail: one row an entry, in the order of place.
create table audit_seal (
    place integer primary key,
    entry_seq integer not null unique,
    hash blob not null check (length(hash) = 32),
    sealed_at integer not null
) strict;

-- Both are only written. Whoever can write the file can drop these; the chain shows what was done then.
create trigger audit_entry_is_not_changed before update on audit_entry
begin
    select raise(abort, 'The audit trail is only added to, never changed.');
end;

create trigger audit_entry_is_not_deleted before delete on audit_entry
begin
    select raise(abort, 'The audit trail is only added to, nothing of it is deleted.');
end;

create trigger audit_seal_is_not_changed before update on audit_seal
begin
    select raise(abort, 'The seals of the audit trail are only added to, never changed.');
end;

create trigger audit_seal_is_not_deleted before delete on audit_seal
begin
    select raise(abort, 'The seals of the audit trail are only added to, none is deleted.');
end;

-- Since when a node cannot seal entries, write its anchor, or write down who reads.
alter table node_heartbeat add column seals_failing_since integer null;
alter table node_heartbeat add column anchor_failing_since integer null;
alter table node_heartbeat add column reads_failing_since integer null;
