using System.Data.Common;
using System.Globalization;
using Dapper;
using NodaTime;
using OnCall.Application.Sealing;
using OnCall.Data.Directory;
using OnCall.Data.Rows;
using OnCall.Data.Schema;
using OnCall.Domain.Paging;

namespace OnCall.Data.Sealing;

/// <summary>Walks through the tables with words, in either database.</summary>
internal sealed class StoredWords(Database database) : IStoredWords
{
    // A node of an older version may have written plain words behind a walk that was finished.
    private static readonly Duration Again = Duration.FromDays(7);

    private static readonly WordWalk[] Walks =
    [
        new("page", "ReadPages", "WritePages", true, WordWalk.Page),
        new("page_event", "ReadLines", "WriteLines", false, WordWalk.Line),
        new("escalation", "ReadStates", "WriteStates", true, WordWalk.State),
        new("cover", "ReadCovers", "WriteCovers", true, WordWalk.Cover),
        new("swap", "ReadSwaps", "WriteSwaps", true, WordWalk.Swap),
        new("roster_pull", "ReadPulls", "WritePulls", true, WordWalk.Pull),
        new("broken_glass", "ReadBrokenGlass", "WriteBrokenGlass", true, WordWalk.BrokenGlass),
        new("legal_hold", "ReadHolds", "WriteHolds", true, WordWalk.Hold),
    ];

    private static readonly string[] Kinds = [.. Enum.GetValues<PageEventKind>().Where(SealedLine.HoldsWords).Select(k => k.ToString())];

    private readonly SqlText _sql = SqlText.For<StoredWords>(database.Provider);

    public async Task<int?> SealSomeAsync(string node, Instant now, Instant until, int most, CancellationToken cancellationToken)
    {
        var key = database.Seal.KeyOfNow();
        foreach (var walk in Walks)
        {
            var claim = new Claim(walk, key, node, now, until, most);
            if (await TakeAsync(claim, cancellationToken))
            {
                return await PartAsync(claim, cancellationToken);
            }
        }

        return null;
    }

    public async Task<IReadOnlyList<WordsLeft>> LeftAsync(CancellationToken cancellationToken)
    {
        var key = database.Seal.KeyOfNow();
        var parameters = new
        {
            key,
            mark = TextSeal.Mark,
            kinds = Varchar.List(Kinds, 40),
            replySealed = Start("reply", TextSeal.Mark),
            readBackSealed = Start("readBack", TextSeal.Mark),
            replyNow = Start("reply", key),
            readBackNow = Start("readBack", key),
        };
        return await database.ReadAsync<IReadOnlyList<WordsLeft>>(
            async connection => [.. (await connection.QueryAsync<LeftRow>(_sql["Left"], parameters)).Select(r => new WordsLeft(r.Name, r.Plain, r.Others - r.Plain))],
            cancellationToken);
    }

    // As the state's writer has it.
    private static string Start(string property, string value) => $"\"{property}\":\"{value}";

    private async Task<bool> TakeAsync(Claim claim, CancellationToken cancellationToken)
    {
        var values = new { name = claim.Walk.Name, key = claim.Key, node = claim.Node, now = claim.Now, until = claim.Until, again = claim.Now - Again };
        var walk = await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<WalkRow>(_sql["Walk"], values), cancellationToken);
        if (walk is not null && walk.SealedBy == claim.Key && walk.FinishedAt > claim.Now - Again)
        {
            return false;
        }

        try
        {
            return await database.WriteAsync(
                async (connection, transaction) =>
                {
                    if (walk is null)
                    {
                        await connection.ExecuteAsync(_sql["Begin"], values, transaction);
                    }

                    return await connection.ExecuteAsync(_sql["Claim"], values, transaction) > 0;
                },
                cancellationToken);
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            // Another node has begun it.
            return false;
        }
    }

    private async Task<int> PartAsync(Claim claim, CancellationToken cancellationToken)
    {
        var (walk, name) = (claim.Walk, claim.Walk.Name);
        var (rows, after) = await database.ReadAsync(
            async connection =>
            {
                var stored = (await connection.QuerySingleAsync<WalkRow>(_sql["Walk"], new { name })).AfterId;
                var from = stored is null ? null : walk.ById ? database.Stored(Guid.Parse(stored)) : long.Parse(stored, CultureInfo.InvariantCulture);
                return ((await connection.QueryAsync<WordRow>(_sql[walk.Read], new { after = from, most = claim.Most })).ToList(), stored);
            },
            cancellationToken);

        // Before the turn to write.
        var anew = rows.Select(row => (Before: row, After: walk.Anew(database.Seal, claim.Key, row))).Where(pair => pair.After is not null).ToList();
        var last = rows.Count == 0 ? after : Convert.ToString(rows[^1].Id, CultureInfo.InvariantCulture);
        var finishedAt = rows.Count < claim.Most ? claim.Now : (Instant?)null;
        return await database.WriteAsync(
            async (connection, transaction) =>
            {
                var progress = new { name, key = claim.Key, node = claim.Node, after = last, finishedAt };
                if (await connection.ExecuteAsync(_sql["Advance"], progress, transaction) == 0)
                {
                    return 0;
                }

                var done = 0;
                foreach (var (before, next) in anew)
                {
                    done += await connection.ExecuteAsync(_sql[walk.Write], Values(before, next!), transaction);
                }

                return done;
            },
            cancellationToken);
    }

    private static object Values(WordRow before, WordRow next) => new
    {
        id = before.Id,
        note = before.Note,
        one = next.One,
        two = next.Two,
        three = next.Three,
        four = next.Four,
        oneBefore = before.One,
        twoBefore = before.Two,
        threeBefore = before.Three,
        fourBefore = before.Four,
    };

    private sealed record Claim(WordWalk Walk, string Key, string Node, Instant Now, Instant Until, int Most);

    private sealed class WalkRow
    {
        public string SealedBy { get; set; } = "";

        public string? AfterId { get; set; }

        public Instant? FinishedAt { get; set; }
    }

    private sealed class LeftRow
    {
        public string Name { get; set; } = "";

        public long Plain { get; set; }

        public long Others { get; set; }
    }
}
