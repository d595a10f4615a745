-- name: Of
select p.role_id as Role, p.urgency as Urgency, p.sent_at as SentAt, e.phase as Phase,
    (select min(v.at) from page_event v where v.page_id = p.page_id and v.kind = 'Acknowledged') as AcknowledgedAt
from page p
join escalation e on e.page_id = p.page_id
where p.sent_at >= @from and p.sent_at < @to and p.role_id in @roles;
