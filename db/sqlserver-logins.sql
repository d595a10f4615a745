-- The three logins that OnCall wants on SQL Server, as database roles, each with the least that it needs.
--
-- Run it in OnCall's database as the database's owner, once before the first 'migrate' and again after each 'migrate' of a new version: it may be run
-- any number of times. Then give each login its role, once:
--
--     create login oncall_migrate with password = '…';     -- or: create login [HOSPITAL\oncall-migrate] from windows;
--     create user oncall_migrate for login oncall_migrate with default_schema = dbo;
--     alter role oncall_migrator add member oncall_migrate;
--
-- oncall_migrator     changes the schema: 'dotnet OnCall.Api.dll migrate'. By hand or by whatever installs, never by a running node.
-- oncall_application  what nodes and workers run as, with OnCall__Database__Migrate=false.
-- oncall_auditor      reads the audit trail and the public keys of exports: 'audit verify' and 'export verify', and nothing else.

if database_principal_id(N'oncall_migrator') is null
    exec('create role oncall_migrator');
if database_principal_id(N'oncall_application') is null
    exec('create role oncall_application');
if database_principal_id(N'oncall_auditor') is null
    exec('create role oncall_auditor');
GO

-- Tables, indexes, triggers and the schema of Quartz, and rows that a migration fills in. Its lock (sp_getapplock) needs nothing more.
alter role db_ddladmin add member oncall_migrator;
alter role db_datareader add member oncall_migrator;
alter role db_datawriter add member oncall_migrator;
GO

if object_id(N'schema_migration') is null
begin
    print 'The roles are there. Run migrate, then this script again: it gives what the tables need.';
    return;
end;

-- Made by the migrator, the schema is the migrator's own, who could give rights in it away and whose account could not be dropped. Before what is granted
-- below: a schema that changes hands loses its grants.
if exists (select 1 from sys.schemas where name = N'quartz' and principal_id <> database_principal_id(N'dbo'))
    exec('alter authorization on schema::quartz to dbo');

-- For each table what OnCall's statements do with it. A test compares: a statement that does more fails it.
grant select, insert, update on account to oncall_application;
grant select, insert, delete on acknowledge_link_use to oncall_application;
grant select, insert, update, delete on alarm to oncall_application;
grant select, insert, delete on answered_message to oncall_application;
grant select, insert, update on api_key to oncall_application;
grant select, insert on audit_entry to oncall_application;
grant select, insert on audit_seal to oncall_application;
grant select, insert, update, delete on broken_glass to oncall_application;
grant select, insert, update, delete on contact_check to oncall_application;
grant select, insert, delete on contact_check_send to oncall_application;
grant select, insert, update, delete on contact_method to oncall_application;
grant select, insert, delete on contact_opt_out to oncall_application;
grant select, insert, update, delete on cover to oncall_application;
grant select, insert, update, delete on escalation to oncall_application;
grant select, insert, delete on favourite_role to oncall_application;
grant select, insert, delete on feed_event to oncall_application;
grant select, insert, update, delete on gap_warning to oncall_application;
grant select, insert, delete on gap_warning_notice to oncall_application;
grant select, insert, delete on idempotency_key to oncall_application;
grant select, insert, update on invitation to oncall_application;
grant select, insert, update on legal_hold to oncall_application;
grant select, insert, update on link_secret to oncall_application;
grant select, insert, delete on mapped_grant to oncall_application;
grant select, insert, update, delete on node_heartbeat to oncall_application;
grant select, insert, update, delete on notice to oncall_application;
grant select, insert, update, delete on notice_delivery to oncall_application;
grant select, insert, update, delete on notification to oncall_application;
grant select, insert, update, delete on open_inbox to oncall_application;
grant select, insert, update on org_unit to oncall_application;
grant select, insert, delete on org_unit_holiday to oncall_application;
grant select, insert, update, delete on page to oncall_application;
grant select, insert, update, delete on page_event to oncall_application;
grant select, insert, update, delete on page_reference to oncall_application;
grant select, insert, update, delete on page_responder to oncall_application;
grant select, insert, update, delete on passkey to oncall_application;
grant select, insert, update on person to oncall_application;
grant select, insert, delete on person_permission to oncall_application;
grant select, insert, update on policy to oncall_application;
grant select, insert, update, delete on preset to oncall_application;
grant select, insert, delete on preset_role to oncall_application;
grant select, insert, update, delete on protection_key to oncall_application;
grant select, update on protection_ring to oncall_application;
grant select, insert on purged_page to oncall_application;
grant select, insert, update, delete on push_device to oncall_application;
grant select, insert on push_key to oncall_application;
grant select, insert, delete on recovery_code to oncall_application;
grant select, update on retention_gate to oncall_application;
grant select, insert, delete on retention_rule to oncall_application;
grant select, insert, update on retention_run to oncall_application;
grant select, insert on retention_run_hold to oncall_application;
grant select, insert, update on retention_run_line to oncall_application;
grant select, insert, update on role to oncall_application;
grant select, insert, delete on role_address to oncall_application;
grant select, insert, update, delete on roster_feed to oncall_application;
grant select, insert, update, delete on roster_pull to oncall_application;
grant select, insert, update on roster_source to oncall_application;
grant select, update on roster_stamp to oncall_application;
grant select, insert, update, delete on roster_upload to oncall_application;
grant select, insert, delete on roster_upload_range to oncall_application;
grant select, insert, update on rotation to oncall_application;
grant select on schema_migration to oncall_application;
grant select, insert, update on sealing_walk to oncall_application;
grant select, insert, delete on second_factor_rule to oncall_application;
grant select, insert, update, delete on shift to oncall_application;
grant select, insert on signing_key to oncall_application;
grant select, insert, update, delete on swap to oncall_application;
grant select, insert, update, delete on web_session to oncall_application;
grant select, insert, delete on write_mark to oncall_application;

-- Quartz's own tables, for the jobs that one node does for all.
grant select, insert, update, delete on quartz.QRTZ_BLOB_TRIGGERS to oncall_application;
grant select, insert, update, delete on quartz.QRTZ_CALENDARS to oncall_application;
grant select, insert, update, delete on quartz.QRTZ_CRON_TRIGGERS to oncall_application;
grant select, insert, update, delete on quartz.QRTZ_FIRED_TRIGGERS to oncall_application;
grant select, insert, update, delete on quartz.QRTZ_JOB_DETAILS to oncall_application;
grant select, insert, update, delete on quartz.QRTZ_LOCKS to oncall_application;
grant select, insert, update, delete on quartz.QRTZ_PAUSED_JOB_GRPS to oncall_application;
grant select, insert, update, delete on quartz.QRTZ_PAUSED_TRIGGER_GRPS to oncall_application;
grant select, insert, update, delete on quartz.QRTZ_SCHEDULER_STATE to oncall_application;
grant select, insert, update, delete on quartz.QRTZ_SIMPLE_TRIGGERS to oncall_application;
grant select, insert, update, delete on quartz.QRTZ_SIMPROP_TRIGGERS to oncall_application;
grant select, insert, update, delete on quartz.QRTZ_TRIGGERS to oncall_application;


-- The private halves of the keys that sign exports are not an auditor's.
grant select on audit_entry to oncall_auditor;
grant select on audit_seal to oncall_auditor;
grant select on signing_key (key_id, public_key, created_at) to oncall_auditor;

-- Nobody changes what was written, whatever else they were given. The migrator's login may not deny: this is why the owner runs this.
deny update, delete on audit_entry to public;
deny update, delete on audit_seal to public;
