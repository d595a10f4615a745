-- Links to acknowledge with: what signs them, sealed, and the device that has used each.
create table link_secret (
    id int not null constraint pk_link_secret primary key constraint ck_link_secret check (id = 1),
    secret nvarchar(max) not null
);

create table acknowledge_link_use (
    notification_id uniqueidentifier not null constraint pk_acknowledge_link_use primary key,
    page_id uniqueidentifier not null constraint fk_acknowledge_link_use_page references page (page_id),
    device_hash char(64) not null,
    used_at datetime2(3) not null
);

create index ix_acknowledge_link_use_page on acknowledge_link_use (page_id);
