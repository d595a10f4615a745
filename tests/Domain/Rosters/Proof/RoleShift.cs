namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>A row of an upload: a shift of one of two roles.</summary>
internal sealed record RoleShift(int Role, WrittenShift Shift)
{
    /// <summary>The same person twice on one role at one time, which no upload may say.</summary>
    public bool Clashes(RoleShift other) =>
        Role == other.Role && char.ToUpperInvariant(Shift.Person) == char.ToUpperInvariant(other.Shift.Person)
        && Shift.Start < other.Shift.End && other.Shift.Start < Shift.End;

    public override string ToString() => $"role {Role}: {Shift}";
}
