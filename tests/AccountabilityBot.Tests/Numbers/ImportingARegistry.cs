using System.Text.Json;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Tests.Edge;
using AccountabilityBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using static AccountabilityBot.Tests.Harness.Brightwater;

namespace AccountabilityBot.Tests.Numbers;

public sealed class ImportingARegistry : Scenario
{
    const string Header = "id,number,owner,department\n";

    [Theory, OnBothDatabases]
    public async Task A_registry_is_taken_and_the_second_time_changes_nothing(Database database)
    {
        var bot = await StartAsync(database, new BotSetup { Model = Model + "\nroles: { Head of Sales: ravi@brightwater.example }\n" });
        const string Csv = """
            id,number,owner,owner_department,aliases,definition,unit,direction,target,floor,cap,plan,forecast,period,freshness_days,keeper,supports,evidence,rank
            win-rate,Win rate,Ana Sousa,Sales,close rate|hit rate,"Signed, of all that were closed.",%,up,27.5,20,,30,,quarter,14,bo@brightwater.example,,from the wiki,1
            speed,Speed to lead,head of sales,sales,,,hours,down,2,,8,,,week,3,,win-rate,,2
            pipeline,Pipeline,CMO,Revenue Mkt,,,EUR,,,,,,,,,,,,3
            qualified,Qualified pipeline,Sales/Marketing/Finance,,,,,,,,,,,,,,,,4
            followers,Followers,,,,,,,,,,,,,,,,,5
            """;

        var (code, output, errors) = await bot.Import(Csv);

        Assert.Equal(0, code);
        Assert.Equal(["1: notice: Nobody asks for the columns \"evidence\", \"rank\"; what stands there is ignored."], errors);
        Assert.Equal(
            ["5 rows: 5 created, 0 updated, 0 unchanged, 0 refused; held by nobody yet: 2; shared: 1.", "Held by nobody yet, until the model's \"roles\" or a hand-over gives them to a person: CMO (1), nobody (1)."],
            output.Split(Environment.NewLine));
        var numbers = await NumbersAsync(bot);
        var rate = numbers["win-rate"];
        Assert.Equal((bot.IdOf(Ana), bot.IdOf(Bo), Holding.Owned), (rate.Current!.Person, rate.Keeper!.Value, rate.Holding));
        Assert.Equal(
            ("%", 27.5m, 20m, 30m, Period.Quarter, 14, "sales", Direction.Up),
            (rate.Facts.Unit, rate.Facts.Target, rate.Facts.Floor, rate.Facts.Plan, rate.Facts.Period, rate.Facts.FreshnessDays, rate.Facts.Department, rate.Facts.Direction));
        Assert.Equal(["close rate", "hit rate"], rate.Facts.Aliases);
        Assert.Equal("Signed, of all that were closed.", rate.Facts.Definition!.Text);
        Assert.Equal((bot.IdOf(Ravi), "win-rate"), (numbers["speed"].Current!.Person, numbers["speed"].Facts.Supports));
        Assert.Equal((Holding.Vacant, "CMO", "Revenue Mkt"), (numbers["pipeline"].Holding, numbers["pipeline"].OwnerWritten, numbers["pipeline"].Facts.Department));
        Assert.Equal((Holding.Shared, "Sales/Marketing/Finance"), (numbers["qualified"].Holding, numbers["qualified"].OwnerWritten));
        Assert.Equal((Holding.Vacant, null), (numbers["followers"].Holding, numbers["followers"].OwnerWritten));
        var ledger = await bot.Read(db => db.Ledger.CountAsync(row => row.NumberId != null && row.Via == "import"));

        Assert.StartsWith("5 rows: 0 created, 0 updated, 5 unchanged, 0 refused;", (await bot.Import(Csv)).Output, StringComparison.Ordinal);
        Assert.Equal(ledger, await bot.Read(db => db.Ledger.CountAsync(row => row.NumberId != null && row.Via == "import")));
        Assert.Equal(numbers.Values.Select(number => number.Version), (await NumbersAsync(bot)).Values.Select(number => number.Version));

        // Facts follow the file; who owns it does not.
        var (_, changed, _) = await bot.Import(Csv.Replace("27.5", "28", StringComparison.Ordinal).Replace("Ana Sousa", "Bo Nguyen", StringComparison.Ordinal));
        Assert.StartsWith("5 rows: 0 created, 1 updated, 4 unchanged", changed, StringComparison.Ordinal);
        rate = (await NumbersAsync(bot))["win-rate"];
        Assert.Equal((28m, bot.IdOf(Ana)), (rate.Facts.Target, rate.Current!.Person));
    }

