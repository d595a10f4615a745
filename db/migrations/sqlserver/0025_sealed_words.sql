-- The keys that words and cookies are sealed with, each wrapped by a key file or a certificate that is not in the database.
create table protection_key (
    key_id varchar(100) not null constraint pk_protection_key primary key,
    element nvarchar(max) not null,
    wrapped_by varchar(100) null,
    activates_at datetime2(3) null,
    expires_at datetime2(3) null,
    stored_at datetime2(3) not null
);

-- One row. Whoever adds a key changes it first, so that two nodes that start together make one key.
create table protection_ring (
    id int not null constraint pk_protection_ring primary key,
    stamp bigint not null
);

insert into protection_ring (id, stamp) values (1, 0);

-- How far each table has been sealed anew, and under which key. One node at a time works on one.
create table sealing_walk (
    name varchar(40) not null constraint pk_sealing_walk primary key,
    sealed_by varchar(60) not null,
    after_id varchar(40) null,
    finished_at datetime2(3) null,
    claimed_by varchar(64) null,
    claimed_until datetime2(3) null
);

-- Sealed words are longer than the columns that they stood in. Where these are null, the words of before still stand in the old ones.
alter table page_event add sealed_detail nvarchar(max) null;
alter table cover add sealed_reason nvarchar(max) null;
alter table swap add sealed_reason nvarchar(max) null;
alter table idempotency_key add sealed_hash nvarchar(400) null;
alter table page alter column subject nvarchar(max);
alter table page alter column body nvarchar(max);
alter table page alter column patient_ref nvarchar(max);
alter table roster_pull alter column secret nvarchar(max);
