-- name: Secret
select secret from link_secret where id = 1;

-- name: InsertSecret
insert into link_secret (id, secret)
select 1, @secret
where not exists (select 1 from link_secret s where s.id = 1);

-- name: ReplaceSecret
update link_secret set secret = @secret where id = 1 and secret = @before;

-- name: Find
select n.notification_id as Id, n.page_id as Page, n.person_id as Person, n.kind as Kind, n.address as Address, n.changed_at as ChangedAt, u.device_hash as Device
from notification n
left join acknowledge_link_use u on u.notification_id = n.notification_id
where n.notification_id = @id;

-- name: Use
insert into acknowledge_link_use (notification_id, page_id, device_hash, used_at)
select @id, @page, @device, @now
where not exists (select 1 from acknowledge_link_use u where u.notification_id = @id);

-- name: Device
select device_hash from acknowledge_link_use where notification_id = @id;
