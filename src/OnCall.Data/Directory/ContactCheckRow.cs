using NodaTime;
using OnCall.Application.Directory.Contacts;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;

namespace OnCall.Data.Directory;

/// <summary>What a contact method has shown, as its row has it.</summary>
internal sealed class ContactCheckRow
{
    public ContactMethodId Method { get; set; }

    public string? CodeSalt { get; set; }

    public string? CodeHash { get; set; }

    public Instant? CodeUntil { get; set; }

    public Instant? ProvedAt { get; set; }

    public Instant? TestedAt { get; set; }

    public string? TestStatus { get; set; }

    public string? TestDetail { get; set; }

    internal ContactRecord ToRecord(IEnumerable<ContactOutcomeRow> outcomes)
    {
        var test = TestedAt is { } at ? new ContactTest(at, Enum.Parse<DeliveryStatus>(TestStatus!), TestDetail ?? "") : null;
        var worked = test?.Status.Failed() is false;
        var all = outcomes.ToList();
        return new ContactRecord(
            CodeHash is null ? null : new IssuedCode(CodeSalt!, CodeHash, CodeUntil!.Value),
            test,
            all.Select(o => o.WorkedAt).Append(ProvedAt).Append(worked ? test!.At : null).Max(),
            all.Select(o => o.FailedAt).Append(worked ? null : test?.At).Max())
        {
            ReachedAt = all.Select(o => o.ReachedAt).Append(ProvedAt).Append(test?.Status == DeliveryStatus.Delivered ? test.At : null).Max(),
        };
    }
}
