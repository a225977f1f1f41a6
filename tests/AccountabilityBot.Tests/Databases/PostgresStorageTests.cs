using AccountabilityBot.Data;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace AccountabilityBot.Tests.Databases;

/// <summary>How the bot connects to PostgreSQL.</summary>
public sealed class PostgresStorageTests
{
    [Fact]
    public void What_the_bot_says_again_and_again_is_prepared() => Assert.True(PreparedWith("Host=localhost") > 0);

    [Theory]
    [InlineData("Host=localhost;Max Auto Prepare=0", 0)]
    [InlineData("Host=localhost;MaxAutoPrepare=7", 7)]
    public void The_setting_says_otherwise_for_a_pooler_that_keeps_no_statements(string setting, int prepared) => Assert.Equal(prepared, PreparedWith(setting));

    static int PreparedWith(string setting)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Provider"] = "postgres",
            ["ConnectionStrings:Accountability"] = setting,
        }).Build();
        return new NpgsqlConnectionStringBuilder(StorageOptions.From(configuration).ConnectionString).MaxAutoPrepare;
    }
}
