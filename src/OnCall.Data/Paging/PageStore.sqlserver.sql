-- Candidates are read under locks that are let go at once: update locks would stay on the index keys of those that another node gets, and two claims
-- that come by different indexes would wait for each other. Where rows are versioned, READPAST wants READCOMMITTEDLOCK beside it
-- (https://learn.microsoft.com/sql/t-sql/queries/hints-transact-sql-table). The version, which every row has, stands in no index: a claim that came to its
-- rows by an index alone would pass no held row by, but wait for it when it writes.
-- name: ClaimDue
update escalation with (readpast, rowlock, readcommittedlock)
set claimed_by = @node, claimed_until = @until, due_at = @until
output inserted.page_id
where page_id in (
        select top (@most) c.page_id
        from escalation c with (readpast, rowlock, readcommittedlock)
        where c.urgency = @urgency and c.due_at is not null and c.due_at <= @now and (c.claimed_until is null or c.claimed_until <= @now)
        order by c.due_at)
    and due_at <= @now
    and (claimed_until is null or claimed_until <= @now)
    and version >= 0
option (loop join);

-- name: ClaimToLookAt
update escalation with (readpast, rowlock, readcommittedlock)
set claimed_by = @node, claimed_until = @until, look_at = @until
output inserted.page_id
where page_id in (
        select top (@most) c.page_id
        from escalation c with (readpast, rowlock, readcommittedlock)
        where c.look_at is not null and (c.claimed_until is null or c.claimed_until <= @now)
        order by c.urgency desc, c.look_at)
    and look_at is not null
    and (claimed_until is null or claimed_until <= @now)
    and version >= 0
option (loop join);

-- name: ClaimStale
update escalation with (readpast, rowlock, readcommittedlock)
set claimed_by = @node, claimed_until = @until
output inserted.page_id
where page_id in (
        select top (@most) c.page_id
        from escalation c with (readpast, rowlock, readcommittedlock)
        where c.urgency = @urgency and c.is_open = 1 and c.roster_stamp < (select s.stamp from roster_stamp s where s.id = 1)
            and (c.claimed_until is null or c.claimed_until <= @now)
        order by c.roster_stamp)
    and is_open = 1 and roster_stamp < (select s.stamp from roster_stamp s where s.id = 1)
    and (claimed_until is null or claimed_until <= @now)
    and version >= 0
option (loop join);

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

-- Each change names the index by which it comes to its rows, and comes to them from those that are given, one by one: a server that finds a scan
-- cheaper, as it does for a small table or a filter that few rows passed when they were counted, waits for every row that somebody holds.
-- name: HoldReference
update r set free_at = @freeAt from page_reference r with (index (ix_page_reference_page)) where r.page_id = @page;

-- name: SilenceAll
update n set state = 'Cancelled', changed_at = @now
from notification n with (index (ix_notification_page))
where n.page_id = @page and n.state = 'Pending' and n.purpose in ('Page', 'Repeat');

-- name: SilencePerson
update n set state = 'Cancelled', changed_at = @now
from notification n with (index (ix_notification_page))
where n.page_id = @page and n.person_id = @person and n.state = 'Pending' and n.purpose in ('Page', 'Repeat');

-- name: FreeKeys
-- rows: caller nvarchar(100), key char(64), now datetime2(3)
delete k
from @rows j
join idempotency_key k with (index (pk_idempotency_key)) on k.caller = j.caller and k.key_hash = j.[key]
where k.free_at <= j.now
option (loop join, force order);

-- name: FreeReferences
-- rows: reference nvarchar(8), now datetime2(3)
delete r
from @rows j
join page_reference r with (index (pk_page_reference)) on r.reference = j.reference
where r.free_at <= j.now
option (loop join, force order);

-- name: Taken
-- rows: page uniqueidentifier, caller nvarchar(100), key char(64), reference nvarchar(8)
select j.page as Page,
    case when exists (select 1 from idempotency_key k where k.caller = j.caller and k.key_hash = j.[key]) then 1 else 0 end as KeyIsTaken,
    case when exists (select 1 from page_reference r where r.reference = j.reference) then 1 else 0 end as ReferenceIsTaken
from @rows j;

-- name: InsertPages
-- rows: page uniqueidentifier, reference nvarchar(8), role uniqueidentifier, urgency varchar(20), subject nvarchar(max), body nvarchar(max), patientRef nvarchar(max), callback nvarchar(32), replies nvarchar(4000), sender uniqueidentifier, senderName nvarchar(200), sentAt datetime2(3)
insert into page (page_id, reference, role_id, urgency, subject, body, patient_ref, callback, replies, sender_id, sender_name, sent_at)
select j.page, j.reference, j.role, j.urgency, j.subject, j.body, j.patientRef, j.callback, j.replies, j.sender, j.senderName, j.sentAt
from @rows j;

-- name: InsertReferences
-- rows: reference nvarchar(8), page uniqueidentifier
insert into page_reference (reference, page_id, free_at)
select j.reference, j.page, null
from @rows j;

-- name: InsertKeys
-- rows: caller nvarchar(100), key char(64), hash nvarchar(400), page uniqueidentifier, freeAt datetime2(3)
insert into idempotency_key (caller, key_hash, request_hash, sealed_hash, page_id, free_at)
select j.caller, j.[key], '', j.hash, j.page, j.freeAt
from @rows j;

-- name: InsertEscalations
-- rows: page uniqueidentifier, version int, urgency int, phase varchar(20), isOpen bit, ownersAsked bit, atDesk bit, role uniqueidentifier, dueAt datetime2(3), stamp bigint, closedAt datetime2(3), state nvarchar(max), write uniqueidentifier
insert into escalation (page_id, version, urgency, phase, is_open, owners_asked, at_desk, role_id, due_at, look_at, roster_stamp, closed_at, state, claimed_by, claimed_until, write_id)
select j.page, j.version, j.urgency, j.phase, j.isOpen, j.ownersAsked, j.atDesk, j.role, j.dueAt, null, j.stamp, j.closedAt, j.state, null, null, j.write
from @rows j;

-- name: UpdateEscalations
-- rows: phase varchar(20), isOpen bit, ownersAsked bit, atDesk bit, role uniqueidentifier, dueAt datetime2(3), failuresSeen bit, now datetime2(3), stamp bigint, closedAt datetime2(3), state nvarchar(max), write uniqueidentifier, page uniqueidentifier, version int
update e
set version = e.version + 1, phase = j.phase, is_open = j.isOpen, owners_asked = j.ownersAsked, at_desk = j.atDesk, role_id = j.role, due_at = j.dueAt,
    look_at = case when j.failuresSeen = 1 or e.look_at is null then null else j.now end,
    roster_stamp = j.stamp, closed_at = j.closedAt, state = j.state, claimed_by = null, claimed_until = null, write_id = j.write
from @rows j
join escalation e with (index (pk_escalation)) on e.page_id = j.page
where e.version = j.version and exists (select 1 from roster_stamp s where s.id = 1 and s.stamp = j.stamp)
option (loop join, force order);

-- name: PutResponders
-- rows: standing varchar(20), since datetime2(3), page uniqueidentifier, person uniqueidentifier
update r
set standing = j.standing, since = j.since
from @rows j
join page_responder r with (index (pk_page_responder)) on r.page_id = j.page and r.person_id = j.person
where r.standing <> j.standing or r.since <> j.since
option (loop join, force order);

insert into page_responder (page_id, person_id, standing, since)
select j.page, j.person, j.standing, j.since
from @rows j
where not exists (select 1 from page_responder r where r.page_id = j.page and r.person_id = j.person);

-- name: InsertNotifications
-- rows: id uniqueidentifier, page uniqueidentifier, person uniqueidentifier, method uniqueidentifier, kind varchar(20), address nvarchar(400), verified bit, purpose varchar(20), urgency int, step int, dueAt datetime2(3), turnAt datetime2(3), state varchar(20), attempt int, detail nvarchar(400), now datetime2(3), callsSince datetime2(3)
insert into notification (
    notification_id, page_id, person_id, contact_method_id, kind, address, verified, purpose, urgency, step, due_at, turn_at, state, attempt, detail, changed_at)
select j.id, j.page, j.person, j.method, j.kind, j.address, j.verified, j.purpose, j.urgency, j.step, j.dueAt, j.turnAt, j.state, j.attempt, j.detail, j.now
from @rows j
where j.purpose <> 'Repeat' or j.state <> 'Pending'
    or not exists (
        select 1 from notification n
        where n.page_id = j.page and (n.person_id = j.person or (n.person_id is null and j.person is null)) and n.kind = j.kind
            and n.address = j.address and n.purpose in ('Page', 'Repeat')
            and (n.state in ('Pending', 'Claimed') or (n.kind = 'Voice' and n.state = 'Accepted' and n.changed_at > j.callsSince)));

-- name: InsertEvents
-- rows: page uniqueidentifier, at datetime2(3), kind varchar(40), person uniqueidentifier, who nvarchar(200), channel varchar(20), detail nvarchar(4000), closed nvarchar(max), n int
insert into page_event (page_id, at, kind, person_id, who, channel, detail, sealed_detail)
select j.page, j.at, j.kind, j.person, j.who, j.channel, j.detail, j.closed
from @rows j
order by j.n;

-- name: PurgeReferences
delete top (@most) from page_reference where free_at <= @now;

-- name: PurgeKeys
delete top (@most) from idempotency_key where free_at <= @now;
