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
