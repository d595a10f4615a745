-- name: ClaimDue
update escalation
set claimed_by = @node, claimed_until = @until, due_at = @until
where page_id in (
        select c.page_id
        from escalation c
        where c.urgency = @urgency and c.due_at is not null and c.due_at <= @now and (c.claimed_until is null or c.claimed_until <= @now)
        order by c.due_at
        limit @most)
    and due_at <= @now
    and (claimed_until is null or claimed_until <= @now)
returning page_id;

-- name: ClaimToLookAt
update escalation
set claimed_by = @node, claimed_until = @until, look_at = @until
where page_id in (
        select c.page_id
        from escalation c
        where c.look_at is not null and (c.claimed_until is null or c.claimed_until <= @now)
        order by c.urgency desc, c.look_at
        limit @most)
    and look_at is not null
    and (claimed_until is null or claimed_until <= @now)
returning page_id;

-- name: ClaimStale
update escalation
set claimed_by = @node, claimed_until = @until
where page_id in (
        select c.page_id
        from escalation c
        where c.urgency = @urgency and c.is_open = 1 and c.roster_stamp < (select s.stamp from roster_stamp s where s.id = 1)
            and (c.claimed_until is null or c.claimed_until <= @now)
        order by c.roster_stamp
        limit @most)
    and is_open = 1 and roster_stamp < (select s.stamp from roster_stamp s where s.id = 1)
    and (claimed_until is null or claimed_until <= @now)
returning page_id;

-- name: List
select p.page_id as Id, p.reference as Reference, p.role_id as Role, p.urgency as Urgency, p.subject as Subject, p.body as Body,
    p.patient_ref as PatientRef, p.callback as Callback, p.replies as Replies, p.sender_id as Sender, p.sender_name as SenderName,
    p.sent_at as SentAt, e.version as Version, e.state as State
from page p
join escalation e on e.page_id = p.page_id
where p.role_id <> @selfTest
    and (@isOpen is null or e.is_open = @isOpen or (@orOverdue = 1 and e.owners_asked = 1))
    and (@isClosed is null or e.closed_at is not null)
    and (@phase is null or e.phase = @phase)
    and (@atDesk is null or (case when e.at_desk = 1 and e.is_open = 1 then 1 else 0 end) = @atDesk)
    and (@urgency is null or p.urgency = @urgency)
    and (@role is null or e.role_id = @role)
    and (@before is null or (p.sent_at, p.page_id) < (select b.sent_at, b.page_id from page b where b.page_id = @before))
order by p.sent_at desc, p.page_id desc
limit @limit;

-- name: FreeKeys
with j (now, caller, key) as (values @rows)
delete from idempotency_key where (caller, key_hash) in (select j.caller, j.key from j) and free_at <= (select max(j.now) from j);

-- name: FreeReferences
with j (now, reference) as (values @rows)
delete from page_reference where reference in (select j.reference from j) and free_at <= (select max(j.now) from j);

-- name: Taken
with j as materialized (select value as v from json_each(@rows))
select v ->> '$.page' as Page,
    case when exists (select 1 from idempotency_key k where k.caller = v ->> '$.caller' and k.key_hash = v ->> '$.key') then 1 else 0 end as KeyIsTaken,
    case when exists (select 1 from page_reference r where r.reference = v ->> '$.reference') then 1 else 0 end as ReferenceIsTaken
from j;

-- name: InsertPages
with j (page, reference, role, urgency, subject, body, patientRef, callback, replies, sender, senderName, sentAt) as (values @rows)
insert into page (page_id, reference, role_id, urgency, subject, body, patient_ref, callback, replies, sender_id, sender_name, sent_at)
select j.page, j.reference, j.role, j.urgency, j.subject, j.body, j.patientRef, j.callback, j.replies, j.sender, j.senderName, j.sentAt
from j;

-- name: InsertReferences
with j (page, reference) as (values @rows)
insert into page_reference (reference, page_id, free_at)
select j.reference, j.page, null
from j;

