using AccountabilityBot.Domain.Leads;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Tests.Leads;

/// <summary>Lists of leads in which also stands what became of them.</summary>
public sealed class ImportDispositionsTests : IDisposable
{
    const string Header = "externalId,source,name,email,status,why,on\n";

    const string Map = """
        columns: { disposition: status, dispositionReason: why, dispositionAt: on }
        dispositions: { Ringing: no-answer, gone: { disposition: lost, reason: competitor }, n/k: none }
        """;

    readonly ImportSite _site = new();

    [Fact]
    public async Task What_ends_a_lead_ends_it_and_everything_else_is_noted_on_it_as_written()
    {
        const string List = Header
            + "a,google,Ana,,Gone,,\nb,google,Bo,,gone,price,2026-11-20\nc,google,Cid,,ringing,,\nd,google,Dan,,Sleeping  well,,\ne,google,Eva,,,,\nf,google,Fay,,N/K,,\n";

        var (summary, refused) = await _site.ImportAsync(List, Map);
        var (again, _) = await _site.ImportAsync(List, Map);

        Assert.Empty(refused);
        Assert.Equal("6 rows: 6 created, 0 updated, 0 unchanged, 0 refused.", summary.ToString());
        Assert.Equal(
            [
                "What became of them: lost 2, open 1 (noted), nothing told 2.",
                "Flagged, as said to have happened before the lead came (kept as told, and left out of every duration): 1: L-1002 in line 3.",
                "Known neither to the map nor to the revenue model (noted): \"Sleeping  well\" (1).",
            ],
            summary.Told!.Tell("noted", "noted"));
        var leads = await _site.LeadsAsync();
        Assert.Equal([LeadState.Lost, LeadState.Lost, LeadState.Waiting, LeadState.Waiting, LeadState.Waiting, LeadState.Waiting], leads.Select(lead => lead.State));
        Assert.Equal(["competitor", "price", null], leads.Take(3).Select(lead => lead.DispositionReason));
        Assert.Equal([null, null, "ringing", "Sleeping  well", null, null], leads.Select(lead => lead.Facts.Fields.GetValueOrDefault("Disposition")));
        // A lead that ended stays so, although a lead that comes again is opened again.
        Assert.Equal("6 rows: 0 created, 0 updated, 6 unchanged, 0 refused.", again.ToString());
    }

    [Fact]
    public async Task A_lead_that_is_here_already_is_ended_by_a_later_list()
    {
        await _site.ImportAsync(Header + "a,google,Ana,,ringing,,\n", Map);

        var (summary, _) = await _site.ImportAsync(Header + "a,google,Ana,,gone,,\n", Map);
        var (other, refused) = await _site.ImportAsync(Header + "a,google,Ana,,gone,price,\n", Map);

        Assert.Equal((1, 1), (summary.Updated, other.Refused));
        Assert.Contains("has ended already, as \"lost: competitor\"", Assert.Single(refused).Reason, StringComparison.Ordinal);
        Assert.Equal(LeadState.Lost, Assert.Single(await _site.LeadsAsync()).State);
    }

    [Fact]
    public async Task An_end_that_cannot_be_taken_refuses_the_row_and_no_lead_is_stored()
    {
        var (summary, refused) = await _site.ImportAsync(Header + "a,google,Ana,,won,fit,\nb,google,Bo,,gone,,tomorrow\n", Map);

        Assert.Equal(2, summary.Refused);
        Assert.Equal(
            ["bought is missing; \"Won\" needs it.", "dispositionAt is \"tomorrow\", which is no date as ISO 8601 has it"],
            refused.Select(row => row.Reason[..Math.Min(row.Reason.Length, row.Reason.IndexOf("has it", StringComparison.Ordinal) is > 0 and var at ? at + 6 : row.Reason.Length)]));
        Assert.Empty(await _site.LeadsAsync());
    }

    [Fact]
    public async Task Whoever_asked_not_to_be_contacted_in_two_leads_of_one_list_is_remembered_once()
    {
        var (summary, _) = await _site.ImportAsync(Header + "a,google,Ana,ana@example.com,do-not-contact,,\nb,fair,Ana,ANA@example.com,do-not-contact,,\n", Map);

        Assert.Equal(2, summary.Created);
        Assert.Equal(1, await _site.AskAsync((db, ct) => db.ContactBans.CountAsync(ct)));
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("TRUE", true)]
    [InlineData("1", true)]
    [InlineData("Ja", true)]
    [InlineData("sim", true)]
    [InlineData("", false)]
    [InlineData("No", false)]
    [InlineData("não", false)]
    public async Task Flags_are_read_as_people_write_them(string written, bool expected)
    {
        await _site.ImportAsync($"externalId,source,name,do not call,DoNotEmail,do_not_contact\na,google,Ana,{written},no,\nb,google,Bo,,{written},\nc,google,Cid,,,{written}\n");

        Assert.Equal(
            [(expected, false), (false, expected), (expected, expected)],
            (await _site.LeadsAsync()).Select(lead => (lead.Facts.DoNotCall, lead.Facts.DoNotEmail)));
    }

    [Fact]
    public async Task A_flag_that_is_neither_yes_nor_no_refuses_its_row()
    {
        var (_, refused) = await _site.ImportAsync("externalId,source,name,doNotCall\na,google,Ana,perhaps\n");

        Assert.StartsWith("doNotCall is \"perhaps\", which is neither yes nor no", Assert.Single(refused).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_tells_no_dispositions_says_nothing_of_them()
    {
        var (summary, _) = await _site.ImportAsync("externalId,source,name\na,google,Ana\n");

        Assert.Empty(summary.Told!.Tell("", ""));
    }

    [Fact]
    public async Task A_map_for_another_company_is_told_line_by_line_and_nothing_is_stored()
    {
        using var host = await _site.HostAsync(TestContext.Current.CancellationToken);

        var (summary, _) = await ImportSite.ImportAsync(host, new StringReader(Header + "a,google,Ana,,gone,,\n"), Map.Replace("no-answer", "no-anser", StringComparison.Ordinal));

        var problem = Assert.Single(summary.Problems).ToString();
        Assert.StartsWith("map.yaml:2:26: dispositions.Ringing: \"no-anser\" is no disposition of the revenue model; it has no-answer, ", problem, StringComparison.Ordinal);
        Assert.EndsWith("Did you mean \"no-answer\"?", problem, StringComparison.Ordinal);
        Assert.Empty(await _site.LeadsAsync());
    }

    public void Dispose() => _site.Dispose();
}
