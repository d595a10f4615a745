-- name: OfPerson
select credential_id as CredentialId, person_id as PersonId, name as Name, data as Data, created_at as CreatedAt, used_at as UsedAt
from passkey
where person_id = @person
order by created_at;

-- name: ByCredential
select credential_id as CredentialId, person_id as PersonId, name as Name, data as Data, created_at as CreatedAt, used_at as UsedAt
from passkey
where credential_hash = cast(@hash as char(64));

-- name: Insert
insert into passkey (credential_hash, credential_id, person_id, name, data, created_at, used_at)
values (@hash, @credential, @person, @name, @data, @createdAt, @usedAt);

-- name: Update
update passkey set data = @data, used_at = @usedAt where credential_hash = cast(@hash as char(64));

-- name: Use
update passkey set used_at = @now where credential_hash = cast(@hash as char(64)) and (used_at is null or used_at <= @askedAt);

-- name: Delete
delete from passkey where credential_hash = cast(@hash as char(64)) and person_id = @person;
