namespace OnCall.Api.Auth.Groups;

/// <summary>Which groups give which permissions: <c>OnCall__SignIn__Groups__0__*</c> and following.</summary>
internal sealed class GroupSettings
{
    public const string Section = "OnCall:SignIn";

    public IList<GroupSetting> Groups { get; } = [];
}
