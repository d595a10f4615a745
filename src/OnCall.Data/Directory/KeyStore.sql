-- name: HolderByHash
select k.api_key_id as KeyId, k.integration as Integration, k.permissions as Permissions, k.expires_at as ExpiresAt,
       p.person_id as PersonId, p.employee_no as EmployeeNo, p.name as Name
from api_key k
left join person p on p.person_id = k.person_id
where k.key_hash = @hash and k.revoked_at is null and (k.person_id is null or p.active = 1);

-- name: HolderById
select k.api_key_id as KeyId, k.integration as Integration, k.permissions as Permissions, k.expires_at as ExpiresAt,
       p.person_id as PersonId, p.employee_no as EmployeeNo, p.name as Name
from api_key k
left join person p on p.person_id = k.person_id
where k.api_key_id = @key and k.revoked_at is null and (k.person_id is null or p.active = 1);

-- name: GrantsOfPerson
select permission as Permission, org_unit_id as OrgUnit
from person_permission
where person_id = @person
order by permission;
