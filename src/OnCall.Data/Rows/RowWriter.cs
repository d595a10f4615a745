using System.Text.Json;
using NodaTime;

namespace OnCall.Data.Rows;

/// <summary>Takes the values of one row after the other, by name; each row has the same names in the same order.</summary>
internal abstract class RowWriter
{
    public abstract void Set(string name, long? value);

    public abstract void Set(string name, string? words);

    public abstract void Set(string name, Guid? id);

    public abstract void Set(string name, bool value);

    public abstract void Set(string name, Instant? at);

    /// <summary>A text that is JSON itself.</summary>
    public abstract void SetJson<T>(string name, T value, Action<Utf8JsonWriter, T> write);

    /// <summary>A row for each item; <paramref name="write"/> sets its values.</summary>
    public void WriteAll<T>(IEnumerable<T> items, Action<RowWriter, T> write)
    {
        foreach (var item in items)
        {
            Begin();
            write(this, item);
            End();
        }
    }

    /// <summary>Begins a row.</summary>
    protected abstract void Begin();

    /// <summary>Ends a row.</summary>
    protected abstract void End();
}
