using AccountabilityBot.Delivery;
using AccountabilityBot.Domain.Messages;
using AccountabilityBot.Teams.Routing;

namespace AccountabilityBot.Numbers.Asking;

/// <summary>The slice's contents page: "who owns this number?", in a chat, in a channel, in the search box.</summary>
static class QuestionsModule
{
    public static IServiceCollection AddQuestions(this IServiceCollection services) => services
        .AddSingleton<NumberRegistrySource>()
        .AddScoped<QuestionTexts>().AddScoped<QuestionGaps>().AddScoped<QuestionCommands>().AddScoped<QuestionRenderers>().AddScoped<NumberSearch>();

    public static void MapQuestions(Routes routes)
    {
        routes.Otherwise<QuestionTexts>((questions, turn, text, ct) => questions.Asked(turn, text, ct));
        routes.Invoke<NumberSearch>("composeExtension/query", (search, turn, ct) => search.Find(turn, ct));
    }

    public static void AddQuestionKinds(DeliveryKinds kinds)
    {
        foreach (var kind in (string[])[
            QuestionKinds.Choices, QuestionKinds.Unknown, QuestionKinds.Definition, QuestionKinds.Word, QuestionKinds.Value, QuestionKinds.History,
            QuestionKinds.WhichOne, QuestionKinds.Refused, QuestionKinds.Done])
        {
            kinds.Notice<QuestionRenderers>(kind, (questions, notice, ct) => questions.Render(notice, ct));
        }

        kinds.Notice<QuestionRenderers>(QuestionKinds.Gap, (questions, notice, ct) => questions.Gap(notice, ct), Manners.News);
    }
}
