-- name: Now
select sysutcdatetime();

-- Milliseconds. The pool sets it back when it hands the connection out again.
-- name: LimitWaits
set lock_timeout 1000;
