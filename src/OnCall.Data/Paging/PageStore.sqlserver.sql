-- name: ClaimDue
update e
set claimed_by = @node, claimed_until = @until, due_at = @until
output inserted.page_id
from escalation e with (readpast, updlock, rowlock)
where e.page_id in (
        select top (@most) c.page_id
        from escalation c with (readpast, updlock, rowlock)
        where c.urgency = @urgency and c.due_at is not null and c.due_at <= @now and (c.claimed_until is null or c.claimed_until <= @now)
        order by c.due_at)
    and e.due_at <= @now
    and (e.claimed_until is null or e.claimed_until <= @now);

-- name: ClaimToLookAt
update e
set claimed_by = @node, claimed_until = @until, look_at = @until
output inserted.page_id
from escalation e with (readpast, updlock, rowlock)
where e.page_id in (
        select top (@most) c.page_id
        from escalation c with (readpast, updlock, rowlock)
        where c.look_at is not null and (c.claimed_until is null or c.claimed_until <= @now)
        order by c.urgency desc, c.look_at)
    and e.look_at is not null
    and (e.claimed_until is null or e.claimed_until <= @now);

-- name: ClaimStale
update e
set claimed_by = @node, claimed_until = @until
output inserted.page_id
from escalation e with (readpast, updlock, rowlock)
where e.page_id in (
        select top (@most) c.page_id
        from escalation c with (readpast, updlock, rowlock)
        where c.urgency = @urgency and c.is_open = 1 and c.roster_stamp < (select s.stamp from roster_stamp s where s.id = 1)
            and (c.claimed_until is null or c.claimed_until <= @now))
    and e.is_open = 1 and e.roster_stamp < (select s.stamp from roster_stamp s where s.id = 1)
    and (e.claimed_until is null or e.claimed_until <= @now);

-- name: List
select top (@limit) p.page_id as Id, p.reference as Reference, p.role_id as Role, p.urgency as Urgency, p.subject as Subject, p.body as Body,
    p.patient_ref as PatientRef, p.callback as Callback, p.replies as Replies, p.sender_id as Sender, p.sender_name as SenderName,
    p.sent_at as SentAt, e.version as Version, e.state as State
from page p
join escalation e on e.page_id = p.page_id
where p.role_id <> @selfTest
    and (@isOpen is null or e.is_open = @isOpen or (@orOverdue = 1 and e.owners_asked = 1))
    and (@isClosed is null or e.closed_at is not null)
    and (@phase is null or e.phase = cast(@phase as varchar(20)))
    and (@atDesk is null or (case when e.at_desk = 1 and e.is_open = 1 then 1 else 0 end) = @atDesk)
    and (@urgency is null or p.urgency = cast(@urgency as varchar(20)))
    and (@role is null or e.role_id = @role)
    and (@before is null or exists (
        select 1 from page b
        where b.page_id = @before and (p.sent_at < b.sent_at or (p.sent_at = b.sent_at and p.page_id < b.page_id))))
order by p.sent_at desc, p.page_id desc;

-- name: FreeKeys
delete k
from idempotency_key k
join openjson(@rows) with (
    caller nvarchar(100) '$.caller',
    [key] char(64) '$.key',
    now datetime2(3) '$.now') j on j.caller = k.caller and j.[key] = k.key_hash
where k.free_at <= j.now;

-- name: FreeReferences
delete r
from page_reference r
join openjson(@rows) with (
    reference nvarchar(8) '$.reference',
    now datetime2(3) '$.now') j on j.reference = r.reference
where r.free_at <= j.now;

-- name: Taken
select j.page as Page,
    case when exists (select 1 from idempotency_key k where k.caller = j.caller and k.key_hash = j.[key]) then 1 else 0 end as KeyIsTaken,
    case when exists (select 1 from page_reference r where r.reference = j.reference) then 1 else 0 end as ReferenceIsTaken
from openjson(@rows) with (
    page uniqueidentifier '$.page',
    caller nvarchar(100) '$.caller',
    [key] char(64) '$.key',
    reference nvarchar(8) '$.reference') j;

-- name: InsertPages
insert into page (page_id, reference, role_id, urgency, subject, body, patient_ref, callback, replies, sender_id, sender_name, sent_at)
select j.page, j.reference, j.role, j.urgency, j.subject, j.body, j.patientRef, j.callback, j.replies, j.sender, j.senderName, j.sentAt
from openjson(@rows) with (
    page uniqueidentifier '$.page',
    reference nvarchar(8) '$.reference',
    role uniqueidentifier '$.role',
    urgency varchar(20) '$.urgency',
    subject nvarchar(max) '$.subject',
    body nvarchar(max) '$.body',
    patientRef nvarchar(max) '$.patientRef',
    callback nvarchar(32) '$.callback',
    replies nvarchar(4000) '$.replies',
    sender uniqueidentifier '$.sender',
    senderName nvarchar(200) '$.senderName',
    sentAt datetime2(3) '$.sentAt') j;

-- name: InsertReferences
insert into page_reference (reference, page_id, free_at)
select j.reference, j.page, null
from openjson(@rows) with (
    page uniqueidentifier '$.page',
    reference nvarchar(8) '$.reference') j;

-- name: InsertKeys
insert into idempotency_key (caller, key_hash, request_hash, sealed_hash, page_id, free_at)
select j.caller, j.[key], '', j.hash, j.page, j.freeAt
from openjson(@rows) with (
    page uniqueidentifier '$.page',
    caller nvarchar(100) '$.caller',
    [key] char(64) '$.key',
    hash nvarchar(400) '$.hash',
    freeAt datetime2(3) '$.freeAt') j;

