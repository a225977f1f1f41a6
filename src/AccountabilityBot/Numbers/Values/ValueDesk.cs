using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.People;
using AccountabilityBot.Reminders;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Numbers.Values;

/// <summary>Presses on the keeper's card. Only the number's id, the period and the inputs are read from it; all else is asked of the database.</summary>
sealed class ValueDesk(BotDb db, CompanySource companies, TimeProvider clock)
{
    sealed record Pressed(ValueView View, CompanyPerson? Person, bool May);

    public async Task<CardAnswer> Save(Turn turn, CardPress press, CancellationToken ct)
    {
        if (await LoadAsync(turn, press, ct) is not { } pressed)
            return Unknown(turn);
        await AdoptAsync(turn, press, pressed.View, ct);
        if (WhyNot(pressed) is { } refusal)
            return await AnswerAsync(CardAnswer.Say(refusal), ct);
        var (view, typed) = (pressed.View, ValueCards.Read(press));
        if (!view.Number.IsActive)
            return await AnswerAsync(CardAnswer.Show(ValueCards.Saved(view)), ct);
        if (view.Value?.Id != press.Id(ValueCards.OverKey))
            return await AnswerAsync(CardAnswer.Show(ValueCards.Saved(view, Meanwhile(view))), ct);

        var (amount, fault) = SpokenFigure.Read(typed.Value, view.Facts.Unit, view.Say.Culture);
        var problem = fault is { } wrong ? Sentence(wrong, typed, view)
            : typed.Note?.Length > ValueEntry.LongestNote ? view.Say.Plain("number-value.fault.note", typed.Note.Length, ValueEntry.LongestNote)
            : null;
        if (problem is not null)
            return await AnswerAsync(CardAnswer.Show(ValueCards.Form(view, typed with { Problem = problem })), ct);

        var arriving = new ArrivingValue(view.Number.Id, view.PeriodEnd, amount!.Value, typed.Note, ValueSources.Keeper, pressed.Person!.Id);
        await ValueEntry.EnterAsync(db, arriving, view.Value, Via.Card, press.Id("post"), turn.Now, ct);
        return await View(turn, press, ct);
    }

    /// <summary>The form once more, over the value that stands there.</summary>
    public async Task<CardAnswer> Change(Turn turn, CardPress press, CancellationToken ct)
    {
        if (await LoadAsync(turn, press, ct) is not { } pressed)
            return Unknown(turn);
        await AdoptAsync(turn, press, pressed.View, ct);
        if (WhyNot(pressed) is { } refusal)
            return await AnswerAsync(CardAnswer.Say(refusal), ct);
        var view = pressed.View;
        return await AnswerAsync(
            CardAnswer.Show(view is { Value: { } value, Number.IsActive: true, Facts.Computed: null }
                ? ValueCards.Form(view, new TypedValue(ValueWords.Typed(value.Value, view.Say.Culture), value.Note))
                : ValueCards.Draw(view)),
            ct);
    }

    /// <summary>The truth, for everybody of the company.</summary>
    public async Task<CardAnswer> View(Turn turn, CardPress press, CancellationToken ct) =>
        await LoadAsync(turn, press, ct) is { } pressed ? await AnswerAsync(CardAnswer.Show(ValueCards.Draw(pressed.View)), ct) : Unknown(turn);

    /// <summary>The keeper's card as it is at this moment, for the door.</summary>
    public async Task<RenderedCard?> Render(CardPost post, CancellationToken ct)
    {
        // Read before the value: whatever changes it from now on raises it again.
        var version = post.Wanted;
        var reader = post.Person!.Value;
        var locale = await db.LocaleOfAsync(reader, ct);
        if (Subject(post.Argument) is not var (id, periodEnd) || await ReadAsync(id, periodEnd, post.Id, locale, clock.GetUtcNow(), ct) is not { } view)
            return null;
        // It stands nowhere, and there is nothing to ask for any more: it would only be noise.
        if (post.ActivityId is null && view.Picture is "saved" or "retired")
            return null;
        post.Picture = view.Picture;
        return new RenderedCard(ValueCards.Draw(view), version) { Opening = ValueCards.Opening(view) };
    }

    /// <summary>Adds what stands in the context: the inbox's row, an adopted copy.</summary>
    async Task<CardAnswer> AnswerAsync(CardAnswer answer, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        return answer;
    }

    async Task<Pressed?> LoadAsync(Turn turn, CardPress press, CancellationToken ct)
    {
        var company = companies.Current;
        if (turn.Actor is null || Subject($"{press.Text(ValueCards.NumberKey)}:{press.Text(ValueCards.PeriodKey)}") is not var (id, periodEnd)
            || await ReadAsync(id, periodEnd, press.Id("post") ?? Guid.Empty, turn.Locale.Name, turn.Now, ct) is not { } view)
        {
            return null;
        }

        var person = company.PersonOf(turn);
        return new Pressed(view, person, person is not null && MayEnter(person.Id, view.Number, company));
    }

