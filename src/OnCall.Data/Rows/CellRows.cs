using System.Buffers;

namespace OnCall.Data.Rows;

/// <summary>The cells of rows of one width, one row behind the other, in memory that is given back and used again.</summary>
internal sealed class CellRows : IDisposable
{
    private Cell[] _cells = ArrayPool<Cell>.Shared.Rent(64);
    private int _length;

    /// <summary>All texts of the rows.</summary>
    public RentedText Text { get; } = new();

    /// <summary>How many cells there are.</summary>
    /// <exception cref="ObjectDisposedException">The rows were given back. None would be written, and nobody told.</exception>
    public int Length
    {
        get
        {
            ObjectDisposedException.ThrowIf(_cells.Length == 0, this);
            return _length;
        }
    }

    public ReadOnlySpan<Cell> Slice(int start, int length) => _cells.AsSpan(start, length);

    public void Add(Cell cell)
    {
        if (Length == _cells.Length)
        {
            var larger = ArrayPool<Cell>.Shared.Rent(_cells.Length * 2);
            _cells.CopyTo(larger, 0);
            ArrayPool<Cell>.Shared.Return(_cells);
            _cells = larger;
        }

        _cells[_length++] = cell;
    }

    public void Dispose()
    {
        var cells = _cells;
        _cells = [];
        _length = 0;
        if (cells.Length > 0)
        {
            ArrayPool<Cell>.Shared.Return(cells);
        }

        Text.Dispose();
    }
}
