-- name: Call
select n.notification_id as Id, n.page_id as Page, n.person_id as Person, s.language as Language, n.address as Address, n.attempt as Attempt,
    n.provider_id as ProviderId, n.changed_at as ChangedAt, n.purpose as Purpose, p.urgency as Urgency, p.reference as Reference,
    p.callback as Callback, r.name as RoleName
from notification n
join page p on p.page_id = n.page_id
join escalation e on e.page_id = n.page_id
join role r on r.role_id = e.role_id
left join person s on s.person_id = n.person_id
where n.notification_id = @id and n.kind = 'Voice' and n.purpose in ('Page', 'Repeat') and n.attempt > 0;
