using NodaTime;

namespace OnCall.Application.Rosters.Export;

/// <summary>A roster file that is ready to be written.</summary>
/// <param name="FileName">ASCII, without a path.</param>
/// <param name="Zone">By whose wall clock its times are written: the <c>timeZone</c> of an upload of it.</param>
/// <param name="Write">Writes the whole file.</param>
public sealed record RosterExport(string FileName, string ContentType, DateTimeZone Zone, Action<Stream> Write);
