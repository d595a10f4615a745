-- Roles that are paged together with one press.
create table preset (
    preset_id uniqueidentifier not null constraint pk_preset primary key,
    code nvarchar(100) not null constraint ux_preset_code unique,
    name nvarchar(60) not null,
    org_unit_id uniqueidentifier null constraint fk_preset_org_unit references org_unit (org_unit_id),
    urgency varchar(20) not null constraint ck_preset_urgency check (urgency in ('Code', 'Urgent', 'CriticalResult')),
    subject nvarchar(75) null,
    body nvarchar(max) null,
    asks_where bit not null,
    active bit not null
);

create table preset_role (
    preset_id uniqueidentifier not null constraint fk_preset_role_preset references preset (preset_id),
    ordinal int not null,
    role_id uniqueidentifier not null constraint fk_preset_role_role references role (role_id),
    constraint pk_preset_role primary key (preset_id, ordinal),
    constraint ux_preset_role unique (preset_id, role_id)
);
