-- Notices: messages to one person that are no pages. Their outbox is their own, so that pages never wait behind them.
create table notice (
    notice_id uniqueidentifier not null constraint pk_notice primary key,
    person_id uniqueidentifier not null constraint fk_notice_person references person (person_id),
    kind varchar(40) not null,
    subject nvarchar(200) not null,
    facts nvarchar(max) not null,
    urgency varchar(20) not null constraint ck_notice_urgency check (urgency in ('InApp', 'Quiet', 'Ringing')),
    created_at datetime2(3) not null,
    expires_at datetime2(3) not null,
    state varchar(20) not null constraint ck_notice_state check (state in ('Open', 'Told', 'Untold', 'Withdrawn', 'Shown')),
    told_at datetime2(3) null,
    seen_at datetime2(3) null
);

create unique index ux_notice_subject on notice (person_id, kind, subject);
create index ix_notice_person on notice (person_id, created_at);

-- A row for each contact method. Those of a later place wait until all before them have failed.
create table notice_delivery (
    notice_delivery_id uniqueidentifier not null constraint pk_notice_delivery primary key,
    notice_id uniqueidentifier not null constraint fk_notice_delivery_notice references notice (notice_id),
    contact_method_id uniqueidentifier null,
    kind varchar(20) not null constraint ck_notice_delivery_kind check (kind in ('InApp', 'Push', 'Sms', 'Voice', 'Snpp', 'Wctp', 'Tap', 'Mail')),
    address nvarchar(400) not null,
    verified bit not null,
    place int not null,
    due_at datetime2(3) not null,
    state varchar(20) not null constraint ck_notice_delivery_state check (state in ('Waiting', 'Pending', 'Claimed', 'Accepted', 'Delivered', 'Failed', 'Indeterminate', 'Cancelled')),
    attempt int not null,
    claimed_by varchar(64) null,
    claimed_until datetime2(3) null,
    provider_id nvarchar(200) null,
    detail nvarchar(400) null,
    changed_at datetime2(3) not null
);

create index ix_notice_delivery_due on notice_delivery (kind, due_at) where state = 'Pending';
create index ix_notice_delivery_claimed on notice_delivery (kind, claimed_until) where state = 'Claimed';
create index ix_notice_delivery_notice on notice_delivery (notice_id);
create index ix_notice_delivery_provider on notice_delivery (provider_id) where provider_id is not null;

-- Each telling of each gap. One of a key stands at a time, whichever node wrote it.
create table gap_warning (
    gap_warning_id uniqueidentifier not null constraint pk_gap_warning primary key,
    gap_key varchar(120) not null,
    role_id uniqueidentifier not null constraint fk_gap_warning_role references role (role_id),
    start_at datetime2(3) not null,
    end_at datetime2(3) null,
    size varchar(20) not null constraint ck_gap_warning_size check (size in ('TooFew', 'NobodyOrTooFew', 'Nobody')),
    lead varchar(20) not null constraint ck_gap_warning_lead check (lead in ('ThreeDays', 'Day', 'Hour', 'Running')),
    time_zone varchar(100) not null,
    circle int not null,
    warned_at datetime2(3) not null,
    untold_at datetime2(3) null,
    never_rostered bit not null,
    closed_at datetime2(3) null,
    closed_as varchar(20) null constraint ck_gap_warning_closed_as check (closed_as in ('Filled', 'Replaced', 'Over'))
);

create unique index ux_gap_warning_open on gap_warning (gap_key) where closed_at is null;
create index ix_gap_warning_role on gap_warning (role_id, start_at);

create table gap_warning_notice (
    gap_warning_id uniqueidentifier not null constraint fk_gap_warning_notice_warning references gap_warning (gap_warning_id),
    notice_id uniqueidentifier not null constraint fk_gap_warning_notice_notice references notice (notice_id),
    constraint pk_gap_warning_notice primary key (gap_warning_id, notice_id)
);

create index ix_gap_warning_notice_notice on gap_warning_notice (notice_id);
