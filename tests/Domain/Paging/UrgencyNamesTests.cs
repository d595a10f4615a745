using OnCall.Domain.Paging;
using Xunit;

namespace OnCall.Domain.Tests.Paging;

public sealed class UrgencyNamesTests
{
    [Theory]
    [InlineData(Urgency.Code, "code")]
    [InlineData(Urgency.Urgent, "urgent")]
    [InlineData(Urgency.CriticalResult, "critical-result")]
    [InlineData(Urgency.Routine, "routine")]
    public void Each_class_has_one_name_and_reads_back_from_it(Urgency urgency, string name)
    {
        Assert.Equal(name, urgency.ToName());
        Assert.True(UrgencyNames.TryParse($" {name.ToUpperInvariant()} ", out var read));
        Assert.Equal(urgency, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("CriticalResult")]
    [InlineData("stat")]
    public void Anything_else_is_no_class(string? name) => Assert.False(UrgencyNames.TryParse(name, out _));

    [Fact]
    public void A_code_overtakes_everything() =>
        Assert.Equal(
            [Urgency.Code, Urgency.Urgent, Urgency.CriticalResult, Urgency.Routine],
            Enum.GetValues<Urgency>().OrderDescending());
}
