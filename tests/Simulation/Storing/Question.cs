using System.Data.Common;

namespace OnCall.Simulation.Tests.Storing;

/// <summary>A query with its parameters: the same one has the same answer while nothing is written.</summary>
internal readonly struct Question : IEquatable<Question>
{
    private readonly string _text;
    private readonly object?[] _values;
    private readonly int _hash;

    public Question(DbCommand command)
    {
        (_text, _values) = (command.CommandText, new object?[command.Parameters.Count]);
        var hash = new HashCode();
        hash.Add(_text.Length);
        for (var place = 0; place < _values.Length; place++)
        {
            _values[place] = command.Parameters[place].Value;
            hash.Add(_values[place]);
        }

        _hash = hash.ToHashCode();
    }

    public bool Equals(Question other) => _text == other._text && _values.AsSpan().SequenceEqual(other._values);

    public override bool Equals(object? obj) => obj is Question other && Equals(other);

    public override int GetHashCode() => _hash;
}
