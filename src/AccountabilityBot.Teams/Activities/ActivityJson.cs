using System.Text.Json.Serialization;

namespace AccountabilityBot.Teams.Activities;

/// <summary>How activities are read and written: camelCase, at most 32 levels deep, lenient about the kind of each field.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 32,
    Converters = [typeof(LenientString), typeof(LenientBoolean), typeof(LenientInstant)])]
[JsonSerializable(typeof(Activity))]
public sealed partial class ActivityJson : JsonSerializerContext;
