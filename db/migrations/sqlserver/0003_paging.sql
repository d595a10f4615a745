-- Pages: what was asked, how far the escalation is, every notification, every event.
create table page (
    seq bigint identity(1, 1) not null constraint cx_page unique clustered,
    page_id uniqueidentifier not null constraint pk_page primary key nonclustered,
    reference nvarchar(8) not null,
    role_id uniqueidentifier not null constraint fk_page_role references role (role_id),
    urgency varchar(20) not null constraint ck_page_urgency check (urgency in ('Routine', 'CriticalResult', 'Urgent', 'Code')),
    subject nvarchar(200) null,
    body nvarchar(4000) null,
    patient_ref nvarchar(100) null,
    callback nvarchar(32) null,
    replies nvarchar(4000) not null,
    sender_id uniqueidentifier null constraint fk_page_sender references person (person_id),
    sender_name nvarchar(200) not null,
    sent_at datetime2(3) not null
);

create index ix_page_sent on page (sent_at);

-- A reference stays taken for 7 days after its page was closed.
create table page_reference (
    reference nvarchar(8) not null constraint pk_page_reference primary key,
    page_id uniqueidentifier not null constraint fk_page_reference_page references page (page_id),
    free_at datetime2(3) null
);

create index ix_page_reference_free on page_reference (free_at) where free_at is not null;

-- The key itself may be anything: its SHA-256 stands for it, so that no collation makes two keys one.
create table idempotency_key (
    caller nvarchar(100) not null,
    key_hash char(64) not null,
    request_hash char(64) not null,
    page_id uniqueidentifier not null constraint fk_idempotency_key_page references page (page_id),
    free_at datetime2(3) not null,
    constraint pk_idempotency_key primary key (caller, key_hash)
);

create index ix_idempotency_key_free on idempotency_key (free_at);

create table escalation (
    page_id uniqueidentifier not null constraint pk_escalation primary key constraint fk_escalation_page references page (page_id),
    version int not null,
    urgency int not null,
    phase varchar(20) not null constraint ck_escalation_phase check (phase in ('Stepping', 'AtDesk', 'TakenOver', 'Standing', 'Acknowledged', 'Resolved', 'Cancelled')),
    is_open bit not null,
    at_desk bit not null,
    role_id uniqueidentifier not null constraint fk_escalation_role references role (role_id),
    due_at datetime2(3) null,
    -- Set by a failed notification until the escalation has taken notice of it.
    look_at datetime2(3) null,
    roster_stamp bigint not null,
    closed_at datetime2(3) null,
    state nvarchar(max) not null,
    claimed_by varchar(64) null,
    claimed_until datetime2(3) null
);

create index ix_escalation_due on escalation (due_at) include (claimed_until) where due_at is not null;
create index ix_escalation_look on escalation (look_at) where look_at is not null;
create index ix_escalation_open on escalation (roster_stamp, page_id) where is_open = 1;

create table page_responder (
    page_id uniqueidentifier not null constraint fk_page_responder_page references page (page_id),
    person_id uniqueidentifier not null constraint fk_page_responder_person references person (person_id),
    standing varchar(20) not null constraint ck_page_responder_standing check (standing in ('Notified', 'Acknowledged', 'Declined', 'ShiftEnded', 'Rerouted')),
    since datetime2(3) not null,
    constraint pk_page_responder primary key (page_id, person_id)
);

create index ix_page_responder_person on page_responder (person_id, standing);

create table notification (
    seq bigint identity(1, 1) not null constraint cx_notification unique clustered,
    notification_id uniqueidentifier not null constraint pk_notification primary key nonclustered,
    page_id uniqueidentifier not null constraint fk_notification_page references page (page_id),
    person_id uniqueidentifier null constraint fk_notification_person references person (person_id),
    contact_method_id uniqueidentifier null,
    kind varchar(20) not null constraint ck_notification_kind check (kind in ('InApp', 'Push', 'Sms', 'Voice', 'Snpp', 'Wctp', 'Tap', 'Mail')),
    address nvarchar(400) not null,
    verified bit not null,
    purpose varchar(20) not null constraint ck_notification_purpose check (purpose in ('Page', 'Repeat', 'Taken', 'HandedOver', 'Notice')),
    urgency int not null,
    step int not null,
    due_at datetime2(3) not null,
    state varchar(20) not null constraint ck_notification_state check (state in ('Pending', 'Claimed', 'Accepted', 'Delivered', 'Failed', 'Indeterminate', 'Cancelled')),
    attempt int not null,
    claimed_by varchar(64) null,
    claimed_until datetime2(3) null,
    provider_id nvarchar(200) null,
    detail nvarchar(400) null,
    changed_at datetime2(3) not null
);

create index ix_notification_due on notification (kind, urgency, due_at) where state = 'Pending';
create index ix_notification_claimed on notification (kind, claimed_until) where state = 'Claimed';
create index ix_notification_asked on notification (address) where state <> 'Cancelled';
create index ix_notification_page on notification (page_id, person_id);
create index ix_notification_provider on notification (provider_id) where provider_id is not null;

create table page_event (
    seq bigint identity(1, 1) not null constraint pk_page_event primary key,
    page_id uniqueidentifier not null constraint fk_page_event_page references page (page_id),
    at datetime2(3) not null,
    kind varchar(40) not null,
    person_id uniqueidentifier null constraint fk_page_event_person references person (person_id),
    who nvarchar(200) null,
    channel varchar(20) null,
    detail nvarchar(4000) not null
);

create index ix_page_event_page on page_event (page_id, seq);
