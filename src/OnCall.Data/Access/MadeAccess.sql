-- name: Take
update person set active = 1 where person_id = @person and active = 1;

-- name: TakeMaker
update person set active = active where employee_no = @employeeNo;

-- name: HoldSession
update web_session set seen_at = seen_at where session_id = @session and ended_at is null;

-- name: HoldKey
update api_key set revoked_at = null where api_key_id = @key and revoked_at is null;

-- name: Person
select employee_no as EmployeeNo, org_unit_id as OrgUnit
from person
where person_id = @person;

-- name: Keys
select api_key_id as KeyId, made_by as MadeBy, made_with as MadeWith
from api_key
where person_id = @person and revoked_at is null and (expires_at is null or expires_at > @now);

-- name: Invitations
select token_hash as TokenHash, made_by as MadeBy, made_with as MadeWith
from invitation
where person_id = @person and used_at is null and until_at > @now;

-- name: EndInvitation
update invitation set used_at = @now where token_hash = cast(@tokenHash as char(64)) and used_at is null;

-- name: MadeWith
select api_key_id as KeyId, made_by as MadeBy, made_with as MadeWith
from api_key
where api_key_id = @key and person_id is not null;

-- name: Maker
select person_id as PersonId, name as Name
from person
where employee_no = @employeeNo and active = 1;

-- name: MakingIntegration
select permissions
from api_key
where integration = @integration and revoked_at is null and (expires_at is null or expires_at > @now);
