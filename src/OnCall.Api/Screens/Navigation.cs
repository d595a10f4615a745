using OnCall.Api.Screens.Admin;
using OnCall.Api.Screens.Dispatch;
using OnCall.Api.Screens.Rota;
using OnCall.Api.Screens.Wording;
using OnCall.Application.Audit;
using OnCall.Application.Directory.Administration;
using OnCall.Application.Paging;
using OnCall.Application.Presets;
using OnCall.Application.Retention;
using OnCall.Application.Rosters.Reports;
using OnCall.Domain.Access;

namespace OnCall.Api.Screens;

/// <summary>The ways that a person has from every screen: only to what they may see.</summary>
internal static class Navigation
{
    /// <summary>What is wanted many times a day. On a phone they stand at the thumb.</summary>
    internal static IEnumerable<NavigationLink> Daily(Texts t, Caller caller)
    {
        yield return new("/", t["Inbox"], "inbox");
        yield return new("/page", t["Page a role"], "page");
        yield return new("/who-is-on", t["Who is on now"], "people");
        if (ReadBoard.IsFor(caller))
        {
            yield return new("/board", t["Board"], "board");
        }

        if (RosterScreen.IsDailyFor(caller))
        {
            yield return new("/rota", t["Roster"], "roster");
        }
    }

    /// <summary>What is wanted now and then, in the menu.</summary>
    internal static IEnumerable<NavigationLink> Menu(Texts t, Caller caller)
    {
        if (ReadPresetsNow.IsFor(caller))
        {
            yield return new(PresetsScreen.Path, t["Call a team"]);
        }

        yield return new("/my-shifts", t["My shifts"]);
        if (!RosterScreen.IsDailyFor(caller))
        {
            yield return new("/rota", t["Roster"]);
        }

        yield return new("/swaps", t["Swaps"]);
        if (ReadCoverageReport.IsFor(caller))
        {
            yield return new(UploadsScreen.Path, t["Roster files"]);
            yield return new("/rota/report", t["Coverage and fairness"]);
        }

        yield return new("/account/devices", t["Devices that ring"]);
        yield return new("/account/contact-methods", t["How you are reached"]);
        yield return new("/account", t["Account"]);
        if (ReadBoard.IsFor(caller))
        {
            yield return new("/downtime-sheet", t["Downtime sheet"]);
        }

        if (AdministratorAccess.IsFor(caller))
        {
            yield return new(UnitsScreen.Path, t["Units"]);
            yield return new(RolesScreen.Path, t["Roles"]);
            yield return new(PoliciesScreen.Path, t["Policies"]);
            yield return new(PresetListScreen.Path, t["Presets"]);
            yield return new(PeopleScreen.Path, t["People"]);
            yield return new(ChannelsScreen.Path, t["Channels"]);
            yield return new(SettingsScreen.Path, t["Settings"]);
        }

        if (ReadRetentionRules.IsFor(caller))
        {
            yield return new("/admin/retention", t["Retention"]);
        }

        if (AuditAccess.IsFor(caller))
        {
            yield return new("/audit", t["Audit trail"]);
        }
    }
}
