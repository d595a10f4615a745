using OnCall.Testing;
using Xunit;

namespace OnCall.Data.Tests.Static;

/// <summary>
/// SQL Server checks a foreign key by a shared lock on the row that it leads to, row versions or not: what is written while paging would wait for
/// whoever saves a role or a person in this moment. What belongs to a page may lead to what is written with it, and nowhere else.
/// </summary>
public sealed class PagingWaitsForNobodyTests
{
    private static readonly string[] Paging = ["src/OnCall.Data/Paging/", "src/OnCall.Data/Notifications/", "src/OnCall.Data/Alarms/"];

    [Fact]
    public void No_foreign_key_leads_from_what_is_written_while_paging_to_what_people_edit()
    {
        string[] statements = [.. Statement.Shipped.Where(s => s.ForSqlServer && Paging.Any(folder => s.File.StartsWith(folder, StringComparison.Ordinal))).Select(s => s.Sent)];
        Assert.Contains("page.role_id", WrittenColumns.Of(statements));
        Assert.Contains("page_responder.person_id", WrittenColumns.Of(statements));
        Assert.Contains(ForeignKeys.From(ShippedSchema.Scripts), key => key is { Table: "page_reference", To: "page" });
        Found.Nothing(Waiting(statements, ShippedSchema.Scripts));
    }

    [Fact]
    public void One_that_does_is_found()
    {
        string[] scripts =
        [
            "create table role (role_id int not null constraint pk_role primary key); create table person (person_id int not null constraint pk_person primary key);",
            "create table page (page_id int not null constraint pk_page primary key, role_id int not null constraint fk_page_role references role (role_id));",
            "create table escalation (page_id int not null constraint fk_escalation_page references page (page_id), role_id int not null, owner_id int null constraint fk_escalation_owner references person (person_id));",
            "alter table escalation add constraint fk_escalation_role foreign key (role_id) references role (role_id);",
            "alter table page drop constraint fk_page_role;",
            "create table cover (role_id int not null constraint fk_cover_role references role (role_id));",
        ];
        const string Send = "insert into page (page_id, role_id) values (@id, @role); insert into escalation (page_id) values (@id);";
        const string Move = "update e set role_id = @role from escalation e where e.page_id = @id;";
        Assert.Empty(Waiting([Send], scripts));
        Assert.Equal(["fk_escalation_role: what is written while paging would wait for whoever saves a row of role"], Waiting([Send, Move], scripts));
        Assert.Equal(["fk_page_role: what is written while paging would wait for whoever saves a row of role"], Waiting([Send], scripts[..2]));
    }

    private static IEnumerable<string> Waiting(IReadOnlyList<string> statements, IEnumerable<string> scripts)
    {
        var written = WrittenColumns.Of(statements);
        var inserted = statements.SelectMany(TableVerbs.Of).Where(verb => verb.EndsWith(" insert", StringComparison.Ordinal)).Select(verb => verb.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        return ForeignKeys.From(scripts)
            .Where(key => !inserted.Contains(key.To) && key.Columns.Any(column => written.Contains($"{key.Table}.{column}")))
            .Select(key => $"{key.Name}: what is written while paging would wait for whoever saves a row of {key.To}");
    }
}
