namespace AccountabilityBot.Tests.Setup;

/// <summary>The samples as they are published beside the program.</summary>
static class SampleFiles
{
    public static string Model => At("revenue-model.yaml");

    public static string Schema => At("revenue-model.schema.json");

    public static string People => At("people.csv");

    public static string Leads => At("leads.csv");

    public static string OlistMap => At("olist.map.yaml");

    public static string OlistDealsMap => At("olist-deals.map.yaml");

    public static string SchoolMap => At("xeducation.map.yaml");

    static string At(string name) => Path.Combine(AppContext.BaseDirectory, "Samples", name);
}
