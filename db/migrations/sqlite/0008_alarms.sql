-- What is wrong with OnCall itself, what the nodes say about themselves, and who takes part in the page of each minute.
create table alarm (
    alarm_id text not null primary key,
    kind text not null,
    subject text not null,
    severity text not null check (severity in ('Warning', 'Serious', 'Critical')),
    detail text not null,
    since integer not null,
    last_seen integer not null,
    cleared_at integer null
) strict;

create unique index ux_alarm_standing on alarm (kind, subject) where cleared_at is null;
create index ix_alarm_cleared on alarm (cleared_at) where cleared_at is not null;

-- A node is new at each start.
create table node_heartbeat (
    node text not null primary key,
    engine integer not null check (engine in (0, 1)),
    started_at integer not null,
    at integer not null,
    last_sweep integer null,
    clock_offset_ms integer not null,
    disk_free integer null,
    disk_size integer null,
    watchdog_failing_since integer null,
    channels text not null
) strict;

create index ix_node_heartbeat_at on node_heartbeat (at);

-- The role has no address, the person no number that can be typed: nobody meets either by accident.
insert into role (role_id, code, name, org_unit_id, policy_id, fallback_role_id, coverage, time_zone)
select '00000000-0000-7000-8000-0000000005e1', 'oncall/self-test', 'OnCall self-test', null, null, null, '{"Hours":[],"People":null}', null
where not exists (select 1 from role where code = 'oncall/self-test');

insert into person (person_id, employee_no, name, active, language, org_unit_id)
values ('00000000-0000-7000-8000-0000000005e2', 'oncall/self-test', 'OnCall self-test', 1, null, null);

-- Always on: from 1970 to 9000.
insert into cover (cover_id, role_id, person_id, instead_id, tier, start_at, end_at, reason, created_at, created_by, removed_at)
select '00000000-0000-7000-8000-0000000005e3', r.role_id, '00000000-0000-7000-8000-0000000005e2', null, 1, 0, 221845392000000, 'Answers the page of each minute.', 0, 'system', null
from role r
where r.role_id = '00000000-0000-7000-8000-0000000005e1';
