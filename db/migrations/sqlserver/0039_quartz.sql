-- Tables of Quartz's clustered store, as version 4.7.3 reads and writes them: names, columns and types are Quartz's own, and in its own
-- upper case, for databases whose collation tells cases apart. Its history of executions is not kept, and has no tables here.
create schema quartz;
GO

create table quartz.QRTZ_JOB_DETAILS (
    SCHED_NAME nvarchar(120) not null,
    JOB_NAME nvarchar(150) not null,
    JOB_GROUP nvarchar(150) not null,
    DESCRIPTION nvarchar(250) null,
    JOB_CLASS_NAME nvarchar(250) not null,
    IS_DURABLE bit not null,
    IS_NONCONCURRENT bit not null,
    IS_UPDATE_DATA bit not null,
    REQUESTS_RECOVERY bit not null,
    JOB_DATA varbinary(max) null,
    constraint pk_qrtz_job_details primary key (SCHED_NAME, JOB_NAME, JOB_GROUP)
);

create table quartz.QRTZ_TRIGGERS (
    SCHED_NAME nvarchar(120) not null,
    TRIGGER_NAME nvarchar(150) not null,
    TRIGGER_GROUP nvarchar(150) not null,
    JOB_NAME nvarchar(150) not null,
    JOB_GROUP nvarchar(150) not null,
    DESCRIPTION nvarchar(250) null,
    NEXT_FIRE_TIME bigint null,
    PREV_FIRE_TIME bigint null,
    PRIORITY int null,
    TRIGGER_STATE nvarchar(16) not null,
    TRIGGER_TYPE nvarchar(8) not null,
    START_TIME bigint not null,
    END_TIME bigint null,
    CALENDAR_NAME nvarchar(200) null,
    MISFIRE_INSTR int null,
    MISFIRE_ORIG_FIRE_TIME bigint null,
    EXECUTION_GROUP nvarchar(200) null,
    PREFERRED_NODE nvarchar(200) null,
    PREFERRED_NODE_AUTO bit not null constraint df_qrtz_triggers_preferred_node_auto default 0,
    RETRY_POLICY nvarchar(250) null,
    RETRY_ATTEMPT int null,
    CONTINUES_TRIGGER_NAME nvarchar(150) null,
    CONTINUES_TRIGGER_GROUP nvarchar(150) null,
    CONTINUATION_CONDITION int null,
    OVERLAP_POLICY int null,
    PAUSE_REASON nvarchar(250) null,
    PAUSED_BY nvarchar(200) null,
    PAUSED_AT bigint null,
    MISFIRE_THRESHOLD bigint null,
    FIXED_DELAY bit null,
    JOB_DATA varbinary(max) null,
    constraint pk_qrtz_triggers primary key (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP),
    constraint fk_qrtz_triggers foreign key (SCHED_NAME, JOB_NAME, JOB_GROUP) references quartz.QRTZ_JOB_DETAILS (SCHED_NAME, JOB_NAME, JOB_GROUP)
);

create table quartz.QRTZ_SIMPLE_TRIGGERS (
    SCHED_NAME nvarchar(120) not null,
    TRIGGER_NAME nvarchar(150) not null,
    TRIGGER_GROUP nvarchar(150) not null,
    REPEAT_COUNT int not null,
    REPEAT_INTERVAL bigint not null,
    TIMES_TRIGGERED int not null,
    constraint pk_qrtz_simple_triggers primary key (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP),
    constraint fk_qrtz_simple_triggers foreign key (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP) references quartz.QRTZ_TRIGGERS (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP) on delete cascade
);

create table quartz.QRTZ_CRON_TRIGGERS (
    SCHED_NAME nvarchar(120) not null,
    TRIGGER_NAME nvarchar(150) not null,
    TRIGGER_GROUP nvarchar(150) not null,
    CRON_EXPRESSION nvarchar(120) not null,
    TIME_ZONE_ID nvarchar(80) null,
    constraint pk_qrtz_cron_triggers primary key (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP),
    constraint fk_qrtz_cron_triggers foreign key (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP) references quartz.QRTZ_TRIGGERS (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP) on delete cascade
);

create table quartz.QRTZ_SIMPROP_TRIGGERS (
    SCHED_NAME nvarchar(120) not null,
    TRIGGER_NAME nvarchar(150) not null,
    TRIGGER_GROUP nvarchar(150) not null,
    STR_PROP_1 nvarchar(512) null,
    STR_PROP_2 nvarchar(512) null,
    STR_PROP_3 nvarchar(512) null,
    INT_PROP_1 int null,
    INT_PROP_2 int null,
    LONG_PROP_1 bigint null,
    LONG_PROP_2 bigint null,
    DEC_PROP_1 numeric(13, 4) null,
    DEC_PROP_2 numeric(13, 4) null,
    BOOL_PROP_1 bit null,
    BOOL_PROP_2 bit null,
    TIME_ZONE_ID nvarchar(80) null,
    constraint pk_qrtz_simprop_triggers primary key (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP),
    constraint fk_qrtz_simprop_triggers foreign key (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP) references quartz.QRTZ_TRIGGERS (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP) on delete cascade
);

