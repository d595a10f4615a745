-- name: Stamp
select stamp from roster_stamp where id = 1;

-- name: InsertPage
insert into page (page_id, reference, role_id, urgency, subject, body, patient_ref, callback, replies, sender_id, sender_name, sent_at)
values (@page, @reference, @role, @urgency, @subject, @body, @patientRef, @callback, @replies, @sender, @senderName, @sentAt);

-- name: InsertReference
insert into page_reference (reference, page_id, free_at)
values (@reference, @page, null);

-- name: FreeReference
delete from page_reference where reference = @reference and free_at <= @now;

-- name: ReferenceIsTaken
select count(*) from page_reference where reference = @reference;

-- name: InsertKey
insert into idempotency_key (caller, key_hash, request_hash, page_id, free_at)
values (@caller, @key, @hash, @page, @freeAt);

-- name: FreeKey
delete from idempotency_key where caller = @caller and key_hash = @key and free_at <= @now;

-- name: KeyIsTaken
select count(*) from idempotency_key where caller = @caller and key_hash = @key;

-- name: InsertEscalation
insert into escalation (page_id, version, urgency, phase, is_open, at_desk, role_id, due_at, look_at, roster_stamp, closed_at, state, claimed_by, claimed_until)
values (@page, @version, @urgency, @phase, @isOpen, @atDesk, @role, @dueAt, null, @stamp, @closedAt, @state, null, null);

-- name: UpdateEscalation
update escalation
set version = @version + 1, phase = @phase, is_open = @isOpen, at_desk = @atDesk, role_id = @role, due_at = @dueAt,
    look_at = case when @failuresSeen = 1 then null else look_at end,
    roster_stamp = @stamp, closed_at = @closedAt, state = @state, claimed_by = null, claimed_until = null
where page_id = @page and version = @version
    and exists (select 1 from roster_stamp where id = 1 and stamp = @stamp);

-- name: HoldReference
update page_reference set free_at = @freeAt where page_id = @page;

-- name: UpdateResponder
update page_responder set standing = @standing, since = @since where page_id = @page and person_id = @person;

-- name: InsertResponder
insert into page_responder (page_id, person_id, standing, since)
values (@page, @person, @standing, @since);

-- name: SilenceAll
update notification set state = 'Cancelled', changed_at = @now
where page_id = @page and state = 'Pending' and purpose in ('Page', 'Repeat');

-- name: SilencePerson
update notification set state = 'Cancelled', changed_at = @now
where page_id = @page and person_id = @person and state = 'Pending' and purpose in ('Page', 'Repeat');

-- name: InsertNotification
insert into notification (notification_id, page_id, person_id, contact_method_id, kind, address, verified, purpose, urgency, step, due_at, state, attempt, changed_at)
select @id, @page, @person, @method, @kind, @address, @verified, @purpose, @urgency, @step, @dueAt, 'Pending', 0, @now
where not exists (
    select 1 from notification n
    where n.page_id = @page and n.kind = @kind and n.address = @address and n.state in ('Pending', 'Claimed')
        and (n.person_id = @person or (n.person_id is null and @person is null))
        and @purpose = 'Repeat' and n.purpose in ('Page', 'Repeat'));

-- name: RungMethods
select distinct n.person_id as Person, n.contact_method_id as Method, n.kind as Kind, n.address as Address, n.verified as Verified
from notification n
where n.page_id = @page and n.purpose in ('Page', 'Repeat') and n.attempt > 0
    and n.state in ('Claimed', 'Accepted', 'Delivered', 'Indeterminate')
    and (n.kind in ('Sms', 'Snpp', 'Wctp', 'Tap', 'Mail') or (n.kind = 'Push' and n.person_id is null));

-- name: InsertEvent
insert into page_event (page_id, at, kind, person_id, who, channel, detail)
values (@page, @at, @kind, @person, @who, @channel, @detail);

-- name: Events
select e.seq as Seq, e.page_id as Page, e.at as At, e.kind as Kind, e.person_id as Person, e.who as Who, e.channel as Channel, e.detail as Detail
from page_event e
where e.page_id = @page
order by e.seq;

-- name: Load
select p.page_id as Id, p.reference as Reference, p.role_id as Role, p.urgency as Urgency, p.subject as Subject, p.body as Body,
    p.patient_ref as PatientRef, p.callback as Callback, p.replies as Replies, p.sender_id as Sender, p.sender_name as SenderName,
    p.sent_at as SentAt, e.version as Version, e.state as State
from page p
join escalation e on e.page_id = p.page_id
where p.page_id in @pages;

-- name: Key
select k.page_id as Page, k.request_hash as RequestHash
from idempotency_key k
where k.caller = @caller and k.key_hash = @key and k.free_at > @now;

-- name: Reference
select r.page_id from page_reference r where r.reference = @reference;

-- name: EarliestDue
select m.at
from (
    select min(case when d.claimed_until > d.at then d.claimed_until else d.at end) as at
    from (
        select e.claimed_until, case when e.look_at < e.due_at or e.due_at is null then coalesce(e.look_at, e.due_at) else e.due_at end as at
        from escalation e
        where e.is_open = 1) d) m
where m.at is not null;

-- name: Inbox
select p.page_id as Id, p.reference as Reference, p.role_id as Role, p.urgency as Urgency, p.subject as Subject, p.body as Body,
    p.patient_ref as PatientRef, p.callback as Callback, p.replies as Replies, p.sender_id as Sender, p.sender_name as SenderName,
    p.sent_at as SentAt, e.version as Version, e.state as State
from page_responder r
join page p on p.page_id = r.page_id
join escalation e on e.page_id = r.page_id
where r.person_id = @person
    and ((r.standing in ('Notified', 'Acknowledged') and e.is_open = 1) or (r.standing = 'Acknowledged' and e.phase = 'Acknowledged'));

-- name: PurgeReferences
delete from page_reference where free_at <= @now;

-- name: PurgeKeys
delete from idempotency_key where free_at <= @now;
