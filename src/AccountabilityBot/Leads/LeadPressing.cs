using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Dispositions;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.People;
using AccountabilityBot.Teams.Cards;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Leads;

/// <summary>A lead that somebody pressed a button of: loaded, with the presser known.</summary>
/// <param name="PressedOn">The place of the pressed card; from the card's data, so that it decides nothing.</param>
sealed record PressedLead(Lead Lead, List<CardPost> Posts, Company Company, CompanyPerson Presser, LeadActor Actor, Guid PressedOn, Turn Turn)
{
    public Sentences Say { get; } = Sentences.In(Turn.Locale);

    public DateTimeOffset Now => Turn.Now;

    public LeadTerms Terms => Company.TermsOf(Lead);

    /// <summary>Pressed on the list of this department's guardian, by somebody who may read it.</summary>
    public string? OnList { get; init; }

    /// <summary>Pressed on the card of all that its owner owes a word about.</summary>
    public bool IsOnDueCard { get; init; }

    /// <summary>Who is out, and until when (UTC); known where a colleague is chosen.</summary>
    public IReadOnlyDictionary<PersonId, DateTimeOffset?> Out { get; init; } = new Dictionary<PersonId, DateTimeOffset?>();

    public LeadView View => new() { Lead = Lead, Company = Company, Say = Say, PostId = PressedOn, Now = Now, OnList = OnList, IsOnDueCard = IsOnDueCard, Out = Out };

    /// <summary>The card as it is now, for this person.</summary>
    /// <param name="line">Stands on top: why the press did not do what it was meant to.</param>
    public CardAnswer Truth(string? line = null)
    {
        var card = Posts.Find(post => post.Id == PressedOn) switch
        {
            { Kind: LeadKinds.Guardian } => LeadCard.ForGuardian(View, Presser.Id),
            { Kind: LeadKinds.Sender } post => SenderCard.Draw(View, SenderCard.RejectOf(post)),
            _ => LeadCard.ForPerson(View, Presser.Id),
        };
        return CardAnswer.Show(line is null ? card : LeadCard.Under(CardText.Untrusted(line, 400), card));
    }

    public string Sentence(Refusal refusal) => Say.Plain("refusal." + refusal.Code, [.. ArgsOf(refusal)]);

    /// <summary>A rule knows nobody's name; a refusal that sends people to somebody else has to say to whom.</summary>
    IEnumerable<object?> ArgsOf(Refusal refusal) => refusal.Code switch
    {
        "lead.not-a-member" => [View.Department.Name],
        "lead.not-the-sender" => [LeadParts.SenderOf(View)],
        "lead.only-for-guardians" => [string.Join(", ", new[] { Company.HeadOf(View.Department), Company.GuardianOf(View.Department) }
            .OfType<CompanyPerson>().Select(person => person.Name).Distinct())],
        _ => refusal.Args.Select(Spoken),
    };

    object? Spoken(object? arg) => arg switch
    {
        PersonId person => Company.NameOf(person, Say.Plain("somebody")),
        Domain.Model.DispositionField field => Say.Plain("field." + Domain.Model.DispositionWords.Of(field)),
        DateTimeOffset instant => Instants.TimeInZone(
            instant, Now, Turn.Activity.TimeZone ?? Presser.TimeZone ?? Presser.Department?.TimeZone, Say.Culture),
        _ => arg,
    };
}

/// <summary>
/// The frame round every press on a lead's card: load, decide, save, answer. What is decided is given by the caller;
/// nothing in the card's data but the lead's key, and the inputs, is read.
/// </summary>
sealed partial class LeadPressing(BotDb db, CompanySource companies, LeadChanges changes, Resting resting, DispositionAftermath dispositions, ILogger<LeadPressing> logger)
{
    /// <summary>Decides, saves and answers with the card as it is afterwards; a refusal answers with the truth or a sentence.</summary>
    /// <param name="invalid">What to answer when the input is wrong: the form again, with the sentence. None: the sentence alone.</param>
    public async Task<CardAnswer> DecideAsync(
        Turn turn,
        CardPress press,
        Func<PressedLead, Decision> decide,
        CancellationToken ct,
        Func<PressedLead, string, AdaptiveCard>? invalid = null,
        bool needsChannel = false)
    {
        if (await LoadAsync(turn, press, ct) is not { } pressed)
            return await NotLoadedAsync(turn, ct);

        var adopted = Adopt(pressed, press);
        var decision = decide(pressed);
        if (decision.Refusal is { } refusal)
        {
            Refused(press.Verb, pressed.Lead.No, refusal.Code);
            if (adopted)
                await db.SaveChangesAsync(ct);
            return await AnswerAsync(pressed, refusal, invalid, ct);
        }

        if (decision.Happened.Count > 0 || adopted)
        {
            var channel = needsChannel
                ? await db.Channels.AsNoTracking().SingleOrDefaultAsync(row => row.Department == pressed.Lead.Department, ct)
                : null;
            changes.Follow(pressed.Lead, decision, pressed.Posts, channel, Via.Card, press.Id("post"), turn.Now);
            await resting.FollowAsync(decision.Happened, Via.Card, turn.Now, ct);
            await dispositions.FollowAsync(pressed.Lead, decision, Via.Card, turn.Now, ct);
            await db.SaveChangesAsync(ct);
        }

        return await TruthAsync(pressed, pressed.OnList is null ? null : GuardianListCards.LineOf(pressed.View, decision.Happened), ct);
    }

