-- name: Insert
insert into broken_glass (broken_glass_id, page_id, person_id, reason, note, broken_at, until_at)
values (@id, @page, @person, @reason, @note, @at, @until);

-- name: Open
select count(*) from broken_glass where page_id = @page and person_id = @person and broken_at <= @now and until_at > @now;

-- name: OfPage
select broken_glass_id as Id, page_id as Page, person_id as Person, reason as Reason, note as Note, broken_at as At
from broken_glass
where page_id = @page
order by broken_at desc, broken_glass_id desc;
