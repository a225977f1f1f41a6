using AccountabilityBot.Data;
using AccountabilityBot.Delivery;

namespace AccountabilityBot.Tests.Delivery;

public sealed class DeliveryPlanTests
{
    static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    readonly DeliveryPlan _plan = new();

    [Fact]
    public void Answers_go_first_then_the_hot_ones_then_the_rest()
    {
        _plan.Fill([Item("news", NoticeClass.Informative, 0), Item("cold", NoticeClass.Work, 3), Item("hot", NoticeClass.Work, 1), Item("asked", NoticeClass.Answer, 9)]);
        Assert.Equal("asked hot cold news", Order(4));
    }

    [Fact]
    public void A_thread_that_may_not_go_keeps_nobody_waiting()
    {
        _plan.Fill([Item("full", NoticeClass.Answer, 0), Item("cold", NoticeClass.Work, 3)]);
        Assert.Equal("cold", _plan.Take(thread => thread != "full")?.Thread);
        Assert.Null(_plan.Take(thread => thread != "full"));
    }

    [Fact]
    public void A_thread_has_one_message_under_way_and_keeps_its_order()
    {
        _plan.Fill([Item("one", NoticeClass.Work, 1), Item("one", NoticeClass.Work, 2)]);
        Assert.Equal(1, _plan.Take(_ => true)?.Rank);
        Assert.Null(_plan.Take(_ => true));
        _plan.Fill([Item("one", NoticeClass.Work, 1), Item("one", NoticeClass.Work, 2)]);
        Assert.Null(_plan.Take(_ => true));

        _plan.Return("one", mayGoOn: true);
        _plan.Fill([Item("one", NoticeClass.Work, 2)]);
        Assert.Equal(2, _plan.Take(_ => true)?.Rank);
    }

    [Fact]
    public void A_thread_that_failed_leaves_the_plan()
    {
        _plan.Fill([Item("one", NoticeClass.Work, 1), Item("one", NoticeClass.Work, 2)]);
        _plan.Return(_plan.Take(_ => true)!.Thread, mayGoOn: false);
        Assert.Null(_plan.Take(_ => true));
    }

    [Fact]
    public void Equals_take_turns()
    {
        var one = Enumerable.Repeat(Item("one", NoticeClass.Work, 1), 3);
        var two = Enumerable.Repeat(Item("two", NoticeClass.Work, 1), 3);
        _plan.Fill([.. one, .. two]);
        Assert.Equal("one two one two one two", Order(6));
    }

    [Fact]
    public void A_day_of_hot_leads_starves_nobody()
    {
        var taken = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            _plan.Fill([Item("hot", NoticeClass.Work, 1), Item("hotter", NoticeClass.Work, 1), Item("cold", NoticeClass.Work, 3)]);
            taken.AddRange(Taken(1));
        }

        Assert.InRange(taken.Count(thread => thread == "cold"), 2, 5);
    }

    IEnumerable<string> Taken(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var thread = _plan.Take(_ => true)!.Thread;
            _plan.Return(thread, mayGoOn: true);
            yield return thread;
        }
    }

    string Order(int count) => string.Join(' ', Taken(count));

    static DueItem Item(string thread, NoticeClass weight, int rank) => new(Guid.NewGuid(), false, thread, weight, rank, Start);
}