    /// <summary>
    /// Reads and answers; decides nothing and changes nothing but an unknown copy's place. Open to everybody of the
    /// company: who is not in the directory may look.
    /// </summary>
    public Task<CardAnswer> ReadAsync(Turn turn, CardPress press, Func<PressedLead, CardAnswer> answer, CancellationToken ct) =>
        ReadAsync(turn, press, pressed => Task.FromResult(answer(pressed)), ct);

    /// <summary>
    /// Writes down a wish of the presser's own, beside the lead: nothing is decided about it, and none of its cards changes.
    /// </summary>
    /// <param name="write">Adds to the save, and says in one sentence what comes of it; it stands above the card.</param>
    public async Task<CardAnswer> WishAsync(
        Turn turn, CardPress press, Func<PressedLead, Refusal?> may, Func<BotDb, PressedLead, CancellationToken, Task<string>> write, CancellationToken ct)
    {
        if (await LoadAsync(turn, press, ct) is not { } pressed)
            return await NotLoadedAsync(turn, ct);
        Adopt(pressed, press);
        var refusal = may(pressed);
        var sentence = refusal is null ? await write(db, pressed, ct) : null;
        await db.SaveChangesAsync(ct);
        if (refusal is null)
            return await TruthAsync(pressed, sentence, ct);
        Refused(press.Verb, pressed.Lead.No, refusal.Code);
        return await AnswerAsync(pressed, refusal, null, ct);
    }

    /// <summary>Shows a form to who may fill it in; everybody else gets the truth, or the sentence that says why not.</summary>
    public Task<CardAnswer> AskAsync(
        Turn turn, CardPress press, Func<PressedLead, Refusal?> may, Func<PressedLead, AdaptiveCard> form, CancellationToken ct) =>
        ReadAsync(
            turn,
            press,
            async pressed =>
            {
                if (!pressed.Presser.IsListed)
                {
                    NotKnown(turn.Actor?.ObjectId);
                    return CardAnswer.Say(pressed.Say.Plain("refusal.person-unlisted"));
                }

                if (may(pressed) is not { } refusal)
                    return CardAnswer.Show(form(pressed));
                Refused(press.Verb, pressed.Lead.No, refusal.Code);
                return await AnswerAsync(pressed, refusal, null, ct);
            },
            ct);

    /// <summary>The truth, for a press that was seen before.</summary>
    public Task<CardAnswer> TruthAsync(Turn turn, CardPress press, CancellationToken ct) =>
        ReadAsync(turn, press, pressed => TruthAsync(pressed, null, ct), ct);

    async Task<CardAnswer> ReadAsync(Turn turn, CardPress press, Func<PressedLead, Task<CardAnswer>> answer, CancellationToken ct)
    {
        if (await LoadAsync(turn, press, ct, mayBeUnlisted: true) is not { } pressed)
            return await NotLoadedAsync(turn, ct);
        if (Adopt(pressed, press))
            await db.SaveChangesAsync(ct);
        return await answer(pressed);
    }

    async Task<CardAnswer> AnswerAsync(PressedLead pressed, Refusal refusal, Func<PressedLead, string, AdaptiveCard>? invalid, CancellationToken ct) => refusal.Kind switch
    {
        RefusalKind.Stale => await TruthAsync(pressed, pressed.Sentence(refusal), ct),
        RefusalKind.Invalid when invalid is not null => CardAnswer.Show(invalid(pressed, pressed.Sentence(refusal))),
        _ => CardAnswer.Say(pressed.Sentence(refusal)),
    };

