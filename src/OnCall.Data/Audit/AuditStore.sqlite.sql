-- name: AppendAll
with j as materialized (select value as v from json_each(@rows))
insert into audit_entry (at, actor, action, subject, detail)
select v ->> '$.at', v ->> '$.actor', v ->> '$.action', v ->> '$.subject', v ->> '$.detail'
from j
order by v ->> '$.n';
