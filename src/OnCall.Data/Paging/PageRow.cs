using NodaTime;
using OnCall.Application.Paging;
using OnCall.Data.Paging.States;
using OnCall.Data.Sealing;
using OnCall.Domain.Directory;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;

namespace OnCall.Data.Paging;

/// <summary>A page and its escalation, as a row.</summary>
internal sealed class PageRow
{
    public PageId Id { get; set; }

    public string Reference { get; set; } = "";

    public RoleId Role { get; set; }

    public string Urgency { get; set; } = "";

    public string? Subject { get; set; }

    public string? Body { get; set; }

    public string? PatientRef { get; set; }

    public string? Callback { get; set; }

    public string Replies { get; set; } = "";

    public PersonId? Sender { get; set; }

    public string SenderName { get; set; } = "";

    public Instant SentAt { get; set; }

    public int Version { get; set; }

    public string State { get; set; } = "";

    public PageRecord ToRecord(TextSeal seal)
    {
        var id = Id.Value;
        _ = PageReference.TryParse(Reference, out var reference);
        _ = Domain.Paging.Callback.TryParse(Callback, out var callback);
        var page = new Page(
            Id, reference, Role, Enum.Parse<Urgency>(Urgency), seal.Open(SealedColumn.PageSubject, id, Subject), seal.Open(SealedColumn.PageBody, id, Body),
            seal.Open(SealedColumn.PagePatientRef, id, PatientRef), callback, StateJson.ReadList(seal.OpenOrNull(SealedColumn.PageReplies, id, Replies) ?? "[]"),
            Sender, SenderName, SentAt);
        return new PageRecord(page, seal.Opened(StateJson.Read(State)) with { Version = Version });
    }
}
