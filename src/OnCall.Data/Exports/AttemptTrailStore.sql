-- name: OfPage
select p.name as Name, p.employee_no as EmployeeNo, n.kind as Kind, n.address as Address, n.purpose as Purpose, n.step as Step, n.state as State,
    n.attempt as Attempts, n.due_at as DueAt, n.changed_at as ChangedAt, n.provider_id as ProviderId, n.detail as Detail
from notification n
left join person p on p.person_id = n.person_id
where n.page_id = @page
order by n.due_at, n.notification_id;
