-- name: Sent
select p.sent_at as SentAt,
    case when exists (select 1 from notification n where n.page_id = p.page_id and n.state = 'Delivered') then 1 else 0 end as Delivered,
    case when e.phase = 'Resolved' then e.closed_at end as AnsweredAt
from page p
join escalation e on e.page_id = p.page_id
where p.sent_at >= @from and p.sent_at < @to and p.role_id = @role
order by p.sent_at;

-- name: LastBefore
select m.at
from (
    select max(p.sent_at) as at
    from page_responder r
    join page p on p.page_id = r.page_id
    where r.person_id = @person and p.sent_at < @before) m
where m.at is not null;

-- name: Old
select p.page_id
from page_responder r
join page p on p.page_id = r.page_id
where r.person_id = @person and p.sent_at < @before
order by p.sent_at;

-- name: PurgeEvents
delete from page_event where page_id in @pages;

-- name: PurgeNotifications
delete from notification where page_id in @pages;

-- name: PurgeResponders
delete from page_responder where page_id in @pages;

-- name: PurgeEscalations
delete from escalation where page_id in @pages;

-- name: PurgeAnsweredMessages
delete from answered_message where page_id in @pages;

-- name: PurgeKeys
delete from idempotency_key where page_id in @pages;

-- name: PurgeBrokenGlass
delete from broken_glass where page_id in @pages;

-- name: PurgeLinkUses
delete from acknowledge_link_use where page_id in @pages;

-- name: PurgeReferences
delete from page_reference where page_id in @pages;

-- name: PurgePages
delete from page where page_id in @pages;
