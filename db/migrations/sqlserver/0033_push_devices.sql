-- Devices that their owners registered for pushes, and the keys that pushes are signed with. What pushes to a device is sealed.
create table push_key (
    key_number int not null constraint pk_push_key primary key,
    public_key varchar(100) not null,
    private_key nvarchar(max) not null,
    created_at datetime2(3) not null
);

create table push_device (
    push_device_id uniqueidentifier not null constraint pk_push_device primary key,
    person_id uniqueidentifier not null constraint fk_push_device_person references person (person_id),
    address nvarchar(400) not null constraint ux_push_device_address unique,
    kind varchar(10) not null constraint ck_push_device_kind check (kind in ('Web', 'Fcm')),
    name nvarchar(200) not null,
    target nvarchar(max) not null,
    target_hash char(64) not null constraint ux_push_device_target unique,
    key_number int not null,
    added_at datetime2(3) not null,
    test_hash char(64) null,
    test_until datetime2(3) null,
    accepted_at datetime2(3) null,
    failed_at datetime2(3) null,
    failure nvarchar(400) null
);

create index ix_push_device_person on push_device (person_id, added_at);
