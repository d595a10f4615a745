using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace OnCall.Api.Metrics;

/// <summary>Prometheus' text exposition format 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats).</summary>
internal static class PrometheusText
{
    internal const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    internal static string Write(MetricStore store)
    {
        var text = new StringBuilder();
        foreach (var (instrument, series) in store.Read())
        {
            Write(text, instrument, series);
        }

        return text.ToString();
    }

    /// <summary><c>channel="sms",status="accepted"</c>.</summary>
    internal static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in labels)
        {
            text.Append(text.Length > 0 ? "," : "").Append(name).Append("=\"").Append(Escaped(value?.ToString() ?? "").Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, Instrument instrument, IReadOnlyList<(string Labels, MetricSeries Series)> series)
    {
        var counts = instrument is Counter<long> or ObservableCounter<long> or ObservableCounter<double>;
        var name = NameOf(instrument) + (counts ? "_total" : "");
        var bounds = MetricStore.BoundsOf(instrument);
        text.Append("# HELP ").Append(name).Append(' ').Append(Escaped(instrument.Description ?? "")).Append('\n');
        text.Append("# TYPE ").Append(name).Append(' ').Append(bounds.Count > 0 ? "histogram" : counts ? "counter" : "gauge").Append('\n');
        foreach (var (labels, measured) in series)
        {
            var (value, count, atMost) = measured.Read();
            if (bounds.Count == 0)
            {
                Line(text, name, labels, Number(value));
                continue;
            }

            var before = labels.Length > 0 ? labels + "," : "";
            for (var i = 0; i < bounds.Count; i++)
            {
                Line(text, name + "_bucket", $"{before}le=\"{Number(bounds[i])}\"", Number(atMost[i]));
            }

            Line(text, name + "_bucket", before + "le=\"+Inf\"", Number(count));
            Line(text, name + "_sum", labels, Number(value));
            Line(text, name + "_count", labels, Number(count));
        }
    }

    private static void Line(StringBuilder text, string name, string labels, string value) =>
        text.Append(name).Append(labels.Length > 0 ? "{" + labels + "}" : "").Append(' ').Append(value).Append('\n');

    // Units in curly brackets only annotate (UCUM).
    private static string NameOf(Instrument instrument) => instrument.Name.Replace('.', '_') + instrument.Unit switch
    {
        "s" => "_seconds",
        "By" => "_bytes",
        _ => "",
    };

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
