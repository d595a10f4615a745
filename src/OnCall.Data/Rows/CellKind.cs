namespace OnCall.Data.Rows;

/// <summary>What a cell holds.</summary>
internal enum CellKind
{
    Null,
    Number,
    Text,
}
