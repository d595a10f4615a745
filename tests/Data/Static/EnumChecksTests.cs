using OnCall.Application.Devices;
using OnCall.Application.Notifications;
using OnCall.Application.Retention;
using OnCall.Application.Rosters.Gaps;
using OnCall.Application.Rosters.Pulls;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Access;
using OnCall.Domain.Access.BreakGlass;
using OnCall.Domain.Access.Sessions;
using OnCall.Domain.Alarms;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notices;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Domain.Retention;
using OnCall.Domain.Rosters.Gaps;
using OnCall.Domain.Rosters.Swaps;
using OnCall.Testing;
using Xunit;

namespace OnCall.Data.Tests.Static;

/// <summary>A column that holds one of the domain's words refuses all others, in both databases, and none of the domain's.</summary>
public sealed class EnumChecksTests
{
    private static readonly string[] OutboxStates = ["Pending", "Claimed", "Accepted", "Delivered", "Failed", "Indeterminate", "Cancelled"];

    private static readonly Dictionary<string, string[]> Meant = new(StringComparer.Ordinal)
    {
        ["alarm.severity"] = Enum.GetNames<AlarmSeverity>(),
        ["broken_glass.reason"] = Enum.GetNames<BreakGlassReason>(),
        ["contact_check.test_status"] = Enum.GetNames<DeliveryStatus>(),
        ["contact_method.kind"] = Enum.GetNames<ContactMethodKind>(),

        // Only providers of telephone numbers are told to send nothing more.
        ["contact_opt_out.kind"] = [nameof(ContactMethodKind.Sms), nameof(ContactMethodKind.Voice)],
        ["escalation.phase"] = Enum.GetNames<EscalationPhase>(),
        ["gap_warning.closed_as"] = Enum.GetNames<GapClosing>(),
        ["gap_warning.lead"] = Enum.GetNames<GapLead>(),
        ["gap_warning.size"] = Enum.GetNames<GapSize>(),
        ["mapped_grant.permission"] = OfPeople(),
        ["notice.state"] = Enum.GetNames<NoticeState>(),
        ["notice.urgency"] = Enum.GetNames<NoticeUrgency>(),
        ["notice_delivery.kind"] = Enum.GetNames<ContactMethodKind>(),
        ["notice_delivery.state"] = ["Waiting", .. OutboxStates],
        ["notification.kind"] = Enum.GetNames<ContactMethodKind>(),
        ["notification.purpose"] = Enum.GetNames<NotificationPurpose>(),

        // Where a row of the outbox is: the stores' own words.
        ["notification.state"] = OutboxStates,
        ["org_unit.swap_approval"] = Enum.GetNames<SwapApproval>(),
        ["page.urgency"] = Enum.GetNames<Urgency>(),
        ["page_responder.standing"] = Enum.GetNames<Standing>(),
        ["person_permission.permission"] = OfPeople(),

        // What can wait is not sent by one press to many.
        ["preset.urgency"] = [.. Enum.GetNames<Urgency>().Except([nameof(Urgency.Routine)])],
        ["purged_page.urgency"] = Enum.GetNames<Urgency>(),
        ["push_device.kind"] = Enum.GetNames<PushDeviceKind>(),
        ["retention_rule.class"] = Enum.GetNames<RetentionClass>(),
        ["retention_run.outcome"] = Enum.GetNames<RunOutcome>(),
        ["roster_pull.outcome"] = Enum.GetNames<RosterPullOutcome>(),
        ["roster_upload.status"] = Enum.GetNames<UploadStatus>(),
        ["second_factor_rule.permission"] = OfPeople(),
        ["swap.state"] = Enum.GetNames<SwapState>(),
        ["web_session.way"] = Enum.GetNames<SignInWay>(),
    };

    [Fact]
    public void Sql_server_takes_the_words_of_the_domain_and_no_others() => Found.Nothing(Differences(CheckedWords.OnSqlServer(ShippedSchema.Scripts)));

    [Fact]
    public async Task Sqlite_takes_the_words_of_the_domain_and_no_others() => Found.Nothing(Differences(CheckedWords.OnSqlite(await SqliteTables.ReadAsync())));

