namespace OnCall.Data.Tests.Static;

/// <param name="To">The table that has the key.</param>
internal sealed record ForeignKey(string Table, string Name, IReadOnlyList<string> Columns, string To);
