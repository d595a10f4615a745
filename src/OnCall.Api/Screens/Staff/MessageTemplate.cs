namespace OnCall.Api.Screens.Staff;

/// <summary>A message with blanks.</summary>
/// <param name="Code">How the form names it.</param>
/// <param name="Name">What is chosen by.</param>
/// <param name="Text">A line for each blank.</param>
internal sealed record MessageTemplate(string Code, string Name, string Text);
