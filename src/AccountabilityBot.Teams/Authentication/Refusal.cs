using Microsoft.AspNetCore.Http;

namespace AccountabilityBot.Teams.Authentication;

/// <summary>Why a request is not let in. The name goes to the log; the sender learns the status only.</summary>
enum Refusal
{
    TokenMissing,
    TokenMalformed,
    AlgorithmNotAllowed,
    KeyUnknown,
    KeysUnavailable,
    SignatureWrong,
    IssuerWrong,
    AudienceWrong,
    TokenExpired,
    TokenNotYetValid,
    ServiceUrlClaimMissing,
    ServiceUrlDiffersFromToken,
    ServiceHostNotAllowed,
    ChannelNotTeams,
    ChannelNotEndorsed,
    TenantMissing,
    TenantsDiffer,
    TenantNotAllowed,
    NotLoopback,
}

static class RefusalStatus
{
    /// <summary>
    /// 401 for a token that is missing or wrong, 403 for a good token that does not cover this activity, 503 when the keys cannot
    /// be had: then the fault is ours, and the connector may deliver again.
    /// </summary>
    internal static int Status(this Refusal refusal) => refusal switch
    {
        Refusal.KeysUnavailable => StatusCodes.Status503ServiceUnavailable,
        <= Refusal.ServiceUrlClaimMissing => StatusCodes.Status401Unauthorized,
        _ => StatusCodes.Status403Forbidden,
    };
}
