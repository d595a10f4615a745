using Xunit;

namespace OnCall.Data.Tests.Static;

/// <summary>The check is worth what it catches. Each mistake is one that a real database would only report when the statement runs.</summary>
public sealed class PlantedMistakesTests
{
    [Theory]
    [InlineData("select page_idd from page", "no column 'page_idd'")]
    [InlineData("select page_id from pagee", "no table 'pagee'")]
    [InlineData("select page_id from page order by sent_at limit 10", "does not take this")]
    [InlineData("select p.page_id from page p where p.stat = @state", "'p' has no column 'stat'")]
    [InlineData("select q.page_id from page p", "'q' of 'q.page_id' is no table or alias")]
    [InlineData("select page_id from page p join escalation e on e.page_id = p.page_id", "ambiguous")]
    [InlineData("select p.page_id from page p join escalation e on e.pageid = p.page_id", "'e' has no column 'pageid'")]
    [InlineData("select page_id from page order by sendt_at", "no column 'sendt_at'")]
    [InlineData("select reference as r from page group by referense", "no column 'referense'")]
    [InlineData("select count(*) from page where sent_at < dateadd(day, -1, sentat)", "no column 'sentat'")]
    [InlineData("select page_id from page p where exists (select 1 from escalation e where e.page_id = p.pageid)", "'p' has no column 'pageid'")]
    [InlineData("select d.a from (select page_id as b from page) d", "'d' has no column 'a'")]
    [InlineData("with due as (select page_id as id from escalation) select page_id from due", "no column 'page_id'")]
    [InlineData("select page_id from page union all select page_id from escalation order by sent_at", "no output column of this UNION")]
    [InlineData("select x.page_id from page p cross apply (select top (1) seq from page_event e where e.page_id = p.id order by seq) x", "'p' has no column 'id'")]
    [InlineData("select page_id from openjson(@rows) with (page_id uniqueidentifier '$.id', at datetime2(3) '$.at') j where j.due_at < @now", "'j' has no column 'due_at'")]
    [InlineData("insert into roster_stamp (id, stampp) values (1, 1)", "lists 'stampp'")]
    [InlineData("insert into roster_stamp (id) values (1)", "leaves out 'stamp'")]
    [InlineData("insert into roster_stamp (id, stamp) values (1)", "lists 2 columns and gives 1 values")]
    [InlineData("insert into roster_stamp values (1, 1)", "names no columns")]
    [InlineData("insert into roster_stamp (id, stamp) output inserted.stmp values (1, 1)", "'inserted' has no column 'stmp'")]
    [InlineData("insert into roster_stamp (id, stamp) select 1, stmp from roster_stamp", "no column 'stmp'")]
    [InlineData("update page set subj = @subject where page_id = @page", "the updated table has no column 'subj'")]
    [InlineData("update page set subject = @subject where pageid = @page", "no column 'pageid'")]
    [InlineData("update p set p.subj = @s from page p where p.page_id = @page", "the updated table has no column 'subj'")]
    [InlineData("update page set subject = @s output inserted.subj where page_id = @page", "'inserted' has no column 'subj'")]
    [InlineData("update page set subject = @s output deleted.subj where page_id = @page", "'deleted' has no column 'subj'")]
    [InlineData("update page set subject = @s output subject where page_id = @page", "needs inserted. or deleted.")]
    [InlineData("delete from page where refference = @r", "no column 'refference'")]
    [InlineData("delete from page output deleted.refference where reference = @r", "'deleted' has no column 'refference'")]
    [InlineData("declare @t table (a int); select b from @t", "no column 'b'")]
    [InlineData("create index ix on page (sentat)", "table 'page' has no column 'sentat'")]
    [InlineData("create index ix on page (sent_at) where urgenzy = 'Code'", "no column 'urgenzy'")]
    [InlineData("alter table page add constraint fk foreign key (role_id) references role (roleid)", "table 'role' has no column 'roleid'")]
    public void A_wrong_name_is_found(string statement, string says) => Assert.Contains(Check(statement), problem => problem.Contains(says, StringComparison.Ordinal));

    [Theory]
    [InlineData("merge page as t using (values (1)) s (a) on t.seq = s.a when matched then delete;", "MERGE")]
    [InlineData("waitfor delay '00:00:01'", "WAITFOR")]
    [InlineData("select top (1) with ties page_id from page order by sent_at", "WITH TIES")]
    [InlineData("create table t (a int not null, index ix (a))", "inside CREATE TABLE")]
    [InlineData("create or alter view v as select page_id from page", "CREATE OR ALTER")]
    [InlineData("select page_id from page where sent_at < getdate()", "@now")]
    [InlineData("select page_id from page where sent_at < sysutcdatetime()", "@now")]
    [InlineData("select page_id from page where sent_at < current_timestamp", "@now")]
    [InlineData("select * from page", "star")]
    [InlineData("with p as (select subject from page) update p set subject = @s", "a CTE is not changed")]
    [InlineData("update e set claimed_by = @node output inserted.page_id from escalation e where e.page_id = @id and e.is_open = 1", "name the table once")]
    [InlineData("alter table page alter column subject nvarchar(200) not null", "ALTER COLUMN")]
    [InlineData("alter table page add extra int null constraint df default 1 with values", "WITH VALUES")]
    [InlineData("create table t (a int not null default 1, b uniqueidentifier not null default newid())", "ids come in")]
    public void What_the_house_does_not_write_is_found(string statement, string says) => Assert.Contains(Check(statement), problem => problem.Contains(says, StringComparison.Ordinal));

