using NodaTime;
using OnCall.Application;

namespace OnCall.Bench.Engine;

/// <summary>
/// The classic design beside ours, in the same process and database, with our engine stopped: a persistent Quartz trigger for each armed page,
/// whose job does the step of that page. The better of two settings is held against ours: "times faster" is its 99th percentile of lateness,
/// from due to committed, over ours. Beside it stands the time from the first due to the last written, which cannot be shorter than the second
/// over which pages are due. Our engine sends meanwhile, Quartz does not. The last line is what Quartz alone costs: see <see cref="LeastSteps"/>.
/// </summary>
internal sealed class QuartzPerPage(EngineHouse house, BigHospital hospital, int armed)
{
    // Quartz as it comes has 10 jobs at once, and takes 10 triggers in a transaction. Of 10 to 1,000, 100 and 200 were the quickest.
    private static readonly int[] AtOnce = [10, 100];
    private static readonly Duration GiveUp = Duration.FromSeconds(120);

    private readonly IClock _clock = house.Get<IClock>();

    public async Task RunAsync(StepOutcome? ours)
    {
        var whole = new List<StepOutcome>();
        foreach (var atOnce in AtOnce)
        {
            var times = new StepTimes();
            whole.Add(await RunAsync(new WholeSteps(house, times), times, "the whole step", atOnce));
        }

        Compare(ours, whole.MinBy(o => o.P99)!, "one persistent Quartz trigger per page (limit 20)");

        var bare = new StepTimes();
        var least = await RunAsync(new LeastSteps(house.Database, house.Get<IIdSource>(), _clock, bare), bare, "next to nothing", AtOnce[^1]);
        Compare(ours, least, "Quartz with next to nothing to do (no limit)");
    }

    private static void Compare(StepOutcome? ours, StepOutcome quartz, string name)
    {
        if (ours is not null)
        {
            Console.WriteLine($"ours is {quartz.P99 / ours.P99:0.0} times faster than {name}: p99 {ours.P99:0} ms, Quartz {quartz.P99:0} ms; {quartz.Last / ours.Last:0.0} times until the last was written: {ours.Last:0.00} s, Quartz {quartz.Last:0.00} s");
        }
    }

    private async Task<StepOutcome> RunAsync(IPageSteps steps, StepTimes times, string what, int atOnce)
    {
        var ids = house.Get<IIdSource>();
        await using var store = await QuartzStore.OpenAsync(Path.Combine(house.Folder, $"quartz-{ids.NewId():N}.db"), steps, atOnce);
        var later = _clock.GetCurrentInstant() + Duration.FromHours(2);
        await store.ArmAsync(Enumerable.Range(0, armed).ToDictionary(_ => ids.NewId(), i => later + Duration.FromMilliseconds(36 * i)));
        await store.TuneAsync();
        await store.StartAsync();

        // Once for the compiler.
        await MeasureAsync(store, times, 1_000);
        Console.WriteLine($"fsync in the data folder: {Machine.Fsync(house.Folder)}");
        var outcome = await MeasureAsync(store, times, 10_000);
        Console.WriteLine($"one persistent Quartz trigger per page ({armed} more armed, {atOnce} jobs at once, {what}), 10,000 due in one second: {outcome}");
        return outcome;
    }

    private async Task<StepOutcome> MeasureAsync(QuartzStore store, StepTimes times, int count)
    {
        var due = await hospital.MakeDueAsync(count, _clock.GetCurrentInstant() + Duration.FromSeconds(10), Duration.FromSeconds(1));
        times.Start(due);
        await store.ArmAsync(due);
        return _clock.GetCurrentInstant() < due.Values.Min()
            ? await times.EndAsync(_clock, GiveUp)
            : throw new InvalidOperationException("Pages were due before their triggers were stored: not Quartz's fault, and no measurement.");
    }
}
