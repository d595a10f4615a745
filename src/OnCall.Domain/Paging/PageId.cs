namespace OnCall.Domain.Paging;

/// <summary>Identifies a page. People see its reference instead.</summary>
public readonly record struct PageId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
