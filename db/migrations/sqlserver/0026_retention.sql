-- How long things are kept, what may not go meanwhile, and what went.
create table retention_rule (
    class varchar(30) not null constraint ck_retention_rule_class check (class in ('Deliveries', 'RoutinePages', 'CriticalResultPages', 'UrgentPages', 'CodePages', 'Rosters', 'SignIns', 'Notices')),
    org_unit_id uniqueidentifier null constraint fk_retention_rule_unit references org_unit (org_unit_id),
    days int null constraint ck_retention_rule_days check (days > 0),
    updated_at datetime2(3) not null,
    updated_by nvarchar(200) not null
);

create unique index ux_retention_rule on retention_rule (class, org_unit_id);

-- A hold is kept when it is lifted, and outlives its page, to which it therefore does not refer. Its label is what it stood on was called then.
create table legal_hold (
    hold_id uniqueidentifier not null constraint pk_legal_hold primary key,
    page_id uniqueidentifier null,
    person_id uniqueidentifier null constraint fk_legal_hold_person references person (person_id),
    org_unit_id uniqueidentifier null constraint fk_legal_hold_unit references org_unit (org_unit_id),
    label nvarchar(200) not null,
    reason nvarchar(max) not null,
    placed_at datetime2(3) not null,
    placed_by nvarchar(200) not null,
    lifted_at datetime2(3) null,
    lifted_by nvarchar(200) null,
    lift_reason nvarchar(max) null,
    constraint ck_legal_hold_one check (
        (page_id is not null and person_id is null and org_unit_id is null)
        or (page_id is null and person_id is not null and org_unit_id is null)
        or (page_id is null and person_id is null and org_unit_id is not null))
);

create index ix_legal_hold_placed on legal_hold (placed_at);

-- One row. Whoever purges, places a hold or changes a rule writes it first, so that none of them goes on beside another.
-- A run has the gate for its day.
create table retention_gate (
    id int not null constraint pk_retention_gate primary key,
    version bigint not null,
    ran_on varchar(10) null,
    run_id uniqueidentifier null
);

insert into retention_gate (id, version, ran_on, run_id) values (1, 1, null, null);

-- A run without an end broke off; its lines are right all the same, since each is written with what it tells of.
create table retention_run (
    run_id uniqueidentifier not null constraint pk_retention_run primary key,
    node varchar(64) not null,
    started_at datetime2(3) not null,
    ended_at datetime2(3) null,
    outcome varchar(20) null constraint ck_retention_run_outcome check (outcome in ('Done', 'TimeOver', 'GaveWay', 'Taken', 'Failed'))
);

create index ix_retention_run_started on retention_run (started_at);

create table retention_run_line (
    run_id uniqueidentifier not null constraint fk_retention_run_line_run references retention_run (run_id),
    class varchar(30) not null,
    kind varchar(20) not null,
    org_unit_id uniqueidentifier null constraint fk_retention_run_line_unit references org_unit (org_unit_id),
    days int not null,
    purged int not null,
    oldest_at datetime2(3) not null,
    newest_at datetime2(3) not null
);

create unique index ux_retention_run_line on retention_run_line (run_id, class, kind, days, org_unit_id);

create table retention_run_hold (
    run_id uniqueidentifier not null constraint fk_retention_run_hold_run references retention_run (run_id),
    hold_id uniqueidentifier not null constraint fk_retention_run_hold_hold references legal_hold (hold_id),
    class varchar(30) not null,
    kind varchar(20) not null,
    held int not null,
    constraint pk_retention_run_hold primary key (run_id, hold_id, class, kind)
);

-- What is left of a page: enough to tell what an entry of the audit trail is about, and nothing of what it said or of whom.
create table purged_page (
    page_id uniqueidentifier not null constraint pk_purged_page primary key,
    reference nvarchar(8) not null,
    role_id uniqueidentifier not null constraint fk_purged_page_role references role (role_id),
    urgency varchar(20) not null constraint ck_purged_page_urgency check (urgency in ('Routine', 'CriticalResult', 'Urgent', 'Code')),
    sent_at datetime2(3) not null,
    closed_at datetime2(3) not null,
    purged_at datetime2(3) not null,
    run_id uniqueidentifier not null constraint fk_purged_page_run references retention_run (run_id)
);

create index ix_purged_page_run on purged_page (run_id);

-- By which what belongs to a page is found, and by which the database sees that nothing is left of it.
create index ix_page_reference_page on page_reference (page_id);
create index ix_idempotency_key_page on idempotency_key (page_id);
create index ix_answered_message_page on answered_message (page_id) where page_id is not null;

-- What exports are signed with. The private half is protected by the keys of the installation; the public halves are kept for ever, to check by.
create table signing_key (
    key_id char(64) not null constraint pk_signing_key primary key,
    public_key nvarchar(400) not null,
    private_key nvarchar(2000) not null,
    created_at datetime2(3) not null
);
