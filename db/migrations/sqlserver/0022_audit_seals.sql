-- The chain of hashes over the audit trail: one row an entry, in the order of place.
create table audit_seal (
    place bigint not null constraint pk_audit_seal primary key,
    entry_seq bigint not null constraint ux_audit_seal_entry unique,
    hash binary(32) not null,
    sealed_at datetime2(3) not null
);

-- Since when a node cannot seal entries, write its anchor, or write down who reads.
alter table node_heartbeat add seals_failing_since datetime2(3) null;
alter table node_heartbeat add anchor_failing_since datetime2(3) null;
alter table node_heartbeat add reads_failing_since datetime2(3) null;
GO
-- Both are only written. Whoever owns the database can drop these; the chain shows what was done then.
create trigger audit_entry_is_only_added_to on audit_entry after update, delete as
begin
    throw 50022, 'The audit trail is only added to: nothing of it is changed or deleted.', 1;
end;
GO
create trigger audit_seal_is_only_added_to on audit_seal after update, delete as
begin
    throw 50022, 'The seals of the audit trail are only added to: none is changed or deleted.', 1;
end;
GO
-- No login may, whatever else it was given; whoever owns the database is not bound. A login that may not deny goes on without: docs/security.md.
-- It is asked first: a statement that fails may doom the transaction, caught or not. An engine that only speaks SQL Server's protocol has no deny.
if serverproperty('Babelfish') is null
    exec('
        if has_perms_by_name(''audit_entry'', ''OBJECT'', ''CONTROL'') = 1 and has_perms_by_name(''audit_seal'', ''OBJECT'', ''CONTROL'') = 1
        begin
            deny update, delete on audit_entry to public;
            deny update, delete on audit_seal to public;
        end
        else
            print ''This login may not deny changes of the audit trail: docs/security.md.'';
    ');
