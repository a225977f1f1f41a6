using AccountabilityBot.Domain.Numbers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountabilityBot.Data;

/// <summary>A value of a number for one period. A later one for the same period replaces it, and both are kept.</summary>
public sealed class NumberValue
{
    public Guid Id { get; init; }

    public required string NumberId { get; init; }

    /// <summary>The last day of the period it is for.</summary>
    public DateOnly PeriodEnd { get; init; }

    /// <summary>In the number's own unit.</summary>
    public decimal Value { get; init; }

    /// <summary>Where it comes from: <c>keeper</c>, <c>api</c>, <c>ledger</c>, <c>import</c>. A literal that never changes.</summary>
    public required string Source { get; init; }

    /// <summary>Who entered it; none: a machine did.</summary>
    public Domain.PersonId? EnteredBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset EnteredAt { get; init; }

    public string? Note { get; init; }

    /// <summary>UTC; another value for the period took its place.</summary>
    public DateTimeOffset? ReplacedAt { get; set; }
}

/// <summary>A question that no number answered: what the company is asked for and does not keep.</summary>
public sealed class QuestionGap
{
    public Guid Id { get; init; }

    /// <summary>What was asked for, folded, so that the same question twice is one gap.</summary>
    public required string Key { get; init; }

    /// <summary>As it was first asked, shortened.</summary>
    public required string Question { get; set; }

    /// <summary>Who asked last.</summary>
    public Domain.PersonId? AskedBy { get; set; }

    /// <summary>The department whose guardian hears of it.</summary>
    public required string Department { get; init; }

    public int Times { get; set; } = 1;

    /// <summary>UTC.</summary>
    public DateTimeOffset FirstAt { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset LastAt { get; set; }
}

/// <summary>The numbers that somebody was last answered with in a conversation: "and its target?" is about these.</summary>
public sealed class LastAnswer
{
    /// <summary>The chat or channel, without the message that began a thread.</summary>
    public required string Thread { get; init; }

    /// <summary>Entra object id of who asked.</summary>
    public required string ObjectId { get; init; }

    /// <summary>Ids, with a bar between.</summary>
    public required string Numbers { get; set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; set; }
}

sealed class LastAnswerTable : IEntityTypeConfiguration<LastAnswer>
{
    public void Configure(EntityTypeBuilder<LastAnswer> answer) => answer.ToTable("LastAnswers").HasKey(row => new { row.Thread, row.ObjectId });
}

sealed class TrackedNumberTable : IEntityTypeConfiguration<TrackedNumber>
{
    public void Configure(EntityTypeBuilder<TrackedNumber> number)
    {
        number.ToTable("Numbers").HasKey(row => row.Id);
        number.Property(row => row.Id).HasMaxLength(60).ValueGeneratedNever();
        number.Property(row => row.Version).IsConcurrencyToken();
        // Facts are read as a whole by everybody who asks, and never searched by the database.
        number.Property(row => row.Facts).HasConversion<Conversions.FactsToJson, Conversions.FactsComparer>().HasColumnType("text");
        number.HasMany(row => row.Ownerships).WithOne().HasForeignKey(ownership => ownership.NumberId);
        number.Navigation(row => row.Ownerships).HasField("_ownerships").UsePropertyAccessMode(PropertyAccessMode.Field);
        number.Ignore(row => row.Current);
    }
}

sealed class OwnershipTable : IEntityTypeConfiguration<Ownership>
{
    public void Configure(EntityTypeBuilder<Ownership> ownership)
    {
        ownership.ToTable("Ownerships").HasKey(row => row.Id);
        ownership.Property(row => row.Id).ValueGeneratedNever();
        ownership.Property(row => row.NumberId).HasMaxLength(60);
        // At most one current owner: the database refuses two, whatever the code believes.
        ownership.HasIndex(row => row.NumberId, "IX_Ownerships_OneCurrent").IsUnique().HasFilter("""
            "Until" IS NULL
            """);
        ownership.HasIndex(row => row.NumberId, "IX_Ownerships_Number");
        ownership.HasIndex(row => row.Person).HasFilter("""
            "Until" IS NULL
            """);
    }
}

sealed class NumberValueTable : IEntityTypeConfiguration<NumberValue>
{
    public void Configure(EntityTypeBuilder<NumberValue> value)
    {
        value.ToTable("NumberValues").HasKey(row => row.Id);
        value.Property(row => row.Id).ValueGeneratedNever();
        value.Property(row => row.NumberId).HasMaxLength(60);
        value.Property(row => row.Value).HasPrecision(24, 6);
        value.Property(row => row.Note).HasMaxLength(1_000);
        // Who replaces a value replaces the one that was read.
        value.Property(row => row.ReplacedAt).IsConcurrencyToken();
        value.HasIndex(row => new { row.NumberId, row.PeriodEnd }).IsUnique().HasFilter("""
            "ReplacedAt" IS NULL
            """);
    }
}

sealed class QuestionGapTable : IEntityTypeConfiguration<QuestionGap>
{
    public void Configure(EntityTypeBuilder<QuestionGap> gap)
    {
        gap.ToTable("QuestionGaps").HasKey(row => row.Id);
        gap.Property(row => row.Id).ValueGeneratedNever();
        gap.HasIndex(row => new { row.Department, row.Key }).IsUnique();
    }
}
