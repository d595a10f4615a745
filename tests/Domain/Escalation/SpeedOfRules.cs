using System.Diagnostics;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Testing.Hospital;
using Xunit;

namespace OnCall.Domain.Tests.Escalation;

/// <summary>A sweep decides hundreds of pages in one go, so that one decision must cost next to nothing.</summary>
public sealed class SpeedOfRules
{
    [Fact]
    public void A_decision_on_a_page_with_30_responders_takes_microseconds()
    {
        var each = TimeOf(people: 30);
        TestContext.Current.TestOutputHelper?.WriteLine($"Advance with 30 responders: {each.TotalMicroseconds:0.0} microseconds.");

        // Measured at about 25 in a debug build; the bound leaves room for a busy machine and none for a quadratic trap.
        Assert.True(each < TimeSpan.FromMicroseconds(500), $"{each.TotalMicroseconds:0.0} microseconds.");
    }

    [Fact]
    public void Ten_times_the_people_do_not_take_a_hundred_times_as_long()
    {
        var (few, many) = (TimeOf(people: 60), TimeOf(people: 600));
        Assert.True(many < few * 50, $"60 people {few.TotalMicroseconds:0.0}, 600 people {many.TotalMicroseconds:0.0} microseconds.");
    }

    // The best of several batches: what the code takes, not what else the machine does.
    private static TimeSpan TimeOf(int people)
    {
        var hospital = new TestHospital().Dispatcher("Dora");
        for (var i = 0; i < people; i++)
        {
            hospital.On("ward", $"P{i}", tier: 1 + (i % 3));
        }

        var page = PageStory.Send(hospital, Urgency.Code, "ward").Minutes(2);
        var (state, now) = (page.State, page.Now + NodaTime.Duration.FromSeconds(30));
        var situation = hospital.At(now);
        var best = TimeSpan.MaxValue;
        for (var batch = 0; batch < 30; batch++)
        {
            var started = Stopwatch.GetTimestamp();
            for (var i = 0; i < 20; i++)
            {
                _ = EscalationRules.Advance(state, situation, now);
            }

            var took = Stopwatch.GetElapsedTime(started) / 20;
            best = took < best ? took : best;
        }

        return best;
    }
}
