using System.Text.Json.Nodes;
using AccountabilityBot.Benchmarks.Hosting;
using AccountabilityBot.Cli;
using AccountabilityBot.Data;
using AccountabilityBot.Leads;
using AccountabilityBot.People;

namespace AccountabilityBot.Benchmarks.Accepting;

/// <summary>Leads on offer to the pool of sales, each with its card in the channel, ready to be pressed.</summary>
/// <param name="db">A context of the bot under measurement.</param>
sealed class LeadStock(BotDb db, LeadIntake intake, LeadChanges changes, CompanySource companies)
{
    const int AtOnce = 250;

    static int _made;

    /// <summary>Brings leads in and offers them, as intake and the queue do, and writes the cards down as shown.</summary>
    /// <param name="isOwned">Each was accepted by the generated colleague whose turn it is.</param>
    public static async Task<IReadOnlyList<StockedLead>> FillAsync(IServiceProvider bot, int count, bool isOwned = false)
    {
        var leads = new List<StockedLead>(count);
        while (leads.Count < count)
        {
            await using var scope = bot.CreateAsyncScope();
            var stock = ActivatorUtilities.CreateInstance<LeadStock>(scope.ServiceProvider);
            leads.AddRange(await stock.AddAsync(Math.Min(AtOnce, count - leads.Count), isOwned));
        }

        return leads;
    }

    async Task<IReadOnlyList<StockedLead>> AddAsync(int count, bool isOwned)
    {
        var now = Clock.System.GetUtcNow();
        var results = await intake.TakeAsync([.. Enumerable.Range(0, count).Select(_ => SampleLead.Message(++_made))], Via.Api, now, CancellationToken.None);
        if (results.FirstOrDefault(result => result.Problem is not null)?.Problem is { } problem)
            throw new InvalidOperationException(problem.Sentence);
        var channel = new DepartmentChannel { Department = "sales", ChannelId = Presses.Channel, TeamId = "19:team@thread.tacv2", ServiceUrl = Presses.ServiceUrl };
        var leads = db.Leads.Local.ToList();
        foreach (var lead in leads)
            changes.Follow(lead, lead.OfferTo(SampleLead.ToPool, companies.Current.TermsOf(lead), now), [], channel, Via.Rule, null, now);
        // Taken once: each look at what is tracked compares all of it anew.
        var places = db.CardPosts.Local.ToLookup(post => post.LeadId!.Value);
        for (var index = 0; isOwned && index < leads.Count; index++)
        {
            var (lead, company) = (leads[index], companies.Current);
            var owner = company.FindByReference(GeneratedCompany.ObjectIdOf(StockedLead.OwnerOf(lead.No)))!;
            changes.Follow(lead, lead.Accept(company.ActorOn(lead, owner.Id), company.TermsOf(lead), now), [.. places[lead.Id]], channel, Via.Card, null, now);
        }

        var posts = db.CardPosts.Local.Where(post => post.Kind == (isOwned ? LeadKinds.Personal : LeadKinds.Channel)).ToDictionary(post => post.LeadId!.Value);
        foreach (var post in db.CardPosts.Local.ToList())
        {
            var message = post.Id.ToString("N");
            (post.ServiceUrl, post.ConversationId, post.ActivityId) = (Presses.ServiceUrl, Presses.ConversationOf(message), message);
            post.Shown = post.Wanted;
        }

        await db.SaveChangesAsync();
        return [.. leads.Select(lead => new StockedLead(lead.Id.Value, lead.No, posts[lead.Id]))];
    }
}

/// <param name="Post">Where its card stands.</param>
sealed record StockedLead(Guid Id, long No, CardPost Post)
{
    /// <summary>The number of the colleague who owns it, where it is owned.</summary>
    public static int OwnerOf(long no) => (int)(no % Settings.Connections);

    /// <summary>Its owner saves the second form of "Lost".</summary>
    public byte[] LostByOwner() => Presses.Of(
        LeadVerbs.Disposition,
        GeneratedCompany.ObjectIdOf(OwnerOf(No)),
        Post.ActivityId!,
        new JsonObject { ["lead"] = Id.ToString(), ["post"] = Post.Id.ToString(), ["form"] = "f", ["chosen"] = "lost", ["reason-f"] = "price", ["note-f"] = "They went with what they had." });

    /// <summary>A press on Accept by the generated colleague of this number.</summary>
    public byte[] AcceptedBy(int colleague) => Presses.Of(
        LeadVerbs.Accept,
        GeneratedCompany.ObjectIdOf(colleague),
        Post.ActivityId!,
        new JsonObject { ["lead"] = Id.ToString(), ["post"] = Post.Id.ToString() });
}
