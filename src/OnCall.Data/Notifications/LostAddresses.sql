-- name: SentTo
select n.contact_method_id as Method, n.address as Address from notification n where n.notification_id = @id;

-- name: Owner
select p.employee_no as EmployeeNo, r.code as RoleCode
from contact_method m
left join person p on p.person_id = m.person_id
left join role r on r.role_id = m.role_id
where m.contact_method_id = @method and m.address = @address;

-- name: Remove
delete from contact_method where contact_method_id = @method and address = @address;

-- name: Counting
select count(*)
from contact_method m
left join contact_opt_out o on o.kind = m.kind and o.address = m.address
where m.person_id = @person and m.verified = 1 and m.kind <> 'InApp' and o.address is null;
