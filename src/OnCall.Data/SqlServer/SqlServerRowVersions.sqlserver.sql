-- name: AreOn
select d.is_read_committed_snapshot_on
from sys.databases d
where d.database_id = db_id();

-- name: Name
select db_name();
