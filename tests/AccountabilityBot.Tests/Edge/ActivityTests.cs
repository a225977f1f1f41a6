using System.Text.Json;
using AccountabilityBot.Teams.Activities;

namespace AccountabilityBot.Tests.Edge;

/// <summary>Activities are read leniently: no single field costs the whole.</summary>
public sealed class ActivityTests
{
    [Fact]
    public void Fields_of_an_unexpected_kind_read_as_null_and_the_rest_stays()
    {
        var activity = Parse("""
            {"type":"message","id":7,"from":3,"recipient":[],"conversation":"x","entities":{},"membersAdded":[1,{"id":"29:a"},null],
             "channelData":{"tenant":[],"team":{"id":{}},"settings":{"selectedChannel":"x"},"eventType":"e"},"timestamp":"soon","text":["a"],"brandNew":{"a":[1]}}
            """);

        Assert.Equal("message", activity.Type);
        Assert.Null(activity.Id);
        Assert.Null(activity.From);
        Assert.Null(activity.Recipient);
        Assert.Null(activity.Conversation);
        Assert.Null(activity.Entities);
        Assert.Null(activity.Text);
        Assert.Null(activity.Timestamp);
        Assert.Equal("29:a", Assert.Single(activity.MembersAdded!).Id);
        Assert.Equal((null, null, "e"), (activity.ChannelData!.Tenant, activity.ChannelData.Team!.Id, activity.ChannelData.EventType));
        Assert.Null(activity.ChannelData.Settings!.SelectedChannel);
        Assert.Equal(1, activity.Extra!["brandNew"].GetProperty("a")[0].GetInt32());
        Assert.Equal("", activity.TextWithoutMention);
    }

    [Fact]
    public void An_activity_is_written_as_it_was_read()
    {
        const string json = """{"type":"message","conversation":{"id":"a:1","isGroup":true},"membersAdded":[{"id":"29:a"}],"brandNew":{"a":[1]}}""";
        Assert.Equal(json, JsonSerializer.Serialize(Parse(json), ActivityJson.Default.Activity));
    }

    [Theory]
    [InlineData("19:sales@thread.tacv2;messageid=1795", "19:sales@thread.tacv2", "1795")]
    [InlineData("19:sales@thread.tacv2", "19:sales@thread.tacv2", null)]
    [InlineData("19:sales@thread.tacv2;messageid=0", "19:sales@thread.tacv2", null)]
    [InlineData("19:sales@thread.tacv2;messageid=x", "19:sales@thread.tacv2", null)]
    public void A_thread_is_the_conversation_without_its_message(string id, string thread, string? root)
    {
        var activity = new Activity { Conversation = new(id, "channel", null, true, null) };
        Assert.Equal((thread, root), (activity.ThreadId, activity.ChannelThreadRootId));
    }

    [Fact]
    public void The_clients_zone_is_taken_from_its_entity() =>
        Assert.Equal("Europe/Vienna", Parse("""{"entities":[{"type":"clientInfo","timezone":null},{"type":"clientInfo","timezone":"Europe/Vienna"}]}""").TimeZone);

    [Fact]
    public void Deeper_than_32_levels_is_refused() =>
        Assert.Throws<JsonException>(() => Parse("""{"value":""" + new string('[', 40) + new string(']', 40) + "}"));

    static Activity Parse(string json) => JsonSerializer.Deserialize(json, ActivityJson.Default.Activity)!;
}
