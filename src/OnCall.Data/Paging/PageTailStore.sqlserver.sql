-- name: After
select top (@most) e.seq as Seq, e.page_id as Page from page_event e where e.seq > @seq order by e.seq;
