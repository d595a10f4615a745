-- name: OptIn
delete from contact_opt_out where kind = cast(@kind as varchar(20)) and address = @address;

-- name: Owners
select distinct p.employee_no as EmployeeNo, r.code as RoleCode
from contact_method m
left join person p on p.person_id = m.person_id
left join role r on r.role_id = m.role_id
where m.kind = cast(@kind as varchar(20)) and m.address = @address;
