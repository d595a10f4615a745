using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Paging;

namespace OnCall.Simulation.Tests.Seeing;

/// <summary>One request to send a page.</summary>
/// <param name="Page">The page that was answered; null when it was refused or no answer came.</param>
/// <param name="Answer"><c>ok</c>, the type of the refusal, or what broke.</param>
internal sealed record Send(string Key, string Subject, Urgency Urgency, PersonId? Sender, Instant Began, Instant Ended, PageId? Page, string? Reference, string Answer);
