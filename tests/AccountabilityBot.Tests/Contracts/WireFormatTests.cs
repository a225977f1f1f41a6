using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AccountabilityBot.Cadence;
using AccountabilityBot.Cli;
using AccountabilityBot.Commitments;
using AccountabilityBot.Council;
using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Delivery.Letters;
using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.Domain.Model;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Domain.Numbers.Asking;
using AccountabilityBot.Domain.Numbers.Figures;
using AccountabilityBot.Domain.People;
using AccountabilityBot.Domain.Promises;
using AccountabilityBot.Feedback;
using AccountabilityBot.Jobs;
using AccountabilityBot.Leads;
using AccountabilityBot.Messages;
using AccountabilityBot.Neighbours;
using AccountabilityBot.Numbers;
using AccountabilityBot.Numbers.Asking;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.People;
using AccountabilityBot.People.Graph;
using AccountabilityBot.People.Placing;
using AccountabilityBot.People.Reaching;
using AccountabilityBot.Reminders;
using AccountabilityBot.Setup;
using AccountabilityBot.Teams.Activities;
using AccountabilityBot.Teams.Routing;
using Hangfire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace AccountabilityBot.Tests.Contracts;

/// <summary>What the program says against what <see cref="WireWords"/> says it always will.</summary>
public sealed partial class WireFormatTests
{
    readonly Routes _routes = new();
    readonly DeliveryKinds _kinds = new();

    public WireFormatTests()
    {
        foreach (var slice in (Action<Routes>[])
        [
            LeadsModule.MapLeads, SetupModule.MapSetup, LettersModule.MapLetters, MessagesModule.MapMessages, PeopleModule.MapPeople, PlacingModule.MapPlacing, ReachingModule.MapReaching, NumbersModule.MapNumbers,
            NumberValuesModule.MapNumberValues, QuestionsModule.MapQuestions, CouncilModule.MapCouncil, FeedbackModule.MapFeedback, CommitmentsModule.MapCommitments,
            Dispositions.DispositionsModule.MapDispositions, Outcomes.OutcomesModule.MapOutcomes, HandOffs.HandOffsModule.MapHandOffs,
            CadenceModule.MapCadence, NeighboursModule.MapNeighbours,
        ])
        {
            slice(_routes);
        }

        foreach (var slice in (Action<DeliveryKinds>[])
        [
            LeadsModule.AddLeadKinds, SetupModule.AddSetupKinds, LettersModule.AddLetterKinds, MessagesModule.AddMessageKinds, PeopleModule.AddPeopleKinds, PlacingModule.AddPlacingKinds, ReachingModule.AddReachingKinds,
            NumbersModule.AddNumberKinds, NumberValuesModule.AddNumberValueKinds, QuestionsModule.AddQuestionKinds, CouncilModule.AddCouncilKinds,
            FeedbackModule.AddFeedbackKinds, CommitmentsModule.AddCommitmentKinds, RemindersModule.AddReminderKinds, Dispositions.DispositionsModule.AddDispositionKinds, Outcomes.OutcomesModule.AddOutcomeKinds,
            HandOffs.HandOffsModule.AddHandOffKinds, CadenceModule.AddCadenceKinds, NeighboursModule.AddNeighbourKinds,
        ])
        {
            slice(_kinds);
        }
    }

    [Fact]
    public void Verbs() => Same(WireWords.Verbs, _routes.Verbs);

    [Fact]
    public void Text_commands() => Same(WireWords.Commands, _routes.Commands);

    [Fact]
    public void Invokes() => Same(WireWords.Invokes, _routes.Invokes);

    [Fact]
    public void What_a_question_comes_to() => Same(WireWords.QuestionOutcomes, Enum.GetValues<QuestionOutcome>().Select(AskJson.Word));

    [Fact]
    public void Events() => Same(WireWords.Events, _routes.Events);

    [Fact]
    public void Kinds_of_cards() => Same(WireWords.CardKinds, _kinds.Cards);

    [Fact]
    public void Kinds_of_notices() => Same(WireWords.NoticeKinds, _kinds.Notices);

    [Fact]
    public void What_the_ledger_calls_things_about_a_lead() => Same(WireWords.LeadLedgerKinds, ConstantsOf(typeof(LeadEvents)));

    [Fact]
    public void What_the_ledger_calls_things_about_a_number() => Same(WireWords.NumberLedgerKinds, ConstantsOf(typeof(NumberEvents)));

    [Fact]
    public void What_the_ledger_calls_things_about_feedback() => Same(WireWords.FeedbackLedgerKinds, ConstantsOf(typeof(FeedbackEvents)));

    [Fact]
    public void What_the_ledger_calls_things_about_a_commitment() => Same(WireWords.CommitmentLedgerKinds, ConstantsOf(typeof(CommitmentEvents)));

    [Fact]
    public void By_what_a_promise_slips() => Same(WireWords.SlipReasons, ConstantsOf(typeof(SlipReasons)));

    [Fact]
    public void Why_a_promise_is_dropped_by_nobody() => Same(WireWords.DropReasons, ConstantsOf(typeof(DropReasons)));

    [Fact]
    public void What_the_council_decides_about() => Same(WireWords.CouncilSubjects, ConstantsOf(typeof(CouncilSubjects)));

    [Fact]
    public void Capabilities_that_a_company_judges() => Same(WireWords.Capabilities, Maturity.Capabilities);

    [Fact]
    public void Why_a_request_for_feedback_ended() => Same(WireWords.ExpiryReasons, ConstantsOf(typeof(ExpiryReasons)));

    [Fact]
    public void What_is_rated() => Same(WireWords.Ratings, Ratings.About(Side.Sender).Union(Ratings.About(Side.Receiver)));

