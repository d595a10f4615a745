-- name: ByEmployeeNo
select p.person_id as Id, p.employee_no as EmployeeNo, p.name as Name, p.active as Active,
    case when exists (select 1 from contact_method m where m.person_id = p.person_id) then 1 else 0 end as HasContactMethod
from person p
where p.employee_no in @numbers and p.person_id <> @selfTest;

-- name: ById
select p.person_id as Id, p.employee_no as EmployeeNo, p.name as Name, p.active as Active,
    case when exists (select 1 from contact_method m where m.person_id = p.person_id) then 1 else 0 end as HasContactMethod
from person p
where p.person_id in @people;

-- name: ByMail
select m.address as Address, p.person_id as Id, p.employee_no as EmployeeNo, p.name as Name, p.active as Active, 1 as HasContactMethod
from contact_method m
join person p on p.person_id = m.person_id
where m.kind = 'Mail' and lower(m.address) in @addresses and p.active = 1 and p.person_id <> @selfTest;

-- name: All
select p.person_id as Id, p.employee_no as EmployeeNo, p.name as Name, p.active as Active,
    case when exists (select 1 from contact_method m where m.person_id = p.person_id) then 1 else 0 end as HasContactMethod
from person p
where p.person_id <> @selfTest;
