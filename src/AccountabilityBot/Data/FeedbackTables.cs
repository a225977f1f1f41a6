using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.Domain.Leads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountabilityBot.Data;

/// <summary>A moment at which somebody could say something about a hand-off. The row goes when they were asked, or are not going to be.</summary>
public sealed class HandOffMoment
{
    public Guid Id { get; init; }

    public LeadId LeadId { get; init; }

    public Side About { get; init; }

    public PersonId Giver { get; init; }

    public PersonId? Receiver { get; init; }

    public required string FromDepartment { get; init; }

    public required string ToDepartment { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>UTC; not to be looked at before.</summary>
    public DateTimeOffset DueAt { get; set; }

    public HandOff ToHandOff() => new(LeadId, About, Giver, Receiver, FromDepartment, ToDepartment, At);
}

/// <summary>When a person was asked for feedback the last time.</summary>
public sealed class FeedbackTurn
{
    public PersonId PersonId { get; init; }

    /// <summary>UTC. Guards itself: of two servers that would ask one person at once, one does.</summary>
    public DateTimeOffset AskedAt { get; set; }
}

sealed class HandOffMomentTable : IEntityTypeConfiguration<HandOffMoment>
{
    public void Configure(EntityTypeBuilder<HandOffMoment> moment)
    {
        moment.ToTable("HandOffMoments").HasKey(row => row.Id);
        moment.Property(row => row.Id).ValueGeneratedNever();
        moment.Property(row => row.FromDepartment).HasMaxLength(60);
        moment.Property(row => row.ToDepartment).HasMaxLength(60);
        moment.HasIndex(row => row.DueAt);
    }
}

sealed class FeedbackTurnTable : IEntityTypeConfiguration<FeedbackTurn>
{
    public void Configure(EntityTypeBuilder<FeedbackTurn> turn)
    {
        turn.ToTable("FeedbackTurns").HasKey(row => row.PersonId);
        turn.Property(row => row.PersonId).ValueGeneratedNever();
        turn.Property(row => row.AskedAt).IsConcurrencyToken();
    }
}

sealed class PeerFeedbackTable : IEntityTypeConfiguration<PeerFeedback>
{
    public void Configure(EntityTypeBuilder<PeerFeedback> feedback)
    {
        feedback.ToTable("PeerFeedback").HasKey(row => row.Id);
        feedback.Property(row => row.Id).ValueGeneratedNever();
        feedback.Property(row => row.Version).IsConcurrencyToken();
        feedback.Property(row => row.Scores).HasConversion<Conversions.ScoresToJson, Conversions.ScoresComparer>().HasMaxLength(200);
        feedback.Property(row => row.Words).HasMaxLength(PeerFeedback.MaxWords);
        feedback.Property(row => row.FromDepartment).HasMaxLength(60);
        feedback.Property(row => row.ToDepartment).HasMaxLength(60);
        // Nobody speaks about one hand-off twice, whatever the code does.
        feedback.HasIndex(row => new { row.LeadId, row.Giver }, "IX_PeerFeedback_Once").IsUnique();
        feedback.HasIndex(row => row.NextAt, "IX_PeerFeedback_Open").HasFilter("""
            "State" = 1
            """);
        feedback.HasIndex(row => new { row.FromDepartment, row.ToDepartment, row.ClosedAt }, "IX_PeerFeedback_OfPair").HasFilter("""
            "ClosedAt" IS NOT NULL
            """);
    }
}

/// <summary>A person's own hand-offs of the last weeks are found without reading everybody's.</summary>
sealed class HandOffLeadTable : IEntityTypeConfiguration<Lead>
{
    public void Configure(EntityTypeBuilder<Lead> lead)
    {
        lead.HasIndex(row => new { row.FromPerson, row.ReceivedAt }, "IX_Leads_OfSender").HasFilter("""
            "FromPerson" IS NOT NULL
            """);
        lead.HasIndex(row => new { row.RejectedBy, row.RejectedAt }, "IX_Leads_RejectedBy").HasFilter("""
            "RejectedBy" IS NOT NULL
            """);
    }
}

/// <summary>A card that stands somewhere because of feedback or a commitment follows it.</summary>
sealed class SubjectPostTable : IEntityTypeConfiguration<CardPost>
{
    public void Configure(EntityTypeBuilder<CardPost> post) => post.HasIndex(row => row.SubjectId).HasFilter("""
        "SubjectId" IS NOT NULL
        """);
}