    // Whatever holds plain signs and is not checked: the program's own words are, or it is said here why not.
    private static readonly (string Why, string[] Columns)[] Unchecked =
    [
        ("each version may add some: a check would be made anew over all rows, in which nobody can be paged", [
            "alarm.kind", "audit_entry.action", "notice.kind", "page_event.channel", "page_event.kind"]),
        ("what a run found, by the words of the rules, which are checked where they are kept", [
            "retention_run_hold.class", "retention_run_hold.kind", "retention_run_line.class", "retention_run_line.kind"]),
        ("how a file was read, by the words of its reader", ["roster_upload.encoding", "roster_upload.format"]),
        ("it names a node, a key or a place", [
            "escalation.claimed_by", "node_heartbeat.node", "notice_delivery.claimed_by", "notification.claimed_by", "open_inbox.node", "protection_key.key_id", "protection_key.marked_by",
            "protection_key.wrapped_by", "retention_gate.ran_on", "retention_run.node", "sealing_walk.after_id", "sealing_walk.claimed_by", "sealing_walk.name", "sealing_walk.sealed_by"]),
        ("a standard's: tz database, BCP 47, RFC 5545, RFC 9110, hashes", [
            "feed_event.uid", "gap_warning.time_zone", "org_unit.time_zone", "person.language", "push_key.public_key", "role.time_zone", "roster_feed.content_hash",
            "roster_pull.content_hash", "roster_pull.held_basis", "roster_pull.held_hash", "roster_pull.last_modified", "roster_upload.time_zone"]),
        ("made of what the row is about, and found by it", ["gap_warning.gap_key"]),
    ];

    [Fact]
    public void A_column_of_words_is_checked_or_it_is_said_why_not()
    {
        var said = Unchecked.SelectMany(group => group.Columns).ToArray();
        var columns = ShippedSchema.OnSqlServer.Tables.Except(ShippedSchema.OfQuartz, StringComparer.OrdinalIgnoreCase)
            .SelectMany(table => ShippedSchema.OnSqlServer.Find(table)!.Values.Where(column => column.Type is { Name: "varchar" }).Select(column => $"{table}.{column.Name}"))
            .Except(Meant.Keys)
            .ToArray();
        Found.Nothing(columns.Except(said).Order(StringComparer.Ordinal).Select(column => $"{column}: takes any word; give it a check, or say why not").Concat(said.Except(columns).Select(column => $"{column}: is checked, or not there")));
    }

    [Fact]
    public void A_word_that_the_domain_has_not_and_one_that_is_missing_are_found()
    {
        const string Table = "create table page (urgency varchar(20) not null constraint ck check (urgency in ('Routine', 'Urgent', 'Code', 'Someday')), way int);";
        const string Chosen = "create table page (urgency text not null check (urgency = 'Routine' or (urgency = 'Urgent') or urgency = 'Code' or urgency = 'Someday'), way int)";
        string[] expected = ["page.urgency: no CriticalResult", "page.urgency: takes Someday"];
        Assert.Equal(expected, Differences(CheckedWords.OnSqlServer([Table])).Where(problem => problem.StartsWith("page.urgency", StringComparison.Ordinal)));
        Assert.Equal(expected, Differences(CheckedWords.OnSqlite([("page", Chosen)])).Where(problem => problem.StartsWith("page.urgency", StringComparison.Ordinal)));
        Assert.Contains("page.way: which enum does it mirror?", Differences(CheckedWords.OnSqlServer([Table.Replace("urgency", "way", StringComparison.Ordinal)])));
    }

    // A permission of systems alone is one of their keys, and given to nobody.
    private static string[] OfPeople() => [.. Enum.GetNames<Permission>().Except([nameof(Permission.Integration)])];

    private static IEnumerable<string> Differences(Dictionary<string, string[]> shipped) =>
        shipped.Keys.Union(Meant.Keys).Order(StringComparer.Ordinal).SelectMany(column => (Meant.GetValueOrDefault(column), shipped.GetValueOrDefault(column)) switch
        {
            (null, _) => [$"{column}: which enum does it mirror?"],
            (_, null) => [$"{column}: takes any word"],
            var (meant, taken) => meant.Except(taken).Select(word => $"{column}: no {word}").Concat(taken.Except(meant).Select(word => $"{column}: takes {word}")),
        });
}
