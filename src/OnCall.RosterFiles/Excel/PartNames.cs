using System.Xml;

namespace OnCall.RosterFiles.Excel;

/// <summary>The names in a part, which a reader keeps in memory for ever; a workbook has a few hundred.</summary>
internal sealed class PartNames : XmlNameTable
{
    private const int Most = 10_000;

    private readonly NameTable _names = new();
    private int _count;

    public override string? Get(string array) => _names.Get(array);

    public override string? Get(char[] array, int offset, int length) => _names.Get(array, offset, length);

    public override string Add(string array) => Get(array) ?? Counted(_names.Add(array));

    public override string Add(char[] array, int offset, int length) => Get(array, offset, length) ?? Counted(_names.Add(array, offset, length));

    private string Counted(string name) => ++_count <= Most ? name : throw WorkbookFault.Corrupt($"one of its parts has more than {Most} names");
}
