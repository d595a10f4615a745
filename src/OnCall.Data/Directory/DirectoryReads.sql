-- name: RolesOfAddresses
select normal_form as NormalForm, role_id as Role from role_address where normal_form in @forms;

-- name: Roles
select role_id as RoleId, code as Code, name as Name, org_unit_id as OrgUnit, policy_id as Policy,
       fallback_role_id as FallbackRole, coverage as Coverage, time_zone as TimeZone, demand as Demand
from role
where role_id in @ids;

-- name: AllRoles
select role_id as RoleId, code as Code, name as Name, org_unit_id as OrgUnit, policy_id as Policy,
       fallback_role_id as FallbackRole, coverage as Coverage, time_zone as TimeZone, demand as Demand
from role
where role_id <> @selfTest;

-- name: AliasesOfRoles
select role_id as RoleId, written as Written
from role_address
where role_id in @ids and ordinal >= 2
order by role_id, ordinal;

-- name: AllAliases
select role_id as RoleId, written as Written
from role_address
where ordinal >= 2
order by role_id, ordinal;

-- name: MethodsOfRoles
select m.contact_method_id as ContactMethodId, m.role_id as RoleId, m.kind as Kind, m.address as Address, m.verified as Verified,
       case when o.address is null then 0 else 1 end as OptedOut
from contact_method m
left join contact_opt_out o on o.kind = m.kind and o.address = m.address
where m.role_id in @ids
order by m.role_id, m.ordinal;

-- name: MethodsOfAllRoles
select m.contact_method_id as ContactMethodId, m.role_id as RoleId, m.kind as Kind, m.address as Address, m.verified as Verified,
       case when o.address is null then 0 else 1 end as OptedOut
from contact_method m
left join contact_opt_out o on o.kind = m.kind and o.address = m.address
where m.role_id is not null
order by m.role_id, m.ordinal;

-- name: PersonOfNumber
select person_id from person where employee_no = @employeeNo and person_id <> @selfTest;

-- name: People
select person_id as PersonId, employee_no as EmployeeNo, name as Name, active as Active, language as Language, org_unit_id as OrgUnit,
       preferences as Preferences, position as Position, rank as Rank
from person
where person_id in @ids;

-- name: MethodsOfPeople
select m.contact_method_id as ContactMethodId, m.person_id as PersonId, m.kind as Kind, m.address as Address, m.verified as Verified,
       case when o.address is null then 0 else 1 end as OptedOut
from contact_method m
left join contact_opt_out o on o.kind = m.kind and o.address = m.address
where m.person_id in @ids
order by m.person_id, m.ordinal;

-- name: PeopleWhoMay
select distinct p.person_id
from person_permission g
join person p on p.person_id = g.person_id
where g.permission = cast(@permission as varchar(20)) and p.active = 1;

-- name: PeopleByVerifiedAddress
select distinct p.person_id
from contact_method m
join person p on p.person_id = m.person_id
where m.address = @address and m.verified = 1 and p.active = 1;

-- name: Policies
select policy_id as PolicyId, code as Code, name as Name, steps as Steps, outcome_within_seconds as OutcomeWithinSeconds
from policy
where policy_id in @ids;