    [Theory]
    [InlineData("update notification set claimed_by = @node, state = 'Claimed' where notification_id in (select top (10) notification_id from notification where state = 'Pending' and due_at <= @now)", "check state again")]
    [InlineData("update n set claimed_by = @node, claimed_until = @until from notification n where n.notification_id in (select c.notification_id from notification c where c.state = 'Pending' and c.claimed_until is null) and n.state = 'Pending'", "check claimed_until again")]
    [InlineData("update notification set claimed_by = @node where notification_id = @id", "must check the state")]
    public void A_claim_that_leaves_its_check_to_the_inner_query_is_found(string statement, string says) => Assert.Contains(Check(statement), problem => problem.Contains(says, StringComparison.Ordinal));

    [Theory]
    [InlineData("update notification set claimed_by = @node, state = 'Claimed' output inserted.notification_id as Id where state = 'Pending' and notification_id in (select top (10) notification_id from notification where state = 'Pending' and due_at <= @now order by urgency desc, due_at)")]
    [InlineData("update notification set claimed_by = null, claimed_until = null where notification_id = @id")]
    [InlineData("with up as (select org_unit_id, parent_id from org_unit where org_unit_id = @unit union all select o.org_unit_id, o.parent_id from org_unit o join up on o.org_unit_id = up.parent_id) select org_unit_id as Id from up")]
    [InlineData("select p.page_id as Id, (select count(*) from page_event e where e.page_id = p.page_id) as Events from page p where p.sent_at >= dateadd(hour, -1, @now) order by Events, p.sent_at offset 0 rows fetch next @n rows only")]
    [InlineData("select x.seq from page p outer apply (select top (1) e.seq from page_event e where e.page_id = p.page_id order by e.seq desc) x")]
    [InlineData("insert into roster_stamp (id, stamp) select @id, 1 where not exists (select 1 from roster_stamp where id = @id)")]
    [InlineData("delete e output deleted.page_id from page_event e join page p on p.page_id = e.page_id where p.sent_at < @before")]
    [InlineData("select row_number() over (partition by role_id order by sent_at) as N from page")]
    [InlineData("if @@rowcount = 0 insert into roster_stamp (id, stamp) values (@id, 1)")]
    public void A_right_statement_passes(string statement) => Assert.Empty(Check(statement));

