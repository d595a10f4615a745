-- name: ClaimDue
update escalation
set claimed_by = @node, claimed_until = @until
where page_id in (
        select c.page_id
        from escalation c
        where c.is_open = 1
            and (c.due_at <= @now or c.look_at is not null or c.roster_stamp <> (select s.stamp from roster_stamp s where s.id = 1))
            and (c.claimed_until is null or c.claimed_until <= @now)
        order by c.urgency desc, c.due_at
        limit @most)
    and is_open = 1
    and (due_at <= @now or look_at is not null or roster_stamp <> (select s.stamp from roster_stamp s where s.id = 1))
    and (claimed_until is null or claimed_until <= @now)
returning page_id;

-- name: List
select p.page_id as Id, p.reference as Reference, p.role_id as Role, p.urgency as Urgency, p.subject as Subject, p.body as Body,
    p.patient_ref as PatientRef, p.callback as Callback, p.replies as Replies, p.sender_id as Sender, p.sender_name as SenderName,
    p.sent_at as SentAt, e.version as Version, e.state as State
from page p
join escalation e on e.page_id = p.page_id
where (@isOpen is null or e.is_open = @isOpen)
    and (@urgency is null or p.urgency = @urgency)
    and (@role is null or e.role_id = @role)
    and (@before is null or (p.sent_at, p.page_id) < (select b.sent_at, b.page_id from page b where b.page_id = @before))
order by p.sent_at desc, p.page_id desc
limit @limit;
