using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Commitments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountabilityBot.Data;

/// <summary>That a card which shows several commitments shows this one: it follows when the commitment changes.</summary>
public sealed class CommitmentListing
{
    /// <summary>What the card is about: the <see cref="Outgoing.SubjectId"/> of every place where it stands.</summary>
    public Guid SubjectId { get; init; }

    public Guid CommitmentId { get; init; }

    /// <summary>From the top of the card; a row keeps its place when its day changes.</summary>
    public int Position { get; init; }
}

/// <summary>That it was decided whether a person is reminded of what is due by one day of a rhythm: once, whatever came of it.</summary>
public sealed class RhythmReminder
{
    public PersonId PersonId { get; init; }

    /// <summary>The day of the digest, by its department's clock.</summary>
    public DateOnly On { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; init; }
}

sealed class CommitmentTable : IEntityTypeConfiguration<Commitment>
{
    public void Configure(EntityTypeBuilder<Commitment> commitment)
    {
        commitment.ToTable("Commitments").HasKey(row => row.Id);
        commitment.Property(row => row.Id).ValueGeneratedNever();
        commitment.Property(row => row.Version).IsConcurrencyToken();
        commitment.Property(row => row.Text).HasMaxLength(Commitment.MaxText);
        commitment.Property(row => row.DropReason).HasMaxLength(Commitment.MaxText);
        commitment.Property(row => row.MoveReason).HasMaxLength(Commitment.MaxText);
        commitment.Property(row => row.Department).HasMaxLength(60);
        commitment.HasIndex(row => row.NextAt, "IX_Commitments_Next").HasFilter("""
            "NextAt" IS NOT NULL
            """);
        commitment.HasIndex(row => new { row.Department, row.DueOn }, "IX_Commitments_OfDepartment").HasFilter("""
            "State" = 1
            """);
        commitment.HasIndex(row => new { row.Department, row.ClosedAt }, "IX_Commitments_ClosedOfDepartment").HasFilter("""
            "ClosedAt" IS NOT NULL
            """);
        commitment.HasIndex(row => row.FeedbackId).HasFilter("""
            "FeedbackId" IS NOT NULL
            """);
        commitment.HasIndex(row => new { row.Owner, row.DueOn }, "IX_Commitments_Open").HasFilter("""
            "State" = 1
            """);
    }
}

sealed class CommitmentListingTable : IEntityTypeConfiguration<CommitmentListing>
{
    public void Configure(EntityTypeBuilder<CommitmentListing> listing)
    {
        listing.ToTable("CommitmentListings").HasKey(row => new { row.SubjectId, row.CommitmentId });
        listing.HasIndex(row => row.CommitmentId);
    }
}

sealed class RhythmReminderTable : IEntityTypeConfiguration<RhythmReminder>
{
    public void Configure(EntityTypeBuilder<RhythmReminder> reminder)
    {
        reminder.ToTable("RhythmReminders").HasKey(row => new { row.PersonId, row.On });
        reminder.HasIndex(row => row.On);
    }
}
