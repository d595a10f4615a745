using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using OnCall.Data.Paging.States;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using Xunit;

namespace OnCall.Data.Tests.Paging;

/// <summary>States as something else wrote them: a newer version, an older one, a disk that lost the end.</summary>
public sealed class StateReadingTests
{
    private static readonly string[] EveryVersionWrites = ["page", "urgency", "phase", "role"];

    // Of few parts, and none of them missing.
    private static readonly Escalation Rich = DrawnStates.Rich
        .Where(s => s.Reached.Count > 0 && s.Visited.Count > 0 && s.Responders.Count > 0 && s.Acknowledgements.Count > 0 && s.Steps[0].Targets.Count > 0)
        .Sample(1, 3).First();

    [Fact]
    public void A_state_is_the_same_in_whatever_order_its_fields_stand_and_whatever_else_stands_among_them() => Prop.ForAll(
        (from state in DrawnStates.All from seed in Gen.Choose(0, int.MaxValue) select (state, seed)).ToArbitrary(),
        drawn =>
        {
            var read = StateJson.Read(new WrittenOtherwise(drawn.seed).Of(StateJson.Write(drawn.state)));
            Assert.Equivalent(drawn.state, read, strict: true);
            Assert.Equivalent(drawn.state, StateJson.Read(StateJson.Write(read)), strict: true);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_an_older_version_did_not_write_is_at_its_default()
    {
        var blank = new Escalation { Page = Rich.Page, Urgency = Rich.Urgency, Phase = Rich.Phase, Role = Rich.Role, Steps = [], StepIndex = -1 };
        foreach (var property in typeof(Escalation).GetProperties().Where(p => p.CanWrite))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var without = Without(name);
            if (EveryVersionWrites.Contains(name))
            {
                Assert.Contains(name, Assert.Throws<JsonException>(() => StateJson.Read(without)).Message, StringComparison.Ordinal);
                continue;
            }

            var read = StateJson.Read(without);
            Assert.Equivalent(property.GetValue(blank), property.GetValue(read), strict: true);
            Assert.All(
                typeof(Escalation).GetProperties().Where(p => p.CanWrite && p != property),
                other => Assert.Equivalent(other.GetValue(Rich), other.GetValue(read), strict: true));
        }
    }

    [Fact]
    public void A_state_that_breaks_off_is_refused_wherever_it_does()
    {
        var written = StateJson.Write(Rich);
        for (var length = 0; length < written.Length; length++)
        {
            Assert.ThrowsAny<JsonException>(() => StateJson.Read(written[..length]));
        }
    }

    [Theory]
    [InlineData("}")]
    [InlineData("{}")]
    [InlineData(",")]
    [InlineData(" \0")]
    public void What_stands_behind_a_state_is_not_passed_over(string more) =>
        Assert.ThrowsAny<JsonException>(() => StateJson.Read(StateJson.Write(Rich) + more));

    [Fact]
    public void A_field_of_another_kind_is_refused_and_never_read_as_something_else()
    {
        var written = StateJson.Write(Rich);
        using var document = JsonDocument.Parse(written);
        foreach (var field in document.RootElement.EnumerateObject())
        {
            foreach (var other in new[] { "\"x\"", "7.5", "true", "{}", "{\"a\":[]}", "[7]", "[{}]", "[[]]", "[null]" }.Where(o => !IsSo(field, o)))
            {
                var broken = written.Replace($"\"{field.Name}\":{field.Value.GetRawText()}", $"\"{field.Name}\":{other}", StringComparison.Ordinal);
                Assert.NotEqual(written, broken);
                Assert.True(Record.Exception(() => StateJson.Read(broken)) is JsonException, $"{field.Name}: {other}");
            }
        }
    }

    [Theory]
    [InlineData("9223372036854775807")]
    [InlineData("-9223372036854775808")]
    [InlineData("253402300800000")]
    [InlineData("92233720368547758070")]
    [InlineData("1e400")]
    [InlineData("0.5")]
    public void A_time_that_there_is_not_is_refused(string number)
    {
        var written = StateJson.Write(Rich);
        var times = typeof(Escalation).GetProperties().Where(p => p.CanWrite && p.PropertyType == typeof(NodaTime.Instant?)).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).ToList();
        Assert.NotEmpty(times);
        Assert.All(times, time => Assert.IsType<JsonException>(Record.Exception(() => StateJson.Read(written.Insert(1, $"\"{time}\":{number},")))));
        Assert.IsType<JsonException>(Record.Exception(() => StateJson.Read(written.Replace("\"since\":", $"\"since\":{number},\"was\":", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("\"takenOverBy\":\"\\ud800\",")]
    [InlineData("\"phase\":\"\\udc00\",")]
    [InlineData("\"\\ud800\":1,")]
    public void Half_a_character_is_refused_or_passed_over(string written) =>
        Assert.True(Record.Exception(() => StateJson.Read(StateJson.Write(Rich).Insert(1, written))) is null or JsonException);

    [Theory]
    [InlineData("[7]")]
    [InlineData("{}")]
    [InlineData("\"a\"")]
    [InlineData("[\"\\ud800\"]")]
    public void What_is_no_list_of_words_is_refused(string written) =>
        Assert.IsType<JsonException>(Record.Exception(() => StateJson.ReadList(written)));

    [Fact]
    public void More_policies_than_are_held_are_each_read_as_they_stand_by_many_at_once()
    {
        var policies = Enumerable.Range(0, 1500).Select(n => Rich with { Steps = [new Step(n + 1, [new StepTarget(TargetKind.Person, Person: new PersonId(new Guid(n, 0, 0, new byte[8])))])] }).ToList();
        var written = policies.ConvertAll(StateJson.Write);
        Parallel.For(0, 12_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, n =>
        {
            var policy = n * 7919 % policies.Count;
            var read = StateJson.Read(written[policy]);
            Assert.Equal((policy + 1, policies[policy].Steps[0].Targets[0]), (Assert.Single(read.Steps).WaitSeconds, Assert.Single(read.Steps[0].Targets)));
            Assert.Equal(written[policy], StateJson.Write(read));
        });
    }

    [Fact]
    public void A_state_that_goes_on_to_other_steps_is_written_with_those()
    {
        var read = StateJson.Read(StateJson.Write(Rich));
        IReadOnlyList<Step> steps = [.. read.Steps, new Step(1, [new StepTarget(TargetKind.Desk)])];

        Assert.Equivalent(steps, StateJson.Read(StateJson.Write(read with { Steps = steps })).Steps, strict: true);
        Assert.Empty(StateJson.Read(StateJson.Write(read with { Steps = [] })).Steps);
        Assert.Equivalent(Rich.Steps, StateJson.Read(StateJson.Write(read)).Steps, strict: true);
    }

    private static bool IsSo(JsonProperty field, string other) => field.Value.ValueKind switch
    {
        JsonValueKind.String => field.Name == "takenOverBy" && other[0] == '"',
        JsonValueKind.True or JsonValueKind.False => other == "true",
        _ => false,
    };

    private static string Without(string name)
    {
        var fields = System.Text.Json.Nodes.JsonNode.Parse(StateJson.Write(Rich))!.AsObject();
        Assert.True(fields.Remove(name), name);
        return fields.ToJsonString();
    }
}
