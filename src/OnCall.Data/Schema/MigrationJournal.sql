-- name: List
select name as Name, hash as Hash
from schema_migration
order by name;

-- name: Record
insert into schema_migration (name, hash, applied_at)
values (@name, @hash, @appliedAt);
