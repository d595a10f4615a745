-- What many rows of one statement are sent as.
create type page_row as table (
    caller nvarchar(100) null,
    [key] char(64) null,
    now datetime2(3) null,
    reference nvarchar(8) null,
    page uniqueidentifier null,
    role uniqueidentifier null,
    urgency varchar(20) null,
    subject nvarchar(max) null,
    body nvarchar(max) null,
    patientRef nvarchar(max) null,
    callback nvarchar(32) null,
    replies nvarchar(4000) null,
    sender uniqueidentifier null,
    senderName nvarchar(200) null,
    sentAt datetime2(3) null,
    hash nvarchar(400) null,
    freeAt datetime2(3) null
);

create type escalation_row as table (
    page uniqueidentifier null,
    version int null,
    urgency int null,
    phase varchar(20) null,
    isOpen bit null,
    ownersAsked bit null,
    atDesk bit null,
    role uniqueidentifier null,
    dueAt datetime2(3) null,
    stamp bigint null,
    closedAt datetime2(3) null,
    state nvarchar(max) null,
    write uniqueidentifier null,
    failuresSeen bit null,
    now datetime2(3) null
);

create type page_responder_row as table (
    page uniqueidentifier null,
    person uniqueidentifier null,
    standing varchar(20) null,
    since datetime2(3) null
);

create type notification_row as table (
    id uniqueidentifier null,
    page uniqueidentifier null,
    person uniqueidentifier null,
    method uniqueidentifier null,
    kind varchar(20) null,
    address nvarchar(400) null,
    verified bit null,
    purpose varchar(20) null,
    urgency int null,
    step int null,
    dueAt datetime2(3) null,
    turnAt datetime2(3) null,
    callsSince datetime2(3) null,
    state varchar(20) null,
    attempt int null,
    detail nvarchar(400) null,
    now datetime2(3) null
);

create type page_event_row as table (
    n int null,
    page uniqueidentifier null,
    at datetime2(3) null,
    kind varchar(40) null,
    person uniqueidentifier null,
    who nvarchar(200) null,
    channel varchar(20) null,
    detail nvarchar(4000) null,
    closed nvarchar(max) null
);

create type notification_result_row as table (
    id uniqueidentifier null,
    attempt int null,
    state varchar(20) null,
    providerId nvarchar(200) null,
    detail nvarchar(400) null,
    now datetime2(3) null,
    node varchar(64) null
);

create type shift_row as table (
    id uniqueidentifier null,
    role uniqueidentifier null,
    person uniqueidentifier null,
    tier int null,
    starts datetime2(3) null,
    ends datetime2(3) null,
    label nvarchar(100) null,
    upload uniqueidentifier null,
    is_long bit null
);

create type feed_event_row as table (
    feed uniqueidentifier null,
    uid varchar(60) null,
    hash char(64) null,
    sequence int null,
    changed datetime2(3) null,
    ends datetime2(3) null
);

create type audit_entry_row as table (
    n int null,
    at datetime2(3) null,
    actor nvarchar(200) null,
    action varchar(60) null,
    subject nvarchar(200) null,
    detail nvarchar(max) null
);

create type audit_seal_row as table (
    place bigint null,
    entrySeq bigint null,
    hash varchar(64) null,
    sealedAt datetime2(3) null
);
