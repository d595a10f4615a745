using OnCall.Application;
using OnCall.Data.Rows;
using OnCall.Domain.Rosters;

namespace OnCall.Data.Rosters;

/// <summary>Many shifts for one statement.</summary>
internal static class ShiftRows
{
    public static ManyRows Of(IEnumerable<NewShift> shifts, UploadId upload, IIdSource ids, DatabaseProvider provider) => ManyRows.Of(provider, shifts, (row, shift) =>
    {
        row.Set("id", ids.NewId());
        row.Set("role", shift.Role.Value);
        row.Set("person", shift.Person.Value);
        row.Set("tier", shift.Tier);
        row.Set("starts", shift.Start);
        row.Set("ends", shift.End);
        row.Set("label", shift.Label);
        row.Set("upload", upload.Value);
        row.Set("is_long", shift.End - shift.Start > Shift.Long ? 1 : 0);
    });
}
