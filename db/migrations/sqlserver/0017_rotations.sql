-- People who take turns on a tier of a role. The definition is JSON; shifts are made up to made_to and are publications like any other.
create table rotation (
    rotation_id uniqueidentifier not null constraint pk_rotation primary key,
    code nvarchar(100) not null constraint ux_rotation_code unique,
    role_id uniqueidentifier not null constraint fk_rotation_role references role (role_id),
    definition nvarchar(max) not null,
    made_to datetime2(3) not null,
    version int not null,
    ended_at datetime2(3) null,
    updated_at datetime2(3) not null,
    updated_by nvarchar(200) not null
);
GO

alter table roster_upload add rotation_id uniqueidentifier null constraint fk_roster_upload_rotation references rotation (rotation_id);
GO

create index ix_roster_upload_rotation on roster_upload (rotation_id) where rotation_id is not null;

-- Days off of a unit and of those below it, as yyyy-mm-dd.
create table org_unit_holiday (
    org_unit_id uniqueidentifier not null constraint fk_org_unit_holiday_unit references org_unit (org_unit_id),
    day char(10) not null,
    name nvarchar(200) not null,
    constraint pk_org_unit_holiday primary key (org_unit_id, day)
);
