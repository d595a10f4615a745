using FsCheck;
using FsCheck.Fluent;
using OnCall.Data.Paging.States;
using OnCall.Domain.Escalation;
using Xunit;

namespace OnCall.Data.Tests.Paging;

public sealed class StateJsonTests
{
    [Fact]
    public void Every_state_is_read_as_it_was_written() =>
        Prop.ForAll(DrawnStates.All.ToArbitrary(), state => Assert.Equivalent(state, StateJson.Read(StateJson.Write(state)), strict: true)).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_member_of_a_state_is_written_and_none_is_forgotten()
    {
        var rich = DrawnStates.Rich.Sample(1, 50).First();
        var back = StateJson.Read(StateJson.Write(rich));
        foreach (var property in typeof(Escalation).GetProperties().Where(p => p.CanWrite))
        {
            var value = property.GetValue(rich);
            Assert.False(Equals(value, property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null), $"{property.Name} is at its default: make the sample richer.");
            Assert.Equivalent(value, property.GetValue(back), strict: true);
        }
    }

    [Fact]
    public void Lists_of_words_in_any_language_are_read_as_they_were_written()
    {
        string[] words = ["向かっています", "\"quoted\" \\ & <b>", "💓", ""];
        Assert.Equal(words, StateJson.ReadList(StateJson.WriteList(words)));
    }
}
