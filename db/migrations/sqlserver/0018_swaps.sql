-- Whether swaps of a unit's roles want a scheduler's approval; null inherits from above.
alter table org_unit add swap_approval varchar(20) null constraint ck_org_unit_swap_approval check (swap_approval in ('None', 'Scheduler'));

-- Two colleagues trading shifts. Its covers are written when it comes in force. Open ones have no closed_at.
create table swap (
    swap_id uniqueidentifier not null constraint pk_swap primary key,
    give_role_id uniqueidentifier not null constraint fk_swap_give_role references role (role_id),
    give_tier int not null constraint ck_swap_give_tier check (give_tier between 1 and 3),
    give_start_at datetime2(3) not null,
    give_end_at datetime2(3) not null,
    giver_id uniqueidentifier not null constraint fk_swap_giver references person (person_id),
    taker_id uniqueidentifier not null constraint fk_swap_taker references person (person_id),
    take_role_id uniqueidentifier null constraint fk_swap_take_role references role (role_id),
    take_tier int null constraint ck_swap_take_tier check (take_tier between 1 and 3),
    take_start_at datetime2(3) null,
    take_end_at datetime2(3) null,
    reason nvarchar(400) not null,
    state varchar(20) not null constraint ck_swap_state check (state in ('Asked', 'Accepted', 'InForce', 'Declined', 'Withdrawn', 'Refused', 'Expired', 'Void')),
    version int not null,
    expires_at datetime2(3) not null,
    seen_stamp bigint not null,
    asked_at datetime2(3) not null,
    asked_by nvarchar(200) not null,
    changed_at datetime2(3) not null,
    changed_by nvarchar(200) not null,
    closed_at datetime2(3) null,
    constraint ck_swap_give_end check (give_end_at > give_start_at)
);
GO

create index ix_swap_open on swap (expires_at) where closed_at is null;
create index ix_swap_giver on swap (giver_id, asked_at);
create index ix_swap_taker on swap (taker_id, asked_at);
create index ix_swap_asked on swap (asked_at);

alter table cover add swap_id uniqueidentifier null constraint fk_cover_swap references swap (swap_id);
GO

create index ix_cover_swap on cover (swap_id) where swap_id is not null;
