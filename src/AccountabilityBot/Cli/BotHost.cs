using AccountabilityBot.Api;
using AccountabilityBot.Cadence;
using AccountabilityBot.Commitments;
using AccountabilityBot.Council;
using AccountabilityBot.Council.Models;
using AccountabilityBot.Data;
using AccountabilityBot.Delivery;
using AccountabilityBot.Delivery.Letters;
using AccountabilityBot.Dispositions;
using AccountabilityBot.Feedback;
using AccountabilityBot.HandOffs;
using AccountabilityBot.Health;
using AccountabilityBot.Jobs;
using AccountabilityBot.Leads;
using AccountabilityBot.Messages;
using AccountabilityBot.Neighbours;
using AccountabilityBot.Numbers;
using AccountabilityBot.Numbers.Asking;
using AccountabilityBot.Numbers.Values;
using AccountabilityBot.Outcomes;
using AccountabilityBot.People;
using AccountabilityBot.People.Graph;
using AccountabilityBot.People.Placing;
using AccountabilityBot.People.Reaching;
using AccountabilityBot.Reminders;
using AccountabilityBot.Setup;
using AccountabilityBot.Teams;
using AccountabilityBot.Teams.Routing;
using AccountabilityBot.Turns;
using AccountabilityBot.Wording;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AccountabilityBot.Cli;

/// <summary>Puts the host together. What a slice needs is in the slice's module; here they only meet.</summary>
static class BotHost
{
    /// <param name="args">Configuration on the command line, as <c>--Storage:Path=…</c>.</param>
    /// <param name="adjust">Last word on configuration and services, for the demo and for tests.</param>
    /// <exception cref="InvalidSettingException">A setting with which the bot must not start.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        adjust?.Invoke(builder);

        var services = builder.Services;
        services.AddClock(builder.Configuration, builder.Environment);
        services.AddSingleton(ApiOptions.From(builder.Configuration));
        services.AddProblemDetails().AddExceptionHandler<DatabaseAway>();
        AddCore(services, builder.Configuration);
        services.AddTeamsEdge(builder.Configuration, builder.Environment);
        services.Replace(ServiceDescriptor.Singleton<ITurnRunner, InboxTurns>());
        services.AddSetup();
        services.AddMessages();
        services.AddPeople().AddPlacing().AddReaching().AddGraph(builder.Configuration, builder.Environment.IsDevelopment());
        services.AddNumberValues();
        services.AddCouncil();
        services.AddFeedback().AddCommitments().AddHandOffs().AddReminders().AddCadence().AddNeighbours();
        services.AddDelivery(
            LeadsModule.AddLeadKinds, DispositionsModule.AddDispositionKinds, OutcomesModule.AddOutcomeKinds, SetupModule.AddSetupKinds,
            LettersModule.AddLetterKinds, MessagesModule.AddMessageKinds, PeopleModule.AddPeopleKinds, PlacingModule.AddPlacingKinds, ReachingModule.AddReachingKinds, NumbersModule.AddNumberKinds,
            NumberValuesModule.AddNumberValueKinds, QuestionsModule.AddQuestionKinds, CouncilModule.AddCouncilKinds,
            FeedbackModule.AddFeedbackKinds, CommitmentsModule.AddCommitmentKinds,
            HandOffsModule.AddHandOffKinds, RemindersModule.AddReminderKinds, CadenceModule.AddCadenceKinds,
            NeighboursModule.AddNeighbourKinds);
        services.AddJobs(builder.Configuration);

        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.MapTeamsEdge(
            [
                LeadsModule.MapLeads, DispositionsModule.MapDispositions, OutcomesModule.MapOutcomes, SetupModule.MapSetup, LettersModule.MapLetters,
                MessagesModule.MapMessages, PeopleModule.MapPeople, PlacingModule.MapPlacing, ReachingModule.MapReaching, NumbersModule.MapNumbers, NumberValuesModule.MapNumberValues,
                QuestionsModule.MapQuestions, CouncilModule.MapCouncil, FeedbackModule.MapFeedback, CommitmentsModule.MapCommitments,
                HandOffsModule.MapHandOffs, CadenceModule.MapCadence, NeighboursModule.MapNeighbours,
            ],
            reader => Sentences.In(reader).Plain("apology"));
        app.MapLeadApi();
        app.MapValueApi();
        app.MapHealth();
        return app;
    }

    /// <summary>The store, the people and the leads: what the command line needs without a server.</summary>
    public static IServiceCollection AddCore(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(Clock.System);
        services.AddStorage(StorageOptions.From(configuration));
        services.AddSingleton<CompanySource>().AddSingleton<SeenColleagues>().AddScoped<Colleagues>().AddScoped<ModelInForce>().AddScoped<Preparation>();
        services.AddLeads();
        services.AddDispositions();
        services.AddOutcomes();
        services.AddQuestions();
        services.AddNumbers();
        return services;
    }
}