    /// <summary>The card that was pressed, as it is now: the lead's own, or the list on which the lead stood.</summary>
    async Task<CardAnswer> TruthAsync(PressedLead pressed, string? line, CancellationToken ct)
    {
        if (pressed.View.IsOnDueCard)
        {
            var owed = await DueDispositions.OwedAsync(db, pressed.Presser.Id, ct);
            return Under(line, DueDispositionCards.Card(owed, pressed.Company, pressed.Say, pressed.PressedOn, pressed.Now));
        }

        if (pressed.OnList is not { } department)
            return pressed.Truth(line);
        var list = await GuardianList.ReadAsync(db, pressed.Company, department, ct);
        var card = GuardianListCards.List(list, pressed.Company, pressed.Say, pressed.PressedOn, pressed.Now);
        return Under(line, card);
    }

    static CardAnswer Under(string? line, AdaptiveCard card) => CardAnswer.Show(line is null ? card : LeadCard.Under(CardText.Untrusted(line, 400), card));

    async Task<PressedLead?> LoadAsync(Turn turn, CardPress press, CancellationToken ct, bool mayBeUnlisted = false)
    {
        var company = companies.Current;
        if (turn.Actor is not { } actor || press.Id("lead") is not { } id)
            return null;
        if ((company.PersonOf(turn) ?? (mayBeUnlisted ? CompanyPerson.Unlisted(actor) : null)) is not { } presser)
            return null;

        var leadId = new LeadId(id);
        // One query for what the decision needs; the offers are attached to their lead by the context, and the presser's own
        // row, if they have one, waits there for an answer to set it back.
        var found = await db.Leads.AsSingleQuery()
            .Where(lead => lead.Id == leadId)
            .SelectMany(
                _ => db.PersonRests.Where(rest => rest.PersonId == presser.Id).DefaultIfEmpty(),
                (lead, rest) => new { Lead = lead, lead.Offers, Posts = db.CardPosts.Where(post => post.LeadId == lead.Id).ToList(), Rest = rest })
            .SingleOrDefaultAsync(ct);
        return found is null
            ? null
            : new PressedLead(
                found.Lead, found.Posts, company, presser, company.ActorOn(found.Lead, presser.Id), press.Id("post") ?? Guid.Empty, turn)
            {
                OnList = press.Text(GuardianListCards.ListKey) is { } list && company.MaySetUp(presser.Id, company.DepartmentOf(list)) ? list : null,
                IsOnDueCard = press.Text(LeadParts.OnDueCardKey) is not null,
                Out = press.Verb is LeadVerbs.Assign or LeadVerbs.PassOn ? await OutAsync(company, turn.Now, ct) : new Dictionary<PersonId, DateTimeOffset?>(),
            };
    }

    async Task<IReadOnlyDictionary<PersonId, DateTimeOffset?>> OutAsync(Company company, DateTimeOffset now, CancellationToken ct)
    {
        var there = await WhoIsThere.ReadAsync(db, company, now, ct);
        return there.Out.ToDictionary(person => person, person => there.SaidUntil(person));
    }

    /// <summary>Why there is no pressed lead: the presser is not in the directory, or the lead is not known.</summary>
    async Task<CardAnswer> NotLoadedAsync(Turn turn, CancellationToken ct)
    {
        var say = Sentences.In(turn.Locale);
        NotKnown(turn.Actor?.ObjectId);
        if (companies.Current.PersonOf(turn) is not null)
            return CardAnswer.Say(say.Plain("refusal.lead.unknown"));
        return CardAnswer.Say(say.Plain("refusal.person-unlisted"));
    }

    /// <summary>A copy that nobody knew of converges from now on, too: a sender's with its reject, any other without its one rung.</summary>
    bool Adopt(PressedLead pressed, CardPress press) =>
        Copies.Adopt(db, pressed.Posts, pressed.PressedOn, pressed.Lead.Version, pressed.Turn, press, post => post.Kind == LeadKinds.Sender);

    [LoggerMessage(1, LogLevel.Information, "Refused {Verb} of L-{No}: {Code}")]
    partial void Refused(string verb, long no, string code);

    [LoggerMessage(2, LogLevel.Information, "Refused a press by {Person}: the lead or the person is not known here")]
    partial void NotKnown(string? person);
}
