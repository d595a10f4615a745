-- Signing in: passwords, authenticators, passkeys, invitations and the sessions of browsers. Nothing here is a secret in the clear.
create table account (
    person_id text not null primary key references person (person_id),
    password_hash text null,
    totp_secret text null,
    second_factor integer not null check (second_factor in (0, 1)),
    totp_step integer not null,
    tries integer not null,
    locked_until integer null,
    version integer not null
) strict;

create table recovery_code (
    person_id text not null references person (person_id),
    code_hash text not null,
    primary key (person_id, code_hash)
) strict;

-- A credential's id is longer than an index may be: it is found by its SHA-256.
create table passkey (
    credential_hash text not null primary key,
    credential_id blob not null,
    person_id text not null references person (person_id),
    name text not null,
    data text not null,
    created_at integer not null,
    used_at integer null
) strict;

create index ix_passkey_person on passkey (person_id, created_at);

create table invitation (
    token_hash text not null primary key,
    person_id text not null references person (person_id),
    made_at integer not null,
    until_at integer not null,
    used_at integer null
) strict;

create index ix_invitation_person on invitation (person_id);

create table web_session (
    session_id text not null primary key,
    person_id text not null references person (person_id),
    way text not null check (way in ('Key', 'Password', 'Passkey', 'Directory', 'OpenId', 'SetUp', 'Invitation')),
    api_key_id text null references api_key (api_key_id),
    shared integer not null check (shared in (0, 1)),
    started_at integer not null,
    seen_at integer not null,
    ended_at integer null
) strict;

create index ix_web_session_person on web_session (person_id, started_at);

create table second_factor_rule (
    permission text null check (permission in ('Staff', 'Dispatcher', 'Scheduler', 'Admin', 'Auditor')),
    org_unit_id text null references org_unit (org_unit_id),
    check ((permission is null and org_unit_id is not null) or (permission is not null and org_unit_id is null))
) strict;