    [Theory]
    [OnBothDatabases(",Win rate,Ana Sousa,Sales", "id: It is missing or empty; each row needs one.")]
    [OnBothDatabases("n,,Ana Sousa,Sales", "number: It is missing or empty; each row needs one.")]
    [OnBothDatabases("a b,Win rate,Ana Sousa,Sales", "id: \"a b\" is no id;")]
    [OnBothDatabases("first,First,Bo Nguyen,Sales", "owner: Two owners for one number: \"first\" (First) is owned by Ana Sousa in line 2 and owned by Bo Nguyen here.")]
    [OnBothDatabases("FIRST,First,Ana Sousa,Sales", "id: \"FIRST\" (First) stands in line 2 already;")]
    [OnBothDatabases("n,N,gone@brightwater.example,Sales", "owner: \"gone@brightwater.example\" is to be the owner of \"N\", but is not among the people;")]
    [OnBothDatabases("n,N,Ana Sousa/gone@brightwater.example,Sales", "owner: \"gone@brightwater.example\" is to be the owner of \"N\"")]
    [OnBothDatabases("n,N,Ana Sousa", "The row has 3 fields, the header 4;")]
    public async Task A_row_that_cannot_be_taken_is_listed_and_the_others_are_taken(Database database, string row, string sentence)
    {
        var bot = await StartAsync(database);

        var (code, output, errors) = await bot.Import($"{Header}first,First,Ana Sousa,Sales\n{row}\nlast,Last,Bo Nguyen,Sales\n");

        Assert.Equal((1, "3 rows: 2 created, 0 updated, 0 unchanged, 1 refused."), (code, output));
        Assert.StartsWith("3: " + sentence, Assert.Single(errors), StringComparison.Ordinal);
        Assert.Equal(["first", "last"], (await NumbersAsync(bot)).Keys.Order());
        Assert.Equal(bot.IdOf(Ana), (await NumbersAsync(bot))["first"].Current!.Person);
    }

