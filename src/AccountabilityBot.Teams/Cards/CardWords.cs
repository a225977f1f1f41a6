using System.Text.Json;

namespace AccountabilityBot.Teams.Cards;

public enum Spacing { None, Small, Default, Medium, Large, ExtraLarge, Padding }

public enum TextSize { Small, Default, Medium, Large, ExtraLarge }

public enum TextWeight { Lighter, Default, Bolder }

public enum TextColor { Default, Dark, Light, Accent, Good, Warning, Attention }

public enum TextStyle { Default, Heading }

public enum HorizontalAlignment { Left, Center, Right }

public enum VerticalAlignment { Top, Center, Bottom }

public enum ContainerStyle { Default, Emphasis, Good, Attention, Warning, Accent }

public enum ImageSize { Auto, Stretch, Small, Medium, Large }

public enum ImageStyle { Default, Person }

public enum BadgeStyle { Default, Subtle, Informative, Accent, Good, Attention, Warning }

public enum BadgeAppearance { Filled, Tint }

public enum ChoiceStyle { Compact, Expanded, Filtered }

public enum ActionStyle { Default, Positive, Destructive }

/// <summary>Secondary actions are in the overflow menu.</summary>
public enum ActionMode { Primary, Secondary }

/// <summary>Which inputs an action sends: those of its card, or none.</summary>
public enum AssociatedInputs { Auto, None }

/// <summary>The wire's word for a member of one of the enumerations above: its name in camelCase.</summary>
static class CardWords<T>
    where T : struct, Enum
{
    static readonly Dictionary<T, string> _words =
        Enum.GetValues<T>().ToDictionary(v => v, v => JsonNamingPolicy.CamelCase.ConvertName(v.ToString()));

    /// <exception cref="ArgumentOutOfRangeException">A value without a name.</exception>
    internal static string Of(T value) =>
        _words.TryGetValue(value, out var word)
            ? word
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"{typeof(T).Name} has no such member.");
}
