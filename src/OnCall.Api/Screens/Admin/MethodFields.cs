using OnCall.Application;
using OnCall.Application.Directory;
using OnCall.Domain.Notifications;

namespace OnCall.Api.Screens.Admin;

/// <summary>A contact method, as typed.</summary>
internal sealed class MethodFields
{
    /// <summary>As the API writes it.</summary>
    public string? Kind { get; set; }

    /// <summary>Empty: left out.</summary>
    public string? Address { get; set; }

    public bool Verified { get; set; }

    /// <summary>Registered by its owner: it is shown, and stays as it is.</summary>
    internal bool IsDevice => DeviceAddress.IsOne(Address);

    internal bool IsEmpty => Address.Filled() is null && Kind != "inApp";

    internal static MethodFields Of(ContactMethodView method) => new() { Kind = CamelCase.Of(method.Kind.ToString()), Address = method.Address, Verified = method.Verified };
}
