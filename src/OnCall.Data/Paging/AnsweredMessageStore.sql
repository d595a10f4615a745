-- name: Find
select m.page_id as Page from answered_message m where m.message_hash = cast(@hash as char(64)) and m.free_at > @now;

-- name: Free
delete from answered_message where message_hash = cast(@hash as char(64)) and free_at <= @now;

-- name: Bind
insert into answered_message (message_hash, page_id, free_at)
values (@hash, @page, @freeAt);
