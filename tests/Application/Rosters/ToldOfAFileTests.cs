using OnCall.Application.Rosters.Uploads;
using Xunit;

namespace OnCall.Application.Tests.Rosters;

public sealed class ToldOfAFileTests
{
    [Theory]
    [InlineData("{\"start\":\"HALF\"}")]
    [InlineData("{\"HALF\":\"Beginn\"}")]
    [InlineData("{\"start\":\"\\ud800\"}")]
    [InlineData("{\"start\":\"Beginn\",\"end\":\"\\udc00\\ud800\"}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"start\":null}")]
    public void What_is_no_object_of_whole_texts_is_neither_a_mapping_nor_a_legend(string json)
    {
        // An attribute cannot hold half a character.
        var told = json.Replace("HALF", "\ud800", StringComparison.Ordinal);

        Assert.Null(UploadRosterValidator.ReadMapping(told));
        Assert.Null(UploadRosterValidator.ReadLegend(told));
    }
}
