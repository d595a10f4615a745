-- name: Take
update retention_gate set version = version + 1 where id = 1;

-- name: TakeForRun
update retention_gate set version = version + 1 where id = 1 and run_id = @run;

-- name: ClaimDay
update retention_gate set version = version + 1, ran_on = @day, run_id = @run where id = 1 and (ran_on is null or ran_on < cast(@day as varchar(10)));
