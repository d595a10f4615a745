-- name: Find
select policy_id as PolicyId, code as Code, name as Name, steps as Steps
from policy
where code = @code;

-- name: All
select policy_id as PolicyId, code as Code, name as Name, steps as Steps
from policy
order by code;

-- name: Insert
insert into policy (policy_id, code, name, steps)
values (@id, @code, @name, @steps);

-- name: Update
update policy
set code = @code, name = @name, steps = @steps
where policy_id = @id;
