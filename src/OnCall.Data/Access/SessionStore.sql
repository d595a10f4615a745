-- name: Insert
insert into web_session (session_id, person_id, way, api_key_id, shared, started_at, seen_at, ended_at)
values (@id, @person, @way, @key, @shared, @startedAt, @seenAt, null);

-- name: Holder
select s.session_id as SessionId, s.person_id as PersonId, s.way as Way, s.api_key_id as KeyId, s.shared as Shared, s.started_at as StartedAt, s.seen_at as SeenAt,
       p.employee_no as EmployeeNo, p.name as Name, p.language as Language, k.expires_at as KeyEndsAt, k.made_by as KeyMadeBy
from web_session s
join person p on p.person_id = s.person_id
left join api_key k on k.api_key_id = s.api_key_id
where s.session_id = @session and s.ended_at is null and p.active = 1 and k.revoked_at is null;

-- name: OfPerson
select session_id as SessionId, person_id as PersonId, way as Way, api_key_id as KeyId, shared as Shared, started_at as StartedAt, seen_at as SeenAt
from web_session
where person_id = @person and ended_at is null
order by started_at desc;

-- name: See
update web_session set seen_at = @at where session_id = @session and seen_at < @at;

-- name: End
update web_session set ended_at = @at where session_id = @session and ended_at is null;

-- name: EndAll
update web_session set ended_at = @at where person_id = @person and ended_at is null and (@but is null or session_id <> @but);
