using OnCall.Application.Retention;
using OnCall.Domain.Retention;

namespace OnCall.Data.Retention;

/// <summary>What a hold kept in a run, as a row.</summary>
internal sealed class RunHoldRow
{
    public RetentionRunId Run { get; set; }

    public HoldId Hold { get; set; }

    public string Class { get; set; } = "";

    public string Kind { get; set; } = "";

    public int Held { get; set; }

    public HeldCount ToCount() => new(Hold, Enum.Parse<RetentionClass>(Class), Enum.Parse<KeptKind>(Kind), Held);
}
