using Microsoft.Extensions.DependencyInjection;
using OnCall.Application.Rosters.Export;
using OnCall.Application.Rosters.Feeds;
using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Paper;
using OnCall.Application.Rosters.Pulls;
using OnCall.RosterFiles.Amion;
using OnCall.RosterFiles.Csv;
using OnCall.RosterFiles.Excel;
using OnCall.RosterFiles.Export;
using OnCall.RosterFiles.ICalendar;
using OnCall.RosterFiles.Paper;
using OnCall.RosterFiles.Pull;

namespace OnCall.RosterFiles;

/// <summary>Registers the readers, one <see cref="IRosterReader"/> a format, asked in this order, and what writes files.</summary>
public static class RosterFilesComposition
{
    public static IServiceCollection AddRosterFiles(this IServiceCollection services) =>
        services
            .AddSingleton<IPaperPrinter, PaperPrinter>()
            .AddSingleton<IFeedWriter, FeedWriter>()
            .AddSingleton(new PullPlaces([]))
            .AddSingleton<IRosterFetch>(provider => new RosterFetch(provider.GetRequiredService<PullPlaces>(), TimeProvider.System))
            .AddSingleton<IRosterExporter, CsvExporter>()
            .AddSingleton<IRosterExporter, XlsxExporter>()
            .AddSingleton<IRosterReader, XlsxRosterReader>()
            .AddSingleton<IRosterReader, XlsRosterReader>()
            .AddSingleton<IRosterReader, AmionRosterReader>()
            .AddSingleton<IRosterReader, ICalendarRosterReader>()
            .AddSingleton<IRosterReader, CsvRosterReader>();
}