    [Theory]
    [InlineData("select page_id from escalation where phase = @phase", "varchar(20) meets a bare parameter")]
    [InlineData("select page_id from escalation where @phase = phase", "varchar(20) meets a bare parameter")]
    [InlineData("select page_id from escalation where phase in (@phases)", "varchar(20) meets a bare parameter")]
    [InlineData("select page_id from escalation where phase between 'A' and @to", "varchar(20) meets a bare parameter")]
    [InlineData("select seq from audit_entry where action like @action", "varchar(60) meets a bare parameter")]
    [InlineData("select page_id from escalation where phase = @phase + '%'", "varchar(20) meets a bare parameter")]
    [InlineData("select page_id from escalation where phase = coalesce(@phase, 'Stepping')", "varchar(20) meets a bare parameter")]
    [InlineData("select page_id from escalation where phase = cast(@phase as varchar(19))", "would be cut")]
    [InlineData("select page_id from escalation where phase = cast(@phase as nvarchar(20))", "varchar(20) meets nvarchar(20)")]
    [InlineData("select page_id from page where subject = cast(@subject as varchar(75))", "nvarchar(max) meets varchar(75)")]
    [InlineData("select page_id from escalation where phase = N'Resolved'", "the column would be converted")]
    [InlineData("select page_id from escalation where phase in ('Resolved', N'Cancelled')", "the column would be converted")]
    [InlineData("select case e.phase when N'Resolved' then 1 else 0 end as Done from escalation e", "the column would be converted")]
    [InlineData("select page_id from escalation where phase = 1", "the column would be converted")]
    [InlineData("select m.person_id from contact_method m join contact_opt_out o on o.address = m.kind", "nvarchar(400) meets varchar(20)")]
    [InlineData("select e.page_id from escalation e join page p on p.seq = e.phase", "bigint meets varchar(20)")]
    [InlineData("select page_id from escalation where due_at <= cast(@now as datetime2(7))", "datetime2(3) meets datetime2(7)")]
    [InlineData("select page_id from escalation where due_at <= cast(@now as datetime)", "datetime2(3) meets datetime")]
    [InlineData("select d.what from (select phase as what from escalation) d where d.what = @phase", "varchar(20) meets a bare parameter")]
    [InlineData("with d (what) as (select phase from escalation) select d.what from d where d.what = @phase", "varchar(20) meets a bare parameter")]
    [InlineData("select p.page_id from page p where exists (select 1 from escalation e where e.page_id = p.page_id and e.phase = p.reference)", "varchar(20) meets nvarchar(8)")]
    [InlineData("select page_id from page where urgency in (select subject from page)", "varchar(20) meets nvarchar(max)")]
    [InlineData("select e.page_id from escalation e join openjson(@rows) with (phase nvarchar(20) '$.phase') j on j.phase = e.phase", "nvarchar(20) of what is sent meets varchar(20)")]
    [InlineData("select e.page_id from escalation e join openjson(@rows) with (phase varchar(30) '$.phase') j on j.phase = e.phase", "varchar(30) of what is sent meets varchar(20)")]
    [InlineData("select e.page_id from escalation e join openjson(@rows) j on j.value = e.page_id", "nvarchar(max) of what is sent meets uniqueidentifier")]
    [InlineData("insert into roster_stamp (id, stamp) select j.id, j.stamp from openjson(@rows) with (id int '$.id', stamp int '$.stamp') j", "stamp is bigint, and int of what is sent")]
    [InlineData("update escalation set phase = j.phase from openjson(@rows) with (id uniqueidentifier '$.id', phase varchar(30) '$.phase') j where page_id = j.id", "phase is varchar(20), and varchar(30) of what is sent")]
    [InlineData("update e set phase = j.phase from escalation e join openjson(@rows) with (id uniqueidentifier '$.id', phase nvarchar(20) '$.phase') j on j.id = e.page_id", "phase is varchar(20), and nvarchar(20) of what is sent")]
    [InlineData("delete from escalation where phase = @phase", "varchar(20) meets a bare parameter")]
    [InlineData("update e set version = 1 from escalation e where e.phase = @phase", "varchar(20) meets a bare parameter")]
    [InlineData("declare @t table (what varchar(10)); select what from @t where what = @phase", "varchar(10) meets a bare parameter")]
    [InlineData("alter table page add extra varchar(10) null; select page_id from page where extra = @extra", "varchar(10) meets a bare parameter")]
    [InlineData("alter table page alter column callback varchar(32) null; select page_id from page where callback = @callback", "varchar(32) meets a bare parameter")]
    [InlineData("create table t (a int not null, b as cast(a as varchar(10))); select a from t where b = @b", "varchar(10) meets a bare parameter")]
    [InlineData("select page_id from escalation where phase = formatmessage('x')", "teach the check")]
    public void A_comparison_that_would_convert_a_column_is_found(string statement, string says) => Assert.Contains(Check(statement), problem => problem.Contains(says, StringComparison.Ordinal));

    [Theory]
    [InlineData("select page_id from escalation where phase = 'Resolved' and is_open = 1 and urgency >= @urgency and due_at <= dateadd(day, -1, @now)")]
    [InlineData("select page_id from escalation where (@phase is null or phase = cast(@phase as varchar(20))) and phase <> cast(@other as varchar(max))")]
    [InlineData("select page_id from page where subject like '%x%' and subject <> @subject and page_id = '00000000-0000-7000-8000-0000000005e1'")]
    [InlineData("select e.page_id from escalation e join openjson(@rows) with (page uniqueidentifier '$.page', phase varchar(20) '$.phase') j on j.page = e.page_id and j.phase = e.phase")]
    [InlineData("select a.seq from audit_entry a join api_key k on a.subject = 'key:' + lower(cast(k.api_key_id as varchar(36)))")]
    [InlineData("with up as (select org_unit_id, parent_id from org_unit where org_unit_id = @unit union all select o.org_unit_id, o.parent_id from org_unit o join up on o.org_unit_id = up.parent_id) select org_unit_id from up")]
    public void A_comparison_that_leaves_columns_as_they_are_passes(string statement) => Assert.Empty(Check(statement));

    [Fact]
    public void A_list_that_the_store_sends_as_varchar_passes_where_it_is_as_long_as_the_column()
    {
        string[] Found(int? length) =>
            [.. TSql.Check("planted", 1, "select page_id from escalation where phase in (@phases)", ShippedSchema.OnSqlServer, listOfVarchar: _ => length)];
        Assert.Empty(Found(20));
        Assert.Single(Found(19));
        Assert.Single(Found(null));
    }

    [Fact]
    public void The_message_names_file_statement_and_line()
    {
        var statement = Statement.Read("src/OnCall.Data/Paging/PageStore.sql", "-- Why.\n\n-- name: First\nselect 1;\n\n-- name: Second\nselect page_id\nfrom page\nwhere sentat = @now;\n").Last();
        Assert.Equal(
            ["src/OnCall.Data/Paging/PageStore.sql: Second, line 9: there is no column 'sentat' here"],
            TSql.Check($"{statement.File}: {statement.Name}", statement.Line, statement.Sent, ShippedSchema.OnSqlServer));
    }

    private static IReadOnlyList<string> Check(string statement) => TSql.Check("planted", 1, statement, ShippedSchema.OnSqlServer);
}
