using System.Globalization;
using System.Text;

namespace AccountabilityBot.Benchmarks.Hosting;

/// <summary>The sample company with many more people in sales.</summary>
static class GeneratedCompany
{
    public static string ObjectIdOf(int number) => $"00000000-0000-4000-8000-1{number.ToString("D11", CultureInfo.InvariantCulture)}";

    /// <summary>No two alike, and none that is a part of another.</summary>
    public static string NameOf(int number) => $"Colleague {number.ToString("D5", CultureInfo.InvariantCulture)}";

    /// <returns>The path of a people file.</returns>
    public static string WritePeople(string folder, int colleagues)
    {
        var text = new StringBuilder(File.ReadAllText(SampleLead.PeoplePath));
        for (var number = 0; number < colleagues; number++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{ObjectIdOf(number)},{NameOf(number)},colleague.{number}@coldworks.example,Account Executive,Sales,ravi.menon@coldworks.example,Europe/Berlin\n");
        }

        var path = Path.Combine(folder, "people.csv");
        File.WriteAllText(path, text.ToString());
        return path;
    }
}
