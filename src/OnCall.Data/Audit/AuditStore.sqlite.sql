-- name: Append
with j (at, actor, action, subject, detail) as (values @rows)
insert into audit_entry (at, actor, action, subject, detail)
select j.at, j.actor, j.action, j.subject, j.detail
from j;