    async Task<ValueView?> ReadAsync(string id, DateOnly periodEnd, Guid post, string? locale, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Numbers.AsNoTracking().Include(one => one.Ownerships).SingleOrDefaultAsync(one => one.Id == id, ct) is not { } number)
            return null;
        // The period comes from a card: one that is none, or is not over, is not asked for.
        if (periodEnd < ValueEntry.Earliest || periodEnd > NumberDays.DayOf(number.Facts, companies.Current, now) || Freshness.EndOf(number.Facts.Period, periodEnd) != periodEnd)
            return null;
        return new ValueView
        {
            Number = number,
            PeriodEnd = periodEnd,
            Value = await ValueEntry.CurrentAsync(db, id, periodEnd, ct),
            Before = await ValueEntry.LatestAsync(db, id, periodEnd, ct),
            Company = companies.Current,
            Say = Sentences.In(locale),
            PostId = post,
            Now = now,
        };
    }

    static (string Id, DateOnly PeriodEnd)? Subject(string? argument) =>
        argument?.LastIndexOf(':') is > 0 and var at
        && DateOnly.TryParseExact(argument[(at + 1)..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (argument[..at], day)
            : null;

    /// <summary>The keeper, the owner, and who may set up: the head and the guardian of its department, and administrators.</summary>
    static bool MayEnter(PersonId person, TrackedNumber number, Company company) =>
        number.Keeper == person || number.Current?.Person == person || company.Administrators.Contains(person)
        || (NumberDays.DepartmentOf(number.Facts, company) is { } department && company.MaySetUp(person, department));

    static string? WhyNot(Pressed pressed)
    {
        var (view, say) = (pressed.View, pressed.View.Say);
        if (pressed.Person is null)
            return say.Plain("refusal.person-unlisted");
        if (pressed.May)
            return view.Facts.Computed is null ? null : say.Plain("number-value.computed", view.Facts.Name);
        string[] who = [.. new[] { view.Number.Keeper, view.Number.Current?.Person }.OfType<PersonId>().Distinct().Select(person => view.NameOf(person))];
        return who is [] ? say.Plain("number-value.not-yours.nobody", view.Facts.Name) : say.Plain("number-value.not-yours", view.Facts.Name, string.Join(", ", who));
    }

    /// <summary>Somebody else saved while the form stood open: nothing is overwritten that its reader has not seen.</summary>
    static string Meanwhile(ValueView view) => view.Value is { } value
        ? view.Say.Plain("number-value.meanwhile", view.NameOf(value.EnteredBy), ValueWords.Of(value.Value, view.Facts, view.Say.Culture))
        : view.Say.Plain("number-value.meanwhile.gone");

    static string Sentence(FigureFault fault, TypedValue typed, ValueView view)
    {
        var say = view.Say;
        var example = ValueWords.Of(27.5m, view.Facts, say.Culture);
        return fault switch
        {
            FigureFault.Empty => say.Plain("number-value.fault.empty", example),
            FigureFault.TooLarge => say.Plain("number-value.fault.too-large", NumberText.MostDigits),
            FigureFault.TooManyDecimals => say.Plain("number-value.fault.decimals", NumberText.MostDecimals),
            _ => say.Plain("number-value.fault.no-figure", new PlainText(typed.Value, 40).Value, example),
        };
    }

    static CardAnswer Unknown(Turn turn) => CardAnswer.Say(Sentences.In(turn.Locale).Plain("number-value.unknown"));

    /// <summary>A press from a message the bot did not know it had sent: from now on that copy converges too.</summary>
    async Task AdoptAsync(Turn turn, CardPress press, ValueView view, CancellationToken ct)
    {
        if (press.ReplyToId is not { Length: > 0 } copy || turn.Activity is not { Conversation.Id: { } conversation, ServiceUrl: { } serviceUrl })
            return;
        var key = ValueEntry.KeyOfCall(view.Number.Id, view.PeriodEnd);
        // Opened on a reminder, which is no copy of the keeper's card.
        if (view.PostId != key && await db.CardPosts.AnyAsync(post => post.Id == view.PostId && post.Kind == ReminderKinds.Reminder, ct))
            return;
        if (await db.CardPosts.SingleOrDefaultAsync(post => post.Id == key, ct) is not { } call || (call.ActivityId == copy && call.ConversationId == conversation))
            return;
        if (call is { ActivityId: null, State: PostState.Live or PostState.Dead })
        {
            (call.ServiceUrl, call.ConversationId, call.ActivityId, call.State, call.Shown) = (serviceUrl, conversation, copy, PostState.Live, 0);
            return;
        }

        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{conversation}\n{copy}")).AsSpan(0, 16));
        if (call.Stands && call.ConversationId == conversation && !await db.CardPosts.AnyAsync(post => post.Id == id, ct))
            db.CardPosts.Add(ValueCalls.Card(id, view.Number.Id, view.PeriodEnd, call.Person!.Value, turn.Now, (serviceUrl, conversation, copy)));
    }
}
