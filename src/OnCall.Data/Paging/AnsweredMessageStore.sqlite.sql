-- name: Purge
delete from answered_message where rowid in (select m.rowid from answered_message m where m.free_at <= @now limit @most);
