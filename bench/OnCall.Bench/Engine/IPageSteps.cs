namespace OnCall.Bench.Engine;

/// <summary>What the job of a page's trigger does.</summary>
internal interface IPageSteps
{
    /// <summary>Moves the page one step on, and notes when that was committed.</summary>
    Task WriteAsync(Guid page, CancellationToken cancellationToken);
}
