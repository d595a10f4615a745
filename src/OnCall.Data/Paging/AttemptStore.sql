-- name: Last
select e.seq as Seq, e.page_id as Page, e.at as At, e.kind as Kind, e.person_id as Person, e.who as Who, e.channel as Channel, coalesce(e.sealed_detail, e.detail) as Detail
from page_event e
where e.seq in (
    select max(a.seq)
    from page_event a
    where a.page_id in @pages and a.kind in ('Attempt', 'Accepted', 'Delivered', 'Failed', 'Indeterminate')
    group by a.page_id);
