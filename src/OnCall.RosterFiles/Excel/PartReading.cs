using System.Xml;

namespace OnCall.RosterFiles.Excel;

/// <summary>Steps through a part without following it into any depth: a reader keeps each open element in memory.</summary>
internal static class PartReading
{
    // A text of a rich cell is the eighth.
    private const int Deepest = 64;

    /// <summary>As <see cref="XmlReader.Read"/>.</summary>
    public static bool Next(this XmlReader reader)
    {
        var any = reader.Read();
        return reader.Depth <= Deepest ? any : throw WorkbookFault.Corrupt($"its elements stand more than {Deepest} deep within each other");
    }

    /// <summary>As <see cref="XmlReader.Skip"/>, but leaves the reader at the end of the element.</summary>
    public static void ToEnd(this XmlReader reader)
    {
        var depth = reader.Depth;
        for (var more = !reader.IsEmptyElement; more;)
        {
            more = reader.Next() && reader.Depth > depth;
        }
    }
}
