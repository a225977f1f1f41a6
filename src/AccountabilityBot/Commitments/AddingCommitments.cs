using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AccountabilityBot.Data;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Commitments;

/// <summary>What a form was filled in with before anybody saw it.</summary>
/// <param name="Department">Id; empty: none.</param>
sealed record FormArgument(string Department, DateOnly? Day, string Problem, string What)
{
    public override string ToString() => string.Join('\n', Department, Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Problem, What);

    public static FormArgument Read(string text) => text.Split('\n', 4) is [var department, var day, var problem, var what]
        ? new(department, DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var said) ? said : null, problem, what)
        : new("", null, "", "");
}

/// <summary>
/// Add commitment: the form, and what it makes. Whoever presses promises for themselves: nobody gives somebody else's word.
/// The new promise stands on the card on which it was made, where that is one of several.
/// </summary>
sealed class AddingCommitments(BotDb db, CompanySource companies, CommitmentChanges changes, PressedCards cards, TimeProvider clock)
{
    public async Task<CardAnswer> Add(Turn turn, CardPress press, CancellationToken ct)
    {
        var (say, company) = (Sentences.In(turn.Locale), companies.Current);
        if (company.PersonOf(turn) is not { } presser)
            return CardAnswer.Say(say.Plain("refusal.person-unlisted"));
        var on = await cards.FindAsync(press, presser.Id, ct);
        var (department, today) = (DepartmentOf(press, presser, company), CommitmentDays.DayOf(company, presser.Id, turn.Now));
        var post = press.Id("post") ?? Guid.Empty;
        if (!CommitmentForm.IsFilledIn(press))
            return CardAnswer.Show(CommitmentForm.Add(say, department, new TypedPromise(Day: CommitmentDays.NextDigest(company, department, today)), today, post, on is not null));

        var typed = CommitmentForm.Read(press);
        if (Commitment.WhyNot(typed.What, typed.Day, today) is { } wrong)
            return CardAnswer.Show(CommitmentForm.Add(say, department, typed with { Problem = say.Plain("refusal." + wrong.Code, [.. wrong.Args]) }, today, post, on is not null));
        // Made of the form: one form makes one promise, however often it is sent.
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{presser.Id}\n{CommitmentForm.Nonce(press)}")).AsSpan(0, 16));
        if (await db.Commitments.AsNoTracking().AnyAsync(row => row.Id == id, ct))
            return await TruthAsync(turn, press, on, ct);
        var (commitment, decision) = Commitment.Make(presser.Id, typed.What!, typed.Day!.Value, department?.Id ?? "", null, null, turn.Now, id);
        db.Commitments.Add(commitment);
        await changes.FollowAsync(commitment, decision, [], Via.Card, press.Id("post"), turn.Now, ct);
        await PlaceAsync(commitment, on, turn, press, ct);
        await changes.SaveAsync(commitment, ct);
        return await TruthAsync(turn, press, on, ct);
    }

    /// <summary>A press that was seen before: the card as it is now.</summary>
    public async Task<CardAnswer> Truth(Turn turn, CardPress press, CancellationToken ct) => companies.Current.PersonOf(turn) is { } presser
        ? await TruthAsync(turn, press, await cards.FindAsync(press, presser.Id, ct), ct)
        : CardAnswer.Say(Sentences.In(turn.Locale).Plain("refusal.person-unlisted"));

    /// <summary>The form that answers a text which was not understood to its end.</summary>
    public Task<OutgoingActivity?> Form(Notice notice, CancellationToken ct)
    {
        if (notice.Person is not { } person)
            return Task.FromResult<OutgoingActivity?>(null);
        var (argument, company) = (FormArgument.Read(notice.Argument ?? ""), companies.Current);
        var (department, today) = (company.Model.FindDepartment(argument.Department), CommitmentDays.DayOf(company, person, clock.GetUtcNow()));
        var typed = new TypedPromise(
            argument.What.Length == 0 ? null : argument.What, argument.Day ?? CommitmentDays.NextDigest(company, department, today), Problem: argument.Problem.Length == 0 ? null : argument.Problem);
        return Task.FromResult<OutgoingActivity?>(OutgoingActivity.ForCard(CommitmentForm.Add(Sentences.In(notice.Locale), department, typed, today, notice.Id, hasBack: false)));
    }

    /// <summary>On a card of several it is a row; and where others read that card, its owner has it in their own chat besides. From a form in a chat the form becomes it.</summary>
    async Task PlaceAsync(Commitment commitment, CardPost? on, Turn turn, CardPress press, CancellationToken ct)
    {
        if (on?.SubjectId is { } subject)
        {
            await cards.AdoptAsync(on, turn, press, ct);
            var last = await db.CommitmentListings.Where(row => row.SubjectId == subject).MaxAsync(row => (int?)row.Position, ct) ?? 0;
            db.CommitmentListings.Add(new CommitmentListing { SubjectId = subject, CommitmentId = commitment.Id, Position = last + 1 });
            if (on.Person is not null)
                return;
        }

        var isOwnForm = on is null && turn.Activity.Conversation?.ConversationType == "personal";
        changes.Place(commitment, turn.Now, isOwnForm && press.ReplyToId is { Length: > 0 } form && turn.Activity is { ServiceUrl: { } url, Conversation.Id: { } chat } ? (url, chat, form) : null);
    }

    async Task<CardAnswer> TruthAsync(Turn turn, CardPress press, CardPost? on, CancellationToken ct)
    {
        if (on is not null && await cards.DrawAsync(on, null, ct) is { } card)
            return CardAnswer.Show(card);
        var (say, chat, form) = (Sentences.In(turn.Locale), turn.Activity.Conversation?.Id, press.ReplyToId);
        var presser = companies.Current.PersonOf(turn)!.Id;
        var made = await db.CardPosts.AsNoTracking().Where(post => post.Person == presser && post.Kind == CommitmentKinds.Mine && post.ConversationId == chat && post.ActivityId == form)
            .Join(db.Commitments, post => post.SubjectId, row => (Guid?)row.Id, (post, row) => new { post.Id, Commitment = row }).FirstOrDefaultAsync(ct);
        return made is null
            ? CardAnswer.Say(say.Plain("commitment.added"))
            : CardAnswer.Show(CommitmentCards.Draw(new CommitmentView(made.Commitment, say, made.Id, turn.Now) { Today = CommitmentDays.DayOf(companies.Current, presser, turn.Now) }));
    }

    /// <summary>The card's; a card of nobody's in particular means the presser's own.</summary>
    static Department? DepartmentOf(CardPress press, CompanyPerson presser, Company company) =>
        (press.Text(CommitmentForm.DepartmentKey) is { } named ? company.Model.FindDepartment(named) : null) ?? presser.Department;
}
