-- Signing in: passwords, authenticators, passkeys, invitations and the sessions of browsers. Nothing here is a secret in the clear.
create table account (
    person_id uniqueidentifier not null constraint pk_account primary key constraint fk_account_person references person (person_id),
    password_hash nvarchar(400) null,
    totp_secret nvarchar(1000) null,
    second_factor bit not null,
    totp_step bigint not null,
    tries int not null,
    locked_until datetime2(3) null,
    version int not null
);

create table recovery_code (
    person_id uniqueidentifier not null constraint fk_recovery_code_person references person (person_id),
    code_hash char(64) not null,
    constraint pk_recovery_code primary key (person_id, code_hash)
);

-- A credential's id is longer than an index may be: it is found by its SHA-256.
create table passkey (
    credential_hash char(64) not null constraint pk_passkey primary key,
    credential_id varbinary(1023) not null,
    person_id uniqueidentifier not null constraint fk_passkey_person references person (person_id),
    name nvarchar(100) not null,
    data nvarchar(max) not null,
    created_at datetime2(3) not null,
    used_at datetime2(3) null
);

create index ix_passkey_person on passkey (person_id, created_at);

create table invitation (
    token_hash char(64) not null constraint pk_invitation primary key,
    person_id uniqueidentifier not null constraint fk_invitation_person references person (person_id),
    made_at datetime2(3) not null,
    until_at datetime2(3) not null,
    used_at datetime2(3) null
);

create index ix_invitation_person on invitation (person_id);

create table web_session (
    session_id uniqueidentifier not null constraint pk_web_session primary key,
    person_id uniqueidentifier not null constraint fk_web_session_person references person (person_id),
    way varchar(20) not null constraint ck_web_session_way check (way in ('Key', 'Password', 'Passkey', 'Directory', 'OpenId', 'SetUp', 'Invitation')),
    api_key_id uniqueidentifier null constraint fk_web_session_key references api_key (api_key_id),
    shared bit not null,
    started_at datetime2(3) not null,
    seen_at datetime2(3) not null,
    ended_at datetime2(3) null
);

create index ix_web_session_person on web_session (person_id, started_at);

create table second_factor_rule (
    permission varchar(20) null constraint ck_second_factor_rule_permission check (permission in ('Staff', 'Dispatcher', 'Scheduler', 'Admin', 'Auditor')),
    org_unit_id uniqueidentifier null constraint fk_second_factor_rule_unit references org_unit (org_unit_id),
    constraint ck_second_factor_rule_one check ((permission is null and org_unit_id is not null) or (permission is not null and org_unit_id is null))
);