    [Fact]
    public void Why_nobody_owns_a_number_any_more() => Same(WireWords.OrphanReasons, ConstantsOf(typeof(OrphanReasons)));

    [Fact]
    public void Where_a_value_comes_from() => Same(WireWords.ValueSources, ConstantsOf(typeof(ValueSources)));

    [Fact]
    public void Results_of_a_value() => Same(WireWords.ValueResults, Enum.GetNames<Entered>().Select(name => name.ToLowerInvariant()));

    [Fact]
    public void Figures_that_are_computed() => Same(WireWords.Figures, Figure.Names);

    [Fact]
    public void What_the_ledger_calls_everything_else() =>
        Same(WireWords.OtherLedgerKinds, Repository.Sources("AccountabilityBot").SelectMany(file => Recorded().Matches(file.Text)).Select(match => match.Groups["kind"].Value).Distinct());

    [Fact]
    public void Ways_in_which_something_is_decided() => Same(WireWords.Ways, ConstantsOf(typeof(Via)));

    [Fact]
    public void Reasons_of_an_offer() => Same(WireWords.OfferReasons, ConstantsOf(typeof(OfferReason)));

    [Fact]
    public void Why_somebody_has_nothing_to_do_with_a_lead_any_more() => Same(WireWords.Departures, ConstantsOf(typeof(Departures)));

    [Fact]
    public void Reasons_for_which_a_guardian_gets_a_lead() => Same(WireWords.GuardianReasons, ConstantsOf(typeof(GuardianReasons)));

    [Fact]
    public void Reasons_for_which_a_message_is_held_back() => Same(WireWords.HeldReasons, ConstantsOf(typeof(HeldReasons)));

    [Fact]
    public void Lengths_of_a_snooze() => Same(WireWords.SnoozeLengths, ConstantsOf(typeof(SnoozeLengths)));

    [Fact]
    public void Results_of_the_intake() => Same(WireWords.IntakeResults, ConstantsOf(typeof(LeadResult)));

    [Fact]
    public void Numbers_that_are_stored()
    {
        Type[] stored =
        [
            typeof(AccountKind), typeof(ChallengeAnswer), typeof(Challenged), typeof(CommitmentState), typeof(CouncilVerdict), typeof(DealStage), typeof(ExperimentState),
            typeof(FeedbackState), typeof(HandKind), typeof(HandOverState), typeof(Holding),
            typeof(LeadState), typeof(ModelDraftState), typeof(Muted), typeof(NoticeClass), typeof(NoticeState), typeof(OfferOutcome), typeof(PostState), typeof(Presence), typeof(PromiseKind), typeof(PromiseOutcome),
            typeof(ReplyKind), typeof(RuleChangeState), typeof(Side),
        ];
        Same(WireWords.Numbers, stored.Select(type => $"{type.Name}: {string.Join(", ", Enum.GetValuesAsUnderlyingType(type).Cast<int>().Select(value => $"{Enum.GetName(type, value)} {value}"))}"));
    }

    [Fact]
    public void Steps_of_the_sweep()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["People:Source"] = "graph" }).Build();
        var services = new ServiceCollection().AddCore(configuration).AddPlacing().AddGraph(configuration, isDevelopment: false).AddSetup().AddNumberValues().AddCouncil().AddFeedback().AddCommitments().AddReminders().AddCadence().AddDelivery(LeadsModule.AddLeadKinds).AddJobs(configuration);
        Same(WireWords.SweepSteps, services.Select(service => service.IsKeyedService ? null : service.ImplementationInstance).OfType<SweepStep>().Select(step => step.Name));
    }

    [Fact]
    public void Recurring_jobs()
    {
        var jobs = new Mock<IRecurringJobManager>();
        Timetable.Fill(jobs.Object);
        Same(WireWords.RecurringJobs, jobs.Invocations.Select(call => (string)call.Arguments[0]));
    }

    [Fact]
    public void Every_command_that_the_manifest_offers_is_one_the_router_knows()
    {
        var router = new Router(_routes);
        var titles = JsonNode.Parse(Repository.Text("manifest/manifest.json"))!["bots"]!.AsArray()
            .SelectMany(bot => bot!["commandLists"]!.AsArray())
            .SelectMany(list => list!["commands"]!.AsArray())
            .Select(command => command!["title"]!.GetValue<string>())
            .ToList();

        Assert.NotEmpty(titles);
        Assert.All(titles, title => Assert.True(
            router.Find(new Activity { Type = "message", Text = title })!.Name.StartsWith("text:", StringComparison.Ordinal) || BeginsAQuestion(title), title));

        // "who owns" and "define" are no commands; whatever follows them is a question about a number.
        static bool BeginsAQuestion(string title) => new NumberMatcher(new NumberIndex([])).Ask(title).Outcome is not QuestionOutcome.Other;
    }

    [Fact]
    public void A_translation_of_the_manifest_leaves_the_commands_as_they_are() =>
        Assert.DoesNotContain(JsonNode.Parse(Repository.Text("manifest/de.json"))!.AsObject(), entry => entry.Key.StartsWith("bots", StringComparison.Ordinal) && entry.Key.EndsWith(".title", StringComparison.Ordinal));

    static void Same(IEnumerable<string> written, IEnumerable<string> said) =>
        Assert.Equal(written.Order(StringComparer.Ordinal), said.Order(StringComparer.Ordinal));

    static IEnumerable<string> ConstantsOf(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

    [GeneratedRegex("""\.Record\(\s*"(?<kind>[^"]+)""")]
    private static partial Regex Recorded();
}
