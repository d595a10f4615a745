-- name: Stamp
select stamp from roster_stamp where id = 1;

-- name: RungMethods
select distinct n.page_id as Page, n.person_id as Person, n.contact_method_id as Method, n.kind as Kind, n.address as Address, n.verified as Verified
from notification n
where n.page_id in @pages and n.purpose in ('Page', 'Repeat') and n.attempt > 0
    and (n.state in ('Claimed', 'Accepted', 'Delivered', 'Indeterminate') or (n.attempt > 1 and n.state in ('Pending', 'Cancelled')))
    and (n.kind in ('Sms', 'Snpp', 'Wctp', 'Tap', 'Mail') or (n.kind = 'Push' and n.person_id is null));

-- name: Events
select e.seq as Seq, e.page_id as Page, e.at as At, e.kind as Kind, e.person_id as Person, e.who as Who, e.channel as Channel, coalesce(e.sealed_detail, e.detail) as Detail
from page_event e
where e.page_id in @pages
order by e.seq;

-- name: Load
select p.page_id as Id, p.reference as Reference, p.role_id as Role, p.urgency as Urgency, p.subject as Subject, p.body as Body,
    p.patient_ref as PatientRef, p.callback as Callback, p.replies as Replies, p.sender_id as Sender, p.sender_name as SenderName,
    p.sent_at as SentAt, e.version as Version, e.state as State
from page p
join escalation e on e.page_id = p.page_id
where p.page_id in @pages;

-- name: Escalations
select e.version as Version, e.state as State from escalation e where e.page_id in @pages;

-- name: Key
select k.page_id as Page, coalesce(k.sealed_hash, k.request_hash) as RequestHash
from idempotency_key k
where k.caller = @caller and k.key_hash = cast(@key as char(64)) and k.free_at > @now;

-- name: Reference
select r.page_id from page_reference r where r.reference = @reference;

-- name: Inbox
select p.page_id as Id, p.reference as Reference, p.role_id as Role, p.urgency as Urgency, p.subject as Subject, p.body as Body,
    p.patient_ref as PatientRef, p.callback as Callback, p.replies as Replies, p.sender_id as Sender, p.sender_name as SenderName,
    p.sent_at as SentAt, e.version as Version, e.state as State
from page_responder r
join page p on p.page_id = r.page_id
join escalation e on e.page_id = r.page_id
where r.person_id = @person
    and ((r.standing in ('Notified', 'Acknowledged') and e.is_open = 1) or (r.standing = 'Acknowledged' and e.phase = 'Acknowledged'));

-- name: EarliestDue
select m.at
from (
    select min(d.at) as at
    from (
        select min(e.due_at) as at from escalation e where e.urgency = 3 and e.due_at is not null
        union all
        select min(e.due_at) as at from escalation e where e.urgency = 2 and e.due_at is not null
        union all
        select min(e.due_at) as at from escalation e where e.urgency = 1 and e.due_at is not null
        union all
        select min(e.due_at) as at from escalation e where e.urgency = 0 and e.due_at is not null
        union all
        select min(e.look_at) as at from escalation e where e.look_at is not null) d) m
where m.at is not null;

-- name: Claimable
select u.urgency as Urgency,
    case when exists (
            select 1 from escalation e
            where e.urgency = u.urgency and e.due_at is not null and e.due_at <= @now and (e.claimed_until is null or e.claimed_until <= @now))
        then 1 else 0 end as IsDue,
    case when (select min(e.roster_stamp) from escalation e where e.urgency = u.urgency and e.is_open = 1) < (select s.stamp from roster_stamp s where s.id = 1)
        then 1 else 0 end as IsStale
from (select 3 as urgency union all select 2 as urgency union all select 1 as urgency union all select 0 as urgency) u
order by u.urgency desc;

-- name: AnyToLookAt
select count(*) from escalation e where e.look_at is not null and (e.claimed_until is null or e.claimed_until <= @now);

-- name: Written
select e.page_id from escalation e where e.page_id in @pages and e.write_id = @write;
