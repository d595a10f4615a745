-- name: Find
select policy_id as PolicyId, code as Code, name as Name, steps as Steps, outcome_within_seconds as OutcomeWithinSeconds
from policy
where code = @code;

-- name: All
select policy_id as PolicyId, code as Code, name as Name, steps as Steps, outcome_within_seconds as OutcomeWithinSeconds
from policy
order by code;

-- name: Insert
insert into policy (policy_id, code, name, steps, outcome_within_seconds)
values (@id, @code, @name, @steps, @outcomeWithin);

-- name: Update
update policy
set code = @code, name = @name, steps = @steps, outcome_within_seconds = @outcomeWithin
where policy_id = @id;
