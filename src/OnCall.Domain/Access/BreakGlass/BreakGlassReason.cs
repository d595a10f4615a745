namespace OnCall.Domain.Access.BreakGlass;

/// <summary>Why somebody reads a page that they have no part in. Stored by name; these words and no others reach the audit trail.</summary>
public enum BreakGlassReason
{
    /// <summary>They treat the patient, or are about to.</summary>
    PatientCare,

    /// <summary>They take over from somebody who has the page.</summary>
    Handover,

    /// <summary>Something went wrong, or may have.</summary>
    CaseReview,

    /// <summary>OnCall itself is being looked into.</summary>
    Technical,

    /// <summary>As the note says.</summary>
    Other,
}