-- name: InsertKeys
with j (page, caller, key, hash, freeAt) as (values @rows)
insert into idempotency_key (caller, key_hash, request_hash, sealed_hash, page_id, free_at)
select j.caller, j.key, '', j.hash, j.page, j.freeAt
from j;

-- name: InsertEscalations
with j (page, version, urgency, phase, isOpen, ownersAsked, atDesk, role, dueAt, stamp, closedAt, state, write) as (values @rows)
insert into escalation (page_id, version, urgency, phase, is_open, owners_asked, at_desk, role_id, due_at, look_at, roster_stamp, closed_at, state, claimed_by, claimed_until, write_id)
select j.page, j.version, j.urgency, j.phase, j.isOpen, j.ownersAsked, j.atDesk, j.role, j.dueAt, null, j.stamp, j.closedAt, j.state, null, null, j.write
from j;

-- name: UpdateEscalations
with j (page, version, phase, isOpen, ownersAsked, atDesk, role, dueAt, failuresSeen, now, stamp, closedAt, state, write) as (values @rows)
update escalation
set version = escalation.version + 1, phase = j.phase, is_open = j.isOpen, owners_asked = j.ownersAsked, at_desk = j.atDesk, role_id = j.role, due_at = j.dueAt,
    look_at = case when j.failuresSeen = 1 or look_at is null then null else j.now end,
    roster_stamp = j.stamp, closed_at = j.closedAt, state = j.state, claimed_by = null, claimed_until = null, write_id = j.write
from j
where page_id = j.page and escalation.version = j.version and exists (select 1 from roster_stamp s where s.id = 1 and s.stamp = j.stamp);

-- name: PutResponders
with j (page, person, standing, since) as (values @rows)
insert into page_responder (page_id, person_id, standing, since)
select j.page, j.person, j.standing, j.since
from j
where true
on conflict (page_id, person_id) do update
set standing = excluded.standing, since = excluded.since
where standing <> excluded.standing or since <> excluded.since;

-- name: InsertNotifications
with j (id, page, person, method, kind, address, verified, purpose, urgency, step, dueAt, turnAt, callsSince, state, attempt, detail, now) as (values @rows)
insert into notification (
    notification_id, page_id, person_id, contact_method_id, kind, address, verified, purpose, urgency, step, due_at, turn_at, state, attempt, detail, changed_at)
select j.id, j.page, j.person, j.method, j.kind, j.address, j.verified, j.purpose, j.urgency, j.step, j.dueAt, j.turnAt, j.state, j.attempt, j.detail, j.now
from j
where j.purpose <> 'Repeat' or j.state <> 'Pending'
    or not exists (
        select 1 from notification n
        where n.page_id = j.page and n.person_id is j.person and n.kind = j.kind and n.address = j.address and n.purpose in ('Page', 'Repeat')
            and (n.state in ('Pending', 'Claimed') or (n.kind = 'Voice' and n.state = 'Accepted' and n.changed_at > j.callsSince)));

-- name: InsertEvents
with j (page, at, kind, person, who, channel, detail, closed) as (values @rows)
insert into page_event (page_id, at, kind, person_id, who, channel, detail, sealed_detail)
select j.page, j.at, j.kind, j.person, j.who, j.channel, j.detail, j.closed
from j;

-- name: PurgeReferences
delete from page_reference where rowid in (select r.rowid from page_reference r where r.free_at <= @now limit @most);

-- name: PurgeKeys
delete from idempotency_key where rowid in (select k.rowid from idempotency_key k where k.free_at <= @now limit @most);

-- name: HoldReference
update page_reference set free_at = @freeAt where page_id = @page;

-- name: SilenceAll
update notification set state = 'Cancelled', changed_at = @now
where page_id = @page and state = 'Pending' and purpose in ('Page', 'Repeat');

-- name: SilencePerson
update notification set state = 'Cancelled', changed_at = @now
where page_id = @page and person_id = @person and state = 'Pending' and purpose in ('Page', 'Repeat');