    [Theory]
    [OnBothDatabases("27,,,,", "target: \"n\" has a target and no unit")]
    [OnBothDatabases("NaN,%,,,", "target: \"NaN\" is no figure;")]
    [OnBothDatabases("1e999,%,,,", "target: \"1e999\" is no figure;")]
    [OnBothDatabases("27,%,daily,,", "period: \"daily\" is not known here;")]
    [OnBothDatabases("27,%,,nobody-knows,", "supports: There is no number with the id \"nobody-knows\" that \"n\" could support.")]
    [OnBothDatabases("27,%,,n,", "supports: This closes a circle: n → n;")]
    [OnBothDatabases("27,%,,,First", "aliases: \"First\" of \"n\" already means \"First\" (first);")]
    [OnBothDatabases("27,%,,,1st", "aliases: \"1st\" of \"n\" already means \"First\" (first);")]
    public async Task So_is_one_whose_facts_make_no_sense(Database database, string facts, string sentence)
    {
        var bot = await StartAsync(database);

        var (code, _, errors) = await bot.Import($"id,number,target,unit,period,supports,aliases\nfirst,First,,,,,1st\nn,n,{facts}\n");

        Assert.Equal(1, code);
        Assert.StartsWith("3: " + sentence, Assert.Single(errors), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Four_hundred_digits_and_endless_texts_are_refused(Database database)
    {
        var bot = await StartAsync(database);

        var (_, _, errors) = await bot.Import($"id,number,target,unit,definition\na,A,{new string('9', 400)},%,\nb,{new string('b', 141)},,,\nc,C,,,{new string('d', 2_001)}\n");

        Assert.Equal(
            [
                "2: target: It has 400 digits; at most 18 and 6 decimals are kept.", "3: number: It has 141 characters; 1 to 140 are allowed.",
                "4: definition: It has 2001 characters; 1 to 2000 are allowed.",
            ],
            errors);
    }

    [Theory, OnBothDatabases]
    public async Task The_row_that_closes_a_circle_is_refused_and_what_leaned_on_a_refused_row_with_it(Database database)
    {
        var bot = await StartAsync(database);

        var (_, output, errors) = await bot.Import("id,number,supports\na,A,b\nb,B,c\nc,C,a\nd,D,c\n");

        Assert.Equal("4 rows: 0 created, 0 updated, 0 unchanged, 4 refused.", output);
        Assert.Equal("4: supports: This closes a circle: c → a → b → c; one of these numbers has to be on top.", errors[2]);
        Assert.Equal(3, errors.Count(error => error.Contains("There is no number with the id", StringComparison.Ordinal)));
    }

    [Theory, OnBothDatabases]
    public async Task What_the_database_has_counts_as_the_file_does(Database database)
    {
        var bot = await StartAsync(database);
        await bot.Import("id,number,aliases,supports\ntop,Top,summit,\nmiddle,Middle,,top\n");

        var (_, _, errors) = await bot.Import("id,number,aliases,supports\nx,X,Summit,\ny,Y,,middle\ntop,Top,summit,middle\nz,Middle,,\n");

        Assert.Equal(
            [
                "5: notice: number: \"Middle\" is also what middle is called; who asks for it is asked which of them they mean.",
                "2: aliases: \"Summit\" of \"X\" already means \"Top\" (top); an alias means one number.",
                "4: supports: This closes a circle: top → middle → top; one of these numbers has to be on top.",
            ],
            errors);
        Assert.Equal(["middle", "top", "y", "z"], (await NumbersAsync(bot)).Keys.Order());
    }

    [Theory]
    [OnBothDatabases("", "The file is empty")]
    [OnBothDatabases("id,nummer\n", "number: There is no such column; id and number are needed.")]
    [OnBothDatabases("id,number,department,owner_department\n", "Both \"department\" and \"owner_department\" are there")]
    public async Task Without_a_usable_header_nothing_is_read(Database database, string csv, string sentence)
    {
        var bot = await StartAsync(database);

        var (code, output, errors) = await bot.Import(csv);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(sentence, Assert.Single(errors), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task The_real_registry_loads(Database database)
    {
        if (SharedData.NumberRegistry is not { } path)
        {
            Assert.Skip("The registry of real numbers (shared/data/questions/number_registry.csv) is absent.");
            return;
        }

        var bot = await StartAsync(database);

        var (code, output, errors) = await bot.ImportFile(path);

        Assert.Equal(0, code);
        Assert.StartsWith("32 rows: 32 created, 0 updated, 0 unchanged, 0 refused; held by nobody yet: 31; shared: 1.", output, StringComparison.Ordinal);
        Assert.Contains("\"evidence\"", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Two_hundred_and_twenty_nine_real_indicators_load(Database database)
    {
        if (SharedData.Indicators is not { } path)
        {
            Assert.Skip("The real indicators (shared/data/gitlab/performance_indicators.json) are absent.");
            return;
        }

        var bot = await StartAsync(database);
        using var indicators = JsonDocument.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        var rows = indicators.RootElement.EnumerateArray().Select(one => string.Join(
            ',', Cells(one.GetProperty("id"), one.GetProperty("name"), one.GetProperty("dri").GetString() is { Length: > 0 } ? one.GetProperty("dri") : one.GetProperty("org"), one.GetProperty("org"), one.GetProperty("definition"))));

        var (code, output, _) = await bot.Import($"id,number,owner,department,definition\n{string.Join('\n', rows)}\n");

        Assert.Equal(0, code);
        Assert.StartsWith("229 rows: 229 created, 0 updated, 0 unchanged, 0 refused; held by nobody yet: 229.", output, StringComparison.Ordinal);
        Assert.Equal(229, (await NumbersAsync(bot)).Count);

        static IEnumerable<string> Cells(params JsonElement[] texts) => texts.Select(text => $"\"{text.GetString()!.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }

    static Task<Dictionary<string, TrackedNumber>> NumbersAsync(BotHarness bot) =>
        bot.Read(db => db.Numbers.AsNoTracking().Include(number => number.Ownerships).OrderBy(number => number.Id).ToDictionaryAsync(number => number.Id));
}
