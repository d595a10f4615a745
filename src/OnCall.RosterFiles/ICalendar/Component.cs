namespace OnCall.RosterFiles.ICalendar;

/// <summary>What stands between a BEGIN and its END, RFC 5545 section 3.6.</summary>
/// <param name="Line">The line of its BEGIN.</param>
/// <param name="Name">In capital letters.</param>
internal sealed record Component(int Line, string Name)
{
    public List<ContentLine> Properties { get; } = [];

    public List<Component> Components { get; } = [];

    /// <summary>A line of it could not be read, which has been told: nothing can be said about what is missing.</summary>
    public bool IsBroken { get; set; }

    public ContentLine? Property(string name) => Properties.Find(property => property.Name == name);

    public IEnumerable<ContentLine> All(string name) => Properties.Where(property => property.Name == name);
}
