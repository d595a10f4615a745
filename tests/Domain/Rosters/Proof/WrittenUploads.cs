namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>A roster in force, and uploads that are published onto it one after the other.</summary>
internal sealed record WrittenUploads(IReadOnlyList<RoleShift> Before, IReadOnlyList<IReadOnlyList<RoleShift>> Uploads) : ISmaller<WrittenUploads>
{
    public IEnumerable<WrittenUploads> Smaller() =>
    [
        .. Without.One(Uploads).Select(less => this with { Uploads = less }),
        .. Without.One(Before).Select(less => this with { Before = less }),
        .. Without.Part(Uploads, Without.One).Select(less => this with { Uploads = less }),
    ];

    public override string ToString() => string.Join(
        Environment.NewLine,
        Before.Select(row => $"before, {row}").Concat(Uploads.SelectMany((rows, i) => rows.Select(row => $"upload {i + 1}, {row}"))));
}
