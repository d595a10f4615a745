-- What is wrong with OnCall itself, what the nodes say about themselves, and who takes part in the page of each minute.
create table alarm (
    alarm_id uniqueidentifier not null constraint pk_alarm primary key,
    kind varchar(40) not null,
    subject nvarchar(200) not null,
    severity varchar(20) not null constraint ck_alarm_severity check (severity in ('Warning', 'Serious', 'Critical')),
    detail nvarchar(400) not null,
    since datetime2(3) not null,
    last_seen datetime2(3) not null,
    cleared_at datetime2(3) null
);

create unique index ux_alarm_standing on alarm (kind, subject) where cleared_at is null;
create index ix_alarm_cleared on alarm (cleared_at) where cleared_at is not null;

-- A node is new at each start.
create table node_heartbeat (
    node varchar(64) not null constraint pk_node_heartbeat primary key,
    engine bit not null,
    started_at datetime2(3) not null,
    at datetime2(3) not null,
    last_sweep datetime2(3) null,
    clock_offset_ms bigint not null,
    disk_free bigint null,
    disk_size bigint null,
    watchdog_failing_since datetime2(3) null,
    channels nvarchar(4000) not null
);

create index ix_node_heartbeat_at on node_heartbeat (at);
GO

-- The role has no address, the person no number that can be typed: nobody meets either by accident.
insert into role (role_id, code, name, org_unit_id, policy_id, fallback_role_id, coverage, time_zone)
select '00000000-0000-7000-8000-0000000005e1', 'oncall/self-test', 'OnCall self-test', null, null, null, '{"Hours":[],"People":null}', null
where not exists (select 1 from role where code = 'oncall/self-test');

insert into person (person_id, employee_no, name, active, language, org_unit_id)
values ('00000000-0000-7000-8000-0000000005e2', 'oncall/self-test', 'OnCall self-test', 1, null, null);

-- Always on: from 1970 to 9000.
insert into cover (cover_id, role_id, person_id, instead_id, tier, start_at, end_at, reason, created_at, created_by, removed_at)
select '00000000-0000-7000-8000-0000000005e3', r.role_id, '00000000-0000-7000-8000-0000000005e2', null, 1, '1970-01-01T00:00:00', '9000-01-01T00:00:00', 'Answers the page of each minute.', '1970-01-01T00:00:00', 'system', null
from role r
where r.role_id = '00000000-0000-7000-8000-0000000005e1';
