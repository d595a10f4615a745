using System.Diagnostics;

namespace OnCall.Fuzz.Tests.Running;

/// <summary>
/// Gives one target input after input, on a thread of its own: a reader that never comes back is told by its seed and left behind.
/// </summary>
internal sealed class Campaign(Target target, Bounds bounds)
{
    private const int MostFailures = 10;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    private readonly List<Failure> _failures = [];
    private readonly HashSet<string> _kinds = new(StringComparer.Ordinal);
    private ulong _seed;
    private long _inputs;
    private long _mostBytes;

    /// <summary>How many inputs were read.</summary>
    public long Inputs => Interlocked.Read(ref _inputs);

    /// <summary>The most that one of them allocated.</summary>
    public long MostBytes => Interlocked.Read(ref _mostBytes);

    /// <summary>Reads the inputs of so many seeds and answers what went wrong: each kind once, at most ten.</summary>
    public IReadOnlyList<Failure> Run(ulong from, long inputs, Action<long>? tell = null)
    {
        using var done = new ManualResetEventSlim();
        var ended = done;
        var reading = new Thread(() =>
        {
            ReadAll(from, inputs);
            ended.Set();
        })
        { IsBackground = true, Name = target.Name };
        reading.Start();
        var (beats, before) = (0, -1L);
        while (!done.Wait(Beat))
        {
            var now = Inputs;
            beats = now == before ? beats + 1 : 0;
            before = now;
            tell?.Invoke(now);
            if (beats >= bounds.Beats)
            {
                return [.. Failures(), new Failure(target.Name, Interlocked.Read(ref _seed), $"it has not come back after {beats / 10} s")];
            }
        }

        reading.Join();
        return Failures();
    }

    private List<Failure> Failures()
    {
        lock (_failures)
        {
            return [.. _failures];
        }
    }

    private void ReadAll(ulong from, long inputs)
    {
        var held = 0L;
        for (var i = 0L; i < inputs && _failures.Count < MostFailures; i++)
        {
            if (i == inputs / 10)
            {
                held = GC.GetTotalMemory(forceFullCollection: true);
            }

            ReadOne(from + (ulong)i);
            Interlocked.Increment(ref _inputs);
        }

        var grown = GC.GetTotalMemory(forceFullCollection: true) - held;
        if (grown > bounds.Growth)
        {
            Add(from, $"it holds {grown:N0} bytes more than after a tenth of the inputs");
        }
    }

    private void ReadOne(ulong seed)
    {
        Interlocked.Exchange(ref _seed, seed);
        var input = target.Input(seed);
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            target.Read(input);
        }
        catch (Exception error)
        {
            Add(seed, $"{error.GetType().Name}: {error.Message.ReplaceLineEndings(" ")} {Where(error)}", error);
        }

        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Interlocked.Exchange(ref _mostBytes, Math.Max(bytes, _mostBytes));
        if (bytes > target.MostBytes)
        {
            Add(seed, $"it takes {bytes:N0} bytes for an input of {input.Length:N0}");
        }
    }

    private void Add(ulong seed, string what, Exception? thrown = null)
    {
        // One mistake is met by many inputs, whose numbers differ.
        if (_kinds.Add(string.Concat(what.Where(char.IsAsciiLetter))))
        {
            lock (_failures)
            {
                _failures.Add(new Failure(target.Name, seed, what) { Thrown = thrown });
            }
        }
    }

    private static string Where(Exception error) =>
        new StackTrace(error).GetFrames().Select(frame => frame.GetMethod()).FirstOrDefault(method => method?.DeclaringType?.FullName?.StartsWith("OnCall", StringComparison.Ordinal) == true) is { } ours
            ? $"(in {ours.DeclaringType!.Name}.{ours.Name})"
            : "";
}
