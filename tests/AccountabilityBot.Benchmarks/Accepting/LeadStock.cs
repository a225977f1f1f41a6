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
    public static async Task<IReadOnlyList<StockedLead>> FillAsync(IServiceProvider bot, int count)
    {
        var leads = new List<StockedLead>(count);
        while (leads.Count < count)
        {
            await using var scope = bot.CreateAsyncScope();
            var stock = ActivatorUtilities.CreateInstance<LeadStock>(scope.ServiceProvider);
            leads.AddRange(await stock.AddAsync(Math.Min(AtOnce, count - leads.Count)));
        }

        return leads;
    }

    async Task<IReadOnlyList<StockedLead>> AddAsync(int count)
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
        var posts = db.CardPosts.Local.ToDictionary(post => post.LeadId!.Value);
        foreach (var post in posts.Values)
        {
            var message = post.Id.ToString("N");
            (post.ServiceUrl, post.ConversationId, post.ActivityId) = (Presses.ServiceUrl, Presses.ConversationOf(message), message);
            post.Shown = post.Wanted;
        }

        await db.SaveChangesAsync();
        return [.. leads.Select(lead => new StockedLead(lead.Id.Value, posts[lead.Id]))];
    }
}

/// <param name="Post">Where its card stands.</param>
sealed record StockedLead(Guid Id, CardPost Post)
{
    /// <summary>A press on Accept by the generated colleague of this number.</summary>
    public byte[] AcceptedBy(int colleague) => Presses.Of(
        LeadVerbs.Accept,
        GeneratedCompany.ObjectIdOf(colleague),
        Post.ActivityId!,
        new JsonObject { ["lead"] = Id.ToString(), ["post"] = Post.Id.ToString() });
}
