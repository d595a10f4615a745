-- The directory: org units, people, roles, policies and the keys that may call.
create table org_unit (
    org_unit_id uniqueidentifier not null constraint pk_org_unit primary key,
    code nvarchar(100) not null constraint ux_org_unit_code unique,
    name nvarchar(200) not null,
    parent_id uniqueidentifier null constraint fk_org_unit_parent references org_unit (org_unit_id),
    time_zone varchar(64) null
);

create table person (
    person_id uniqueidentifier not null constraint pk_person primary key,
    employee_no nvarchar(64) not null constraint ux_person_employee_no unique,
    name nvarchar(200) not null,
    active bit not null,
    language varchar(16) null,
    org_unit_id uniqueidentifier null constraint fk_person_org_unit references org_unit (org_unit_id)
);

create table person_permission (
    person_id uniqueidentifier not null constraint fk_person_permission_person references person (person_id),
    permission varchar(20) not null constraint ck_person_permission check (permission in ('Staff', 'Dispatcher', 'Scheduler', 'Admin', 'Auditor')),
    org_unit_id uniqueidentifier null constraint fk_person_permission_org_unit references org_unit (org_unit_id),
    constraint ux_person_permission unique (person_id, permission, org_unit_id)
);

create index ix_person_permission_permission on person_permission (permission, person_id);

create table policy (
    policy_id uniqueidentifier not null constraint pk_policy primary key,
    code nvarchar(100) not null constraint ux_policy_code unique,
    name nvarchar(200) not null,
    steps nvarchar(max) not null
);

create table role (
    role_id uniqueidentifier not null constraint pk_role primary key,
    code nvarchar(200) not null constraint ux_role_code unique,
    name nvarchar(200) not null,
    org_unit_id uniqueidentifier null constraint fk_role_org_unit references org_unit (org_unit_id),
    policy_id uniqueidentifier null constraint fk_role_policy references policy (policy_id),
    fallback_role_id uniqueidentifier null constraint fk_role_fallback references role (role_id),
    coverage nvarchar(max) not null,
    time_zone varchar(64) null
);

-- Every way a role may be written, in normal form: one owner each, so that an address never means two roles.
-- Ordinal 0 is the code, 1 the name, from 2 on the aliases.
create table role_address (
    -- Compared ordinally: the server's own collation would take kana, or signs that it does not know, for the same.
    normal_form nvarchar(200) collate Latin1_General_100_BIN2 not null constraint pk_role_address primary key,
    role_id uniqueidentifier not null constraint fk_role_address_role references role (role_id),
    written nvarchar(200) not null,
    ordinal int not null
);

create index ix_role_address_role on role_address (role_id, ordinal);

create table contact_method (
    contact_method_id uniqueidentifier not null constraint pk_contact_method primary key,
    person_id uniqueidentifier null constraint fk_contact_method_person references person (person_id),
    role_id uniqueidentifier null constraint fk_contact_method_role references role (role_id),
    ordinal int not null,
    kind varchar(20) not null constraint ck_contact_method_kind check (kind in ('InApp', 'Push', 'Sms', 'Voice', 'Snpp', 'Wctp', 'Tap', 'Mail')),
    address nvarchar(400) not null,
    verified bit not null,
    constraint ck_contact_method_owner check ((person_id is null and role_id is not null) or (person_id is not null and role_id is null))
);

create index ix_contact_method_person on contact_method (person_id, ordinal) include (kind, address, verified);
create index ix_contact_method_role on contact_method (role_id, ordinal) include (kind, address, verified);
create index ix_contact_method_address on contact_method (address) include (kind, person_id, role_id, verified);

create table api_key (
    api_key_id uniqueidentifier not null constraint pk_api_key primary key,
    key_hash char(64) not null constraint ux_api_key_hash unique,
    person_id uniqueidentifier null constraint fk_api_key_person references person (person_id),
    integration nvarchar(100) null,
    permissions nvarchar(4000) not null,
    created_at datetime2(3) not null,
    expires_at datetime2(3) null,
    revoked_at datetime2(3) null,
    constraint ck_api_key_owner check ((person_id is null and integration is not null) or (person_id is not null and integration is null))
);

-- Append-only. An entry is written in the transaction of the act it tells of.
create table audit_entry (
    seq bigint identity(1, 1) not null constraint pk_audit_entry primary key,
    at datetime2(3) not null,
    actor nvarchar(200) not null,
    action varchar(60) not null,
    subject nvarchar(200) not null,
    detail nvarchar(max) not null
);
