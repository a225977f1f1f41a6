using AccountabilityBot.Data;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Model;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Tests.Leads;

/// <summary>How leads ended, as small lists tell it. Today is Monday, 23 November 2026.</summary>
public sealed class OutcomeRowsTests : IDisposable
{
    const string Leads = "externalId,source,name,receivedAt\na,google,Ana,2026-11-02\nb,google,Bo,2026-11-02\nc,fair,Cid,2026-11-02\nsame,google,Eva,2026-11-02\nsame,fair,Eva,2026-11-02\n";

    readonly ImportSite _site = new();

    [Fact]
    public async Task A_lead_is_named_by_its_key_its_key_and_source_or_its_number()
    {
        await _site.ImportAsync(Leads);

        var (code, output, error) = await OutcomesAsync("""
            no,source,externalId,disposition,reason,at,value,currency,bought,note
            ,,a,WON,It fits their cold  chain,2026-11-12 10:00,12500.50,eur,Cool boxes,Signed at the fair
            L-1002,,,Lost,price,2026-11-13,,,,
            ,Messe,same,do not contact,,,,,,
            """);

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(
            ["3 rows: 3 ended, 0 unchanged, 0 refused.", "What became of them: do-not-contact 1, lost 1, won 1.", "Handed over to the next department: 1."],
            output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        var leads = await LeadsAsync();
        Assert.Equal((LeadState.Won, 1_250_050L, "EUR"), (leads["a/paid-search"].State, leads["a/paid-search"].OpportunityMinor, leads["a/paid-search"].OpportunityCurrency));
        Assert.Equal(new DateTimeOffset(2026, 11, 12, 9, 0, 0, TimeSpan.Zero), leads["a/paid-search"].EndedAt);
        Assert.Equal((LeadState.Lost, "price"), (leads["b/paid-search"].State, leads["b/paid-search"].DispositionReason));
        Assert.Equal(LeadState.Waiting, leads["same/paid-search"].State);
        Assert.True(leads["same/fair"].Facts.IsNotToBeContacted);
        var saved = await _site.AskAsync((db, ct) => db.Dispositions.AsNoTracking().SingleAsync(row => row.Code == "won", ct));
        Assert.Equal((null, "Cool boxes", DealStage.Won, false), (saved.By, saved.Bought, saved.To, saved.IsBeforeArrival));
        var lines = await _site.AskAsync((db, ct) => db.Ledger.AsNoTracking().Include(row => row.Note).Where(row => row.LeadId == saved.LeadId).OrderBy(row => row.Seq).ToListAsync(ct));
        Assert.Equal([LeadEvents.Received, LeadEvents.Disposed, LeadEvents.Won, LeadEvents.HandedOver], lines.Select(line => line.Kind));
        Assert.Equal((Via.Import, null, "Signed at the fair"), (lines[1].Via, lines[1].Actor, lines[1].Note!.Text));
        // What was won goes on: a hand-off of its own that knows where it came from.
        Assert.Equal(("operations", saved.LeadId), (await _site.LeadsAsync())[^1] is { } next ? (next.Department, next.Parent!.Value) : default);
    }

    [Fact]
    public async Task What_was_won_long_ago_is_closed_and_not_handed_over_any_more()
    {
        await _site.ImportAsync("externalId,source,name,receivedAt\na,google,Ana,2026-01-02\nb,google,Bo,2026-01-02\n");

        var (code, output, _) = await OutcomesAsync("externalId,disposition,reason,bought,at\na,won,fit,Boxes,2026-10-23\nb,won,fit,Boxes,2026-10-25\n");

        Assert.Equal(0, code);
        Assert.Equal(
            ["Handed over to the next department: 1.", "Not handed over to the next department, as they ended more than 30 days ago: 1."],
            output.Split(Environment.NewLine).Where(line => line.Contains("anded over", StringComparison.Ordinal)));
        var leads = await _site.LeadsAsync();
        Assert.Equal([LeadState.Won, LeadState.Won, LeadState.Waiting], leads.Select(lead => lead.State));
        Assert.Equal(leads[1].Id, leads[2].Parent);
    }

    [Fact]
    public async Task Told_again_it_changes_nothing()
    {
        await _site.ImportAsync(Leads);
        const string List = "externalId,disposition,reason,bought\na,won,fit,Boxes\nb,lost,price,\n";
        await OutcomesAsync(List);
        var before = await CountsAsync();

        var (code, output, _) = await OutcomesAsync(List);

        Assert.Equal((0, "2 rows: 0 ended, 2 unchanged, 0 refused."), (code, output.Split(Environment.NewLine)[0]));
        Assert.Equal(before, await CountsAsync());
    }

    [Theory]
    [InlineData("externalId,disposition,reason\nnobody,lost,price\n", "externalId is \"nobody\", and no lead has this id here.")]
    [InlineData("externalId,disposition,reason\nsame,lost,price\n", "externalId is \"same\", which 2 leads have, of the sources fair, paid-search; a column \"source\" says which is meant.")]
    [InlineData("externalId,source,disposition,reason\na,fair,lost,price\n", "externalId is \"a\", and no lead of the source \"fair\" has this id here.")]
    [InlineData("no,disposition,reason\n77,lost,price\n", "no is L-77, and there is no such lead here.")]
    [InlineData("no,disposition,reason\nsecond,lost,price\n", "no is \"second\", which is no number of a lead; it is written as L-1042 or 1042.")]
    [InlineData("externalId,disposition,reason\n,lost,price\n", "externalId is missing, and so is a number; one of them says which lead is meant.")]
    [InlineData("externalId,disposition\na,Lossed\n", "disposition is \"Lossed\", which neither the revenue model nor the map's \"dispositions\" knows.")]
    [InlineData("externalId,disposition\na,lost\n", "reason is missing; \"Lost\" needs one of price, competitor, no-decision, no-answer, missing, other.")]
    [InlineData("externalId,disposition,reason\na,lost,weather\n", "reason is \"weather\"; \"Lost\" knows price, competitor, no-decision, no-answer, missing, other.")]
    [InlineData("externalId,disposition,reason\na,won,fit\n", "bought is missing; \"Won\" needs it.")]
    [InlineData("externalId,disposition,reason\na,later,budget\n", "recycleDate is missing; \"Not now: come back later\" needs it.")]
    [InlineData("externalId,disposition,reason,recycleDate\na,later,budget,2026-11-23\n", "recycleDate is 2026-11-23, which does not lie after the day on which it ended.")]
    [InlineData("externalId,disposition,reason,value,currency\na,lost,price,much,EUR\n", "value is \"much\", which is no number")]
    [InlineData("externalId,disposition,reason,value,currency\na,lost,price,12,\n", "currency is missing; a value needs its currency")]
    [InlineData("externalId,disposition,reason,value,currency\na,lost,price,12,Euro\n", "currency is \"EURO\"; it must be an ISO 4217 code such as EUR.")]
    [InlineData("externalId,disposition,reason,value,currency\na,lost,price,-12,EUR\n", "value is -12; it cannot be negative.")]
    [InlineData("externalId,disposition,reason,value,currency\na,lost,price,12.5,JPY\n", "value is 12.5; JPY has 0 decimals")]
    [InlineData("externalId,disposition,reason,at\na,lost,price,12/11/2026\n", "at is \"12/11/2026\", which is no date as ISO 8601 has it")]
    [InlineData("externalId,disposition,reason,at\na,lost,price,2026-12-24\n", "which lies in the future")]
    [InlineData("externalId,disposition,reason,at\na,lost,price,1999-12-24\n", "nothing before the year 2000 is taken.")]
    public async Task What_cannot_be_taken_is_refused_with_its_field_and_value(string list, string sentence)
    {
        await _site.ImportAsync(Leads);
        var file = _site.Write("outcomes.csv", list);

        var (code, output, error) = await _site.RunAsync("outcomes", file);

        Assert.Equal((1, "1 row: 0 ended, 0 unchanged, 1 refused."), (code, output.Split(Environment.NewLine)[0]));
        Assert.StartsWith($"{file}:2: ", error, StringComparison.Ordinal);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.All(await _site.LeadsAsync(), lead => Assert.Equal((LeadState.Waiting, 1), (lead.State, lead.Version)));
    }

    [Fact]
    public async Task What_has_ended_otherwise_stays_as_it_is_and_the_list_goes_on()
    {
        await _site.ImportAsync(Leads);
        await OutcomesAsync("externalId,disposition,reason\na,lost,price\n");

        var (code, output, error) = await OutcomesAsync("externalId,disposition,reason\na,lost,competitor\nb,lost,competitor\nb,lost,competitor\n");

        Assert.Equal((1, "3 rows: 1 ended, 1 unchanged, 1 refused."), (code, output.Split(Environment.NewLine)[0]));
        Assert.Contains("disposition is \"lost: competitor\", but L-1001 has ended already, as \"lost: price\"; what has ended stays as it is.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_end_a_lead_or_tells_nothing_is_passed_over_and_counted()
    {
        await _site.ImportAsync(Leads);

        var (code, output, _) = await OutcomesAsync("externalId,disposition\na,Tried no answer\nb,meeting set\nc,\nc,too early\n", "dispositions: { Tried no answer: no-answer, too_early: none }");

        Assert.Equal(0, code);
        Assert.Equal(
            ["4 rows: 0 ended, 0 unchanged, 4 without an end, 0 refused.", "What became of them: open 2 (which its owner tells: passed over), nothing told 2."],
            output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Of_an_earlier_day_than_its_lead_it_is_kept_and_flagged_and_of_the_same_day_it_is_no_mistake()
    {
        await _site.ImportAsync(Leads);

        var (code, output, _) = await OutcomesAsync("externalId,disposition,reason,at\na,lost,price,2026-11-01 23:00\nb,lost,price,2026-11-02 03:00\n");

        Assert.Equal(0, code);
        Assert.Contains("Flagged, as said to have happened before the lead came (kept as told, and left out of every duration): 1: L-1001 in line 2.", output, StringComparison.Ordinal);
        var saved = await _site.AskAsync((db, ct) => db.Dispositions.AsNoTracking().OrderBy(row => row.At).ToListAsync(ct));
        Assert.Equal([true, false], saved.Select(row => row.IsBeforeArrival));
    }

    [Fact]
    public async Task A_map_gives_values_their_meaning_and_what_it_does_not_have_is_listed_as_written()
    {
        await _site.ImportAsync(Leads);

        var (code, output, error) = await OutcomesAsync(
            "lead;state;when\na;Closed  LOST;12.11.2026\nb;on_ice;12.11.2026\nc;Sleeping;\n",
            """
            columns: { externalId: lead, disposition: state, at: when }
            dates: { format: dd.MM.yyyy }
            dispositions:
              closed-lost: { disposition: lost, reason: Bought elsewhere }
              On Ice: { disposition: later, reason: contract, recycleAfterDays: 30 }
            """);

        Assert.Equal((1, "3 rows: 2 ended, 0 unchanged, 1 refused."), (code, output.Split(Environment.NewLine)[0]));
        Assert.Contains("Known neither to the map nor to the revenue model (refused): \"Sleeping\" (1).", output, StringComparison.Ordinal);
        Assert.Contains("It is read from \"state\".", error, StringComparison.Ordinal);
        var leads = await LeadsAsync();
        Assert.Equal("competitor", leads["a/paid-search"].DispositionReason);
        Assert.Equal((LeadState.Recycled, new DateTimeOffset(2026, 12, 12, 8, 0, 0, TimeSpan.Zero)), (leads["b/paid-search"].State, leads["b/paid-search"].RecycleAt!.Value));
    }

    [Theory]
    [InlineData("dispositions:\n  x: lots\n", "2:6: dispositions.x: \"lots\" is no disposition of the revenue model; it has ", "Did you mean \"lost\"?")]
    [InlineData("dispositions:\n  x: { disposition: lost, reason: prize }\n", "2:3: dispositions.x: \"prize\" is no reason of \"lost\"; it has price, ", "Did you mean \"price\"?")]
    [InlineData("dispositions:\n  x: lost\n  \"X \": won\n", "3:9: dispositions.X : \"X \" and \"x\" are the same value", "One line is enough.")]
    [InlineData("dispositions:\n  x: { disposition: later, recycleAfterDays: 0 }\n", "dispositions.x.recycleAfterDays: 0 days are not possible; 1 to 730 are.", "")]
    [InlineData("dispositions:\n  x: { disposition: lost, reasn: price }\n", "dispositions.x.reasn: The key \"reasn\" is not known here", "Did you mean \"reason\"?")]
    [InlineData("dispositions:\n  x: [lost]\n", "dispositions.x: A list stands here", "")]
    [InlineData("columns: { phone: x }\n", "columns.phone: The key \"phone\" is not known here", "")]
    public async Task A_map_that_is_wrong_is_told_with_its_line_and_nothing_is_stored(string map, string problem, string hint)
    {
        await _site.ImportAsync(Leads);

        var (code, output, error) = await OutcomesAsync("externalId,disposition,reason\na,lost,price\n", map);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("map.yaml:" + (char.IsDigit(problem[0]) ? problem : ""), error, StringComparison.Ordinal);
        Assert.Contains(problem, error, StringComparison.Ordinal);
        Assert.Contains(hint, error, StringComparison.Ordinal);
        Assert.All(await _site.LeadsAsync(), lead => Assert.False(lead.IsEnded));
    }

    [Theory]
    [InlineData("disposition,reason\nlost,price\n", "Nothing says which leads are meant")]
    [InlineData("externalId,reason\na,price\n", "Nothing gives the outcome's disposition")]
    public async Task A_list_that_names_no_lead_or_no_disposition_is_refused(string list, string sentence)
    {
        var (code, _, error) = await OutcomesAsync(list);

        Assert.Equal(1, code);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    async Task<(int Code, string Output, string Error)> OutcomesAsync(string list, string? map = null)
    {
        var file = _site.Write("outcomes.csv", list);
        return map is null ? await _site.RunAsync("outcomes", file) : await _site.RunAsync("outcomes", file, "--map", _site.Write("map.yaml", map));
    }

    async Task<Dictionary<string, Lead>> LeadsAsync() =>
        (await _site.LeadsAsync()).Where(lead => lead.Parent is null).ToDictionary(lead => $"{lead.ExternalId}/{lead.Source}");

    Task<(int Leads, int Lines, int Dispositions, int Versions)> CountsAsync() => _site.AskAsync(async (db, ct) =>
        (await db.Leads.CountAsync(ct), await db.Ledger.CountAsync(ct), await db.Dispositions.CountAsync(ct), await db.Leads.SumAsync(lead => lead.Version, ct)));

    public void Dispose() => _site.Dispose();
}
