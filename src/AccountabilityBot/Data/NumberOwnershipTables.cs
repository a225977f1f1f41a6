using AccountabilityBot.Domain.Numbers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountabilityBot.Data;

/// <summary>What a number carries of its owners: hand-overs, challenges, the question "still yours?".</summary>
sealed class NumberKeepingTable : IEntityTypeConfiguration<TrackedNumber>
{
    public void Configure(EntityTypeBuilder<TrackedNumber> number)
    {
        number.HasMany(row => row.HandOvers).WithOne().HasForeignKey(handOver => handOver.NumberId);
        number.Navigation(row => row.HandOvers).HasField("_handOvers").UsePropertyAccessMode(PropertyAccessMode.Field);
        number.HasMany(row => row.Challenges).WithOne().HasForeignKey(challenge => challenge.NumberId);
        number.Navigation(row => row.Challenges).HasField("_challenges").UsePropertyAccessMode(PropertyAccessMode.Field);
        number.Ignore(row => row.OpenHandOver);
        number.Ignore(row => row.OpenChallenges);
        number.Property(row => row.SupportsKey).HasMaxLength(60);
        number.HasIndex(row => row.SupportsKey).HasFilter("""
            "SupportsKey" IS NOT NULL
            """);
        // What nobody owns is listed, and rare.
        number.HasIndex(row => row.Holding).HasFilter("""
            "Holding" <> 1
            """);
    }
}

sealed class HandOverTable : IEntityTypeConfiguration<HandOver>
{
    public void Configure(EntityTypeBuilder<HandOver> handOver)
    {
        handOver.ToTable("HandOvers").HasKey(row => row.Id);
        handOver.Property(row => row.Id).ValueGeneratedNever();
        handOver.Property(row => row.NumberId).HasMaxLength(60);
        handOver.Property(row => row.Note).HasMaxLength(TrackedNumber.MaxWords);
        handOver.Property(row => row.Answer).HasMaxLength(TrackedNumber.MaxWords);
        // One at a time: two people who name an owner at once are not both heard.
        handOver.HasIndex(row => row.NumberId, "IX_HandOvers_OneOpen").IsUnique().HasFilter("""
            "ClosedAt" IS NULL
            """);
        handOver.HasIndex(row => row.NumberId, "IX_HandOvers_Number");
    }
}

sealed class ChallengeTable : IEntityTypeConfiguration<Challenge>
{
    public void Configure(EntityTypeBuilder<Challenge> challenge)
    {
        challenge.ToTable("Challenges").HasKey(row => row.Id);
        challenge.Property(row => row.Id).ValueGeneratedNever();
        challenge.Property(row => row.NumberId).HasMaxLength(60);
        challenge.Property(row => row.Words).HasMaxLength(TrackedNumber.MaxWords);
        challenge.Property(row => row.AnswerWords).HasMaxLength(TrackedNumber.MaxWords);
        challenge.HasIndex(row => new { row.NumberId, row.By }, "IX_Challenges_OneOpen").IsUnique().HasFilter("""
            "AnsweredAt" IS NULL
            """);
        challenge.HasIndex(row => row.NumberId, "IX_Challenges_Number");
    }
}

/// <summary>A card that stands somewhere because of a number follows it.</summary>
sealed class NumberPostTable : IEntityTypeConfiguration<CardPost>
{
    public void Configure(EntityTypeBuilder<CardPost> post)
    {
        post.Property(row => row.NumberId).HasMaxLength(60);
        post.HasIndex(row => row.NumberId).HasFilter("""
            "NumberId" IS NOT NULL
            """);
    }
}

sealed class NumberNoticeTable : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice) => notice.Property(row => row.NumberId).HasMaxLength(60);
}
