-- name: HolderByHash
select k.api_key_id as KeyId, k.integration as Integration, k.permissions as Permissions, k.made_by as MadeBy, k.expires_at as ExpiresAt,
       p.person_id as PersonId, p.employee_no as EmployeeNo, p.name as Name
from api_key k
left join person p on p.person_id = k.person_id
where k.key_hash = cast(@hash as char(64)) and k.revoked_at is null and (k.person_id is null or p.active = 1);

-- name: HolderById
select k.api_key_id as KeyId, k.integration as Integration, k.permissions as Permissions, k.made_by as MadeBy, k.expires_at as ExpiresAt,
       p.person_id as PersonId, p.employee_no as EmployeeNo, p.name as Name
from api_key k
left join person p on p.person_id = k.person_id
where k.api_key_id = @key and k.revoked_at is null and (k.person_id is null or p.active = 1);

-- name: Insert
insert into api_key (api_key_id, key_hash, person_id, integration, permissions, made_by, made_with, created_at, expires_at, revoked_at)
values (@id, @hash, @person, @integration, @permissions, @madeBy, @madeWith, @createdAt, @expiresAt, null);

-- name: Owner
select api_key_id as KeyId, person_id as PersonId, integration as Integration, revoked_at as RevokedAt
from api_key
where api_key_id = @key;

-- name: All
select k.api_key_id as KeyId, k.person_id as PersonId, p.employee_no as EmployeeNo, p.org_unit_id as OrgUnit, k.integration as Integration,
       k.permissions as Permissions, k.made_by as MadeBy, k.created_at as CreatedAt, k.expires_at as ExpiresAt, k.used_at as UsedAt, k.revoked_at as RevokedAt
from api_key k
left join person p on p.person_id = k.person_id;

-- name: Integrations
select api_key_id as KeyId, integration as Integration, expires_at as ExpiresAt, used_at as UsedAt
from api_key
where integration is not null and revoked_at is null;

-- name: Use
update api_key set used_at = @at where api_key_id = @key and (used_at is null or used_at < @at);

-- name: Revoke
update api_key set revoked_at = @at where api_key_id = @key and revoked_at is null;

-- name: OwnMadeWith
select k.api_key_id
from api_key k
join api_key made on made.api_key_id = k.made_with and made.person_id = k.person_id
where k.made_with = @key and k.revoked_at is null;

-- name: OpenOf
select api_key_id
from api_key
where person_id = @person and revoked_at is null and (@but is null or api_key_id <> @but);
