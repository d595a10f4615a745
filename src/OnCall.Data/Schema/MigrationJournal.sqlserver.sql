-- name: IsThere
select case when object_id('schema_migration') is null then 0 else 1 end;

-- name: Create
if object_id(N'schema_migration') is null
    create table schema_migration (
        name nvarchar(100) not null constraint pk_schema_migration primary key,
        hash char(64) not null,
        applied_at datetime2(3) not null
    );
