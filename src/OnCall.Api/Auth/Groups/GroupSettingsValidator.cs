using Microsoft.Extensions.Options;

namespace OnCall.Api.Auth.Groups;

/// <summary>A permission that is misspelt would be missing at the first sign-in, where nobody looks for a setting.</summary>
internal sealed class GroupSettingsValidator : IValidateOptions<GroupSettings>
{
    public ValidateOptionsResult Validate(string? name, GroupSettings options)
    {
        for (var i = 0; i < options.Groups.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(options.Groups[i].Group))
            {
                return ValidateOptionsResult.Fail($"OnCall__SignIn__Groups__{i}__Group is missing: the name of a group.");
            }

            if (GroupServices.Read(options.Groups[i].Permission) is null)
            {
                return ValidateOptionsResult.Fail($"OnCall__SignIn__Groups__{i}__Permission is not one of staff, dispatcher, scheduler, admin, auditor.");
            }
        }

        return ValidateOptionsResult.Success;
    }
}
