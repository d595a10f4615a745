using System.Globalization;
using System.Text.RegularExpressions;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Metrics;

/// <summary>What a scrape got, read by the rules of the text format 0.0.4 and not by OnCall's code.</summary>
internal sealed partial class MetricsText
{
    private readonly Dictionary<string, double> _samples = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);

    private MetricsText(string text)
    {
        Text = text;
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            Take(line);
        }
    }

    public string Text { get; }

    public IReadOnlyDictionary<string, string> Types => _types;

    public IEnumerable<string> Samples => _samples.Keys;

    /// <summary>The value of a sample, written with its labels: <c>oncall_pages_open{urgency="code"}</c>.</summary>
    public double this[string sample] => _samples.TryGetValue(sample, out var value) ? value : throw new KeyNotFoundException($"No {sample} in:\n{Text}");

    public static async Task<MetricsText> ScrapeAsync(ApiHost host)
    {
        var answer = await host.Admin.GetPathAsync("/metrics");
        answer.EnsureSuccessStatusCode();
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        return new MetricsText(await answer.Content.ReadAsStringAsync());
    }

    private void Take(string line)
    {
        if (Comment().Match(line) is { Success: true } comment)
        {
            if (comment.Groups["what"].Value == "TYPE")
            {
                // Once for each family, and before its samples.
                Assert.True(_types.TryAdd(comment.Groups["name"].Value, comment.Groups["rest"].Value), line);
            }

            return;
        }

        var sample = Sample().Match(line);
        Assert.True(sample.Success, line);
        var name = sample.Groups["name"].Value;
        Assert.True(_types.ContainsKey(name) || (_types.TryGetValue(OfHistogram().Replace(name, ""), out var type) && type == "histogram"), line);
        Assert.True(_samples.TryAdd(name + sample.Groups["labels"].Value, double.Parse(sample.Groups["value"].Value, CultureInfo.InvariantCulture)), line);
    }

    [GeneratedRegex("^# (?<what>HELP|TYPE) (?<name>[a-z_:][a-z0-9_:]*) (?<rest>.+)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex("^(?<name>[a-z_:][a-z0-9_:]*)(?<labels>\\{[a-z_]+=\"[^\"\\\\]*\"(?:,[a-z_]+=\"[^\"\\\\]*\")*\\})? (?<value>[-+0-9.eE]+)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sample();

    [GeneratedRegex("_(?:bucket|sum|count)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfHistogram();
}