create table quartz.QRTZ_BLOB_TRIGGERS (
    SCHED_NAME nvarchar(120) not null,
    TRIGGER_NAME nvarchar(150) not null,
    TRIGGER_GROUP nvarchar(150) not null,
    BLOB_DATA varbinary(max) null,
    constraint pk_qrtz_blob_triggers primary key (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP)
);

create table quartz.QRTZ_CALENDARS (
    SCHED_NAME nvarchar(120) not null,
    CALENDAR_NAME nvarchar(200) not null,
    CALENDAR varbinary(max) not null,
    constraint pk_qrtz_calendars primary key (SCHED_NAME, CALENDAR_NAME)
);

create table quartz.QRTZ_PAUSED_TRIGGER_GRPS (
    SCHED_NAME nvarchar(120) not null,
    TRIGGER_GROUP nvarchar(150) not null,
    PAUSE_REASON nvarchar(250) null,
    PAUSED_BY nvarchar(200) null,
    PAUSED_AT bigint null,
    constraint pk_qrtz_paused_trigger_grps primary key (SCHED_NAME, TRIGGER_GROUP)
);

create table quartz.QRTZ_PAUSED_JOB_GRPS (
    SCHED_NAME nvarchar(120) not null,
    JOB_GROUP nvarchar(150) not null,
    PAUSE_REASON nvarchar(250) null,
    PAUSED_BY nvarchar(200) null,
    PAUSED_AT bigint null,
    constraint pk_qrtz_paused_job_grps primary key (SCHED_NAME, JOB_GROUP)
);

create table quartz.QRTZ_FIRED_TRIGGERS (
    SCHED_NAME nvarchar(120) not null,
    ENTRY_ID nvarchar(140) not null,
    TRIGGER_NAME nvarchar(150) not null,
    TRIGGER_GROUP nvarchar(150) not null,
    INSTANCE_NAME nvarchar(200) not null,
    FIRED_TIME bigint not null,
    SCHED_TIME bigint not null,
    PRIORITY int not null,
    STATE nvarchar(16) not null,
    JOB_NAME nvarchar(150) null,
    JOB_GROUP nvarchar(150) null,
    IS_NONCONCURRENT bit null,
    REQUESTS_RECOVERY bit null,
    EXECUTION_GROUP nvarchar(200) null,
    PROGRESS int null,
    PROGRESS_MESSAGE nvarchar(250) null,
    INTERRUPT_REQUESTED_TIME bigint null,
    constraint pk_qrtz_fired_triggers primary key (SCHED_NAME, ENTRY_ID)
);

create table quartz.QRTZ_SCHEDULER_STATE (
    SCHED_NAME nvarchar(120) not null,
    INSTANCE_NAME nvarchar(200) not null,
    LAST_CHECKIN_TIME bigint not null,
    CHECKIN_INTERVAL bigint not null,
    QUARTZ_VERSION nvarchar(20) null,
    constraint pk_qrtz_scheduler_state primary key (SCHED_NAME, INSTANCE_NAME)
);

create table quartz.QRTZ_LOCKS (
    SCHED_NAME nvarchar(120) not null,
    LOCK_NAME nvarchar(40) not null,
    constraint pk_qrtz_locks primary key (SCHED_NAME, LOCK_NAME)
);

create index ix_qrtz_j_g_n on quartz.QRTZ_JOB_DETAILS (SCHED_NAME, JOB_GROUP, JOB_NAME);
create index ix_qrtz_t_j on quartz.QRTZ_TRIGGERS (SCHED_NAME, JOB_NAME, JOB_GROUP);
create index ix_qrtz_t_g_n on quartz.QRTZ_TRIGGERS (SCHED_NAME, TRIGGER_GROUP, TRIGGER_NAME);
create index ix_qrtz_t_c on quartz.QRTZ_TRIGGERS (SCHED_NAME, CALENDAR_NAME);
create index ix_qrtz_t_nft_st on quartz.QRTZ_TRIGGERS (SCHED_NAME, TRIGGER_STATE, NEXT_FIRE_TIME, PRIORITY desc, MISFIRE_INSTR);
create index ix_qrtz_ft_inst_job_req_rcvry on quartz.QRTZ_FIRED_TRIGGERS (SCHED_NAME, INSTANCE_NAME, REQUESTS_RECOVERY);
create index ix_qrtz_ft_j_g on quartz.QRTZ_FIRED_TRIGGERS (SCHED_NAME, JOB_NAME, JOB_GROUP);
create index ix_qrtz_ft_t_g on quartz.QRTZ_FIRED_TRIGGERS (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP);
