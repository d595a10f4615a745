namespace OnCall.Data.Tests.Static;

/// <summary>A column as the migrations build it.</summary>
/// <param name="Filled">The database gives it a value when an insert names none: a default, an identity, a computed column.</param>
/// <param name="Type">On SQL Server.</param>
internal sealed record TableColumn(string Name, bool Nullable, bool Filled, bool Identity = false, SqlType? Type = null)
{
    public bool MustBeInserted => !Nullable && !Filled;
}