-- name: InsertEscalations
insert into escalation (page_id, version, urgency, phase, is_open, owners_asked, at_desk, role_id, due_at, look_at, roster_stamp, closed_at, state, claimed_by, claimed_until, write_id)
select j.page, j.version, j.urgency, j.phase, j.isOpen, j.ownersAsked, j.atDesk, j.role, j.dueAt, null, j.stamp, j.closedAt, j.state, null, null, j.write
from openjson(@rows) with (
    page uniqueidentifier '$.page',
    version int '$.version',
    urgency int '$.urgency',
    phase varchar(20) '$.phase',
    isOpen bit '$.isOpen',
    ownersAsked bit '$.ownersAsked',
    atDesk bit '$.atDesk',
    role uniqueidentifier '$.role',
    dueAt datetime2(3) '$.dueAt',
    stamp bigint '$.stamp',
    closedAt datetime2(3) '$.closedAt',
    state nvarchar(max) '$.state',
    write uniqueidentifier '$.write') j;

-- name: UpdateEscalations
update e
set version = e.version + 1, phase = j.phase, is_open = j.isOpen, owners_asked = j.ownersAsked, at_desk = j.atDesk, role_id = j.role, due_at = j.dueAt,
    look_at = case when j.failuresSeen = 1 or e.look_at is null then null else j.now end,
    roster_stamp = j.stamp, closed_at = j.closedAt, state = j.state, claimed_by = null, claimed_until = null, write_id = j.write
from escalation e
join openjson(@rows) with (
    page uniqueidentifier '$.page',
    version int '$.version',
    phase varchar(20) '$.phase',
    isOpen bit '$.isOpen',
    ownersAsked bit '$.ownersAsked',
    atDesk bit '$.atDesk',
    role uniqueidentifier '$.role',
    dueAt datetime2(3) '$.dueAt',
    failuresSeen bit '$.failuresSeen',
    now datetime2(3) '$.now',
    stamp bigint '$.stamp',
    closedAt datetime2(3) '$.closedAt',
    state nvarchar(max) '$.state',
    write uniqueidentifier '$.write') j on j.page = e.page_id
where e.version = j.version and exists (select 1 from roster_stamp s where s.id = 1 and s.stamp = j.stamp);

-- name: PutResponders
update r
set standing = j.standing, since = j.since
from page_responder r
join openjson(@rows) with (
    page uniqueidentifier '$.page',
    person uniqueidentifier '$.person',
    standing varchar(20) '$.standing',
    since datetime2(3) '$.since') j on j.page = r.page_id and j.person = r.person_id
where r.standing <> j.standing or r.since <> j.since;

insert into page_responder (page_id, person_id, standing, since)
select j.page, j.person, j.standing, j.since
from openjson(@rows) with (
    page uniqueidentifier '$.page',
    person uniqueidentifier '$.person',
    standing varchar(20) '$.standing',
    since datetime2(3) '$.since') j
where not exists (select 1 from page_responder r where r.page_id = j.page and r.person_id = j.person);

-- name: InsertNotifications
insert into notification (
    notification_id, page_id, person_id, contact_method_id, kind, address, verified, purpose, urgency, step, due_at, turn_at, state, attempt, detail, changed_at)
select j.id, j.page, j.person, j.method, j.kind, j.address, j.verified, j.purpose, j.urgency, j.step, j.dueAt, j.turnAt, j.state, j.attempt, j.detail, j.now
from openjson(@rows) with (
    id uniqueidentifier '$.id',
    page uniqueidentifier '$.page',
    person uniqueidentifier '$.person',
    method uniqueidentifier '$.method',
    kind varchar(20) '$.kind',
    address nvarchar(400) '$.address',
    verified bit '$.verified',
    purpose varchar(20) '$.purpose',
    urgency int '$.urgency',
    step int '$.step',
    dueAt datetime2(3) '$.dueAt',
    turnAt datetime2(3) '$.turnAt',
    callsSince datetime2(3) '$.callsSince',
    state varchar(20) '$.state',
    attempt int '$.attempt',
    detail nvarchar(400) '$.detail',
    now datetime2(3) '$.now') j
where j.purpose <> 'Repeat' or j.state <> 'Pending'
    or not exists (
        select 1 from notification n
        where n.page_id = j.page and (n.person_id = j.person or (n.person_id is null and j.person is null)) and n.kind = j.kind
            and n.address = j.address and n.purpose in ('Page', 'Repeat')
            and (n.state in ('Pending', 'Claimed') or (n.kind = 'Voice' and n.state = 'Accepted' and n.changed_at > j.callsSince)));

-- name: InsertEvents
insert into page_event (page_id, at, kind, person_id, who, channel, detail, sealed_detail)
select j.page, j.at, j.kind, j.person, j.who, j.channel, j.detail, j.closed
from openjson(@rows) with (
    n int '$.n',
    page uniqueidentifier '$.page',
    at datetime2(3) '$.at',
    kind varchar(40) '$.kind',
    person uniqueidentifier '$.person',
    who nvarchar(200) '$.who',
    channel varchar(20) '$.channel',
    detail nvarchar(4000) '$.detail',
    closed nvarchar(max) '$.closed') j
order by j.n;
