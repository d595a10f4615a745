-- name: Now
select sysutcdatetime();
