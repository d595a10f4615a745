namespace OnCall.Domain.Access.BreakGlass;

/// <summary>Identifies one breaking of the glass.</summary>
public readonly record struct BrokenGlassId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
