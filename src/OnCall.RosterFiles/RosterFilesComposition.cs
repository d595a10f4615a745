using Microsoft.Extensions.DependencyInjection;
using OnCall.Application.Rosters.Files;
using OnCall.RosterFiles.Csv;
using OnCall.RosterFiles.ICalendar;

namespace OnCall.RosterFiles;

/// <summary>Registers the readers: one <see cref="IRosterReader"/> a format, asked in this order.</summary>
public static class RosterFilesComposition
{
    public static IServiceCollection AddRosterFiles(this IServiceCollection services) =>
        services
            .AddSingleton<IRosterReader, ICalendarRosterReader>()
            .AddSingleton<IRosterReader, CsvRosterReader>();
}
