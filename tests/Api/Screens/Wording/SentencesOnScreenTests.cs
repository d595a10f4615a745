using NodaTime;
using OnCall.Api.Screens.Wording;
using OnCall.Application.Paging;
using Xunit;

namespace OnCall.Api.Tests.Screens.Wording;

public sealed class SentencesOnScreenTests
{
    private static readonly Texts Japanese = new(ScreenLanguage.Japanese);

    [Fact]
    public void A_line_of_the_trail_is_told_in_the_readers_language_by_the_units_clock()
    {
        var line = new EventLine(Instant.MinValue, "step-started", null, null, "Step 2 of 5.");
        Assert.Equal("段階 2／5。", EventText.Detail(Japanese, line, DateTimeZone.Utc));
        Assert.Equal("Step 2 of 5.", EventText.Detail(Texts.English, line, DateTimeZone.Utc));
    }

    [Theory]
    [InlineData("message")]
    [InlineData("resolved")]
    public void What_somebody_wrote_stays_as_they_wrote_it(string kind) =>
        Assert.Equal("Step 2 of 5.", EventText.Detail(Japanese, new EventLine(Instant.MinValue, kind, "Nina", null, "Step 2 of 5."), DateTimeZone.Utc));
}
