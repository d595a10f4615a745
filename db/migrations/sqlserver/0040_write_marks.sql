-- A mark of each write, put in its own transaction: what became of a commit whose answer was lost can be asked for.
create table write_mark (
    seq bigint identity(1, 1) not null constraint cx_write_mark unique clustered,
    write_id uniqueidentifier not null constraint pk_write_mark primary key nonclustered
);
