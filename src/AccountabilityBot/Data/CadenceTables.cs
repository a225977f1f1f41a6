using AccountabilityBot.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountabilityBot.Data;

/// <summary>One digest: which days it looks back on, and what it found. It was counted once, and every copy of its card is drawn from here.</summary>
public sealed class Digest
{
    public Guid Id { get; init; }

    /// <summary>Once-only: a channel and a day, or the question that asked for it.</summary>
    public required string Key { get; init; }

    /// <summary>The channel that gets it; none: somebody asked for it.</summary>
    public string? ChannelId { get; init; }

    /// <summary>The day on which it comes, by the channel's clock.</summary>
    public DateOnly On { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset From { get; init; }

    /// <summary>UTC; not part of it.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>UTC; when it was counted.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Ids of its departments with a bar between, the one by whose clock and language it goes first.</summary>
    public required string Departments { get; init; }

    /// <summary>Who asked for it; none: it came by its rhythm.</summary>
    public PersonId? AskedBy { get; init; }

    /// <summary>Nothing came, nothing is open, nothing is owed.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>What it found beside the seams, as JSON.</summary>
    public required string Content { get; init; }
}

/// <summary>That a department had its digest for a day: once, whatever channel is its home by then.</summary>
public sealed record DigestDepartment(string Department, DateOnly On, Guid DigestId)
{
    /// <summary>UTC; the next one begins where this one ended, whatever zone the channel has by then.</summary>
    public DateTimeOffset Until { get; init; }
}

/// <summary>A seam as a department's digest found it. Trends are read from these, and never from the history itself.</summary>
public sealed record DigestSeam
{
    public required Guid DigestId { get; init; }

    /// <summary>Id of the department whose digest it is.</summary>
    public required string Department { get; init; }

    public required string Seam { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    /// <summary>The digest's day; none: it was asked for, and is part of no trend.</summary>
    public DateOnly? On { get; init; }

    /// <summary>JSON of <see cref="Domain.Cadence.SeamFigures"/>.</summary>
    public required string Figures { get; init; }
}

/// <summary>Somebody pressed something on a digest: they have read it.</summary>
public sealed record DigestRead(Guid DigestId, PersonId PersonId, DateTimeOffset At);

sealed class DigestTable : IEntityTypeConfiguration<Digest>
{
    public void Configure(EntityTypeBuilder<Digest> digest)
    {
        digest.ToTable("Digests").HasKey(row => row.Id);
        digest.Property(row => row.Id).ValueGeneratedNever();
        digest.Property(row => row.Content).HasColumnType("text");
        digest.HasIndex(row => row.Key).IsUnique();
    }
}

sealed class DigestDepartmentTable : IEntityTypeConfiguration<DigestDepartment>
{
    public void Configure(EntityTypeBuilder<DigestDepartment> department) =>
        department.ToTable("DigestDepartments").HasKey(row => new { row.Department, row.On });
}

sealed class DigestSeamTable : IEntityTypeConfiguration<DigestSeam>
{
    public void Configure(EntityTypeBuilder<DigestSeam> seam)
    {
        seam.ToTable("DigestSeams").HasKey(row => new { row.DigestId, row.Department, row.Seam, row.From, row.To });
        seam.Property(row => row.Figures).HasColumnType("text");
        seam.HasIndex(row => new { row.Department, row.On }).HasFilter("""
            "On" IS NOT NULL
            """);
    }
}

sealed class DigestReadTable : IEntityTypeConfiguration<DigestRead>
{
    public void Configure(EntityTypeBuilder<DigestRead> read) => read.ToTable("DigestReads").HasKey(row => new { row.DigestId, row.PersonId });
}

/// <summary>What a digest counts in a period, it finds by when it was: a week costs a week.</summary>
sealed class DigestLeadIndexes : IEntityTypeConfiguration<Domain.Leads.Lead>
{
    public void Configure(EntityTypeBuilder<Domain.Leads.Lead> lead)
    {
        lead.HasIndex(row => row.ReceivedAt);
        // Those that somebody works on, of however many there ever were.
        lead.HasIndex(row => row.ReceivedAt, "IX_Leads_AtWork").HasFilter("""
            "State" = 3
            """);
        // Whose owner was asked and says nothing.
        lead.HasIndex(row => row.ReceivedAt, "IX_Leads_Silent").HasFilter("""
            "DispositionAsks" > 0
            """);
        lead.HasIndex(row => row.WaitingSince, "IX_Leads_InQueue").HasFilter("""
            "State" = 1 AND "GuardianSince" IS NULL
            """);
        lead.HasIndex(row => row.GuardianSince, "IX_Leads_WithGuardian").HasFilter("""
            "GuardianSince" IS NOT NULL
            """);
    }
}

sealed class DigestLedgerIndex : IEntityTypeConfiguration<LedgerEntry>
{
    // What is accepted is found among the offers; what a guardian took stands here alone, and is rare.
    public void Configure(EntityTypeBuilder<LedgerEntry> ledger) => ledger.HasIndex(row => row.At, "IX_Ledger_Taken").HasFilter("""
        "Kind" = 'lead.taken'
        """);
}

sealed class DigestPostIndex : IEntityTypeConfiguration<CardPost>
{
    // A digest that found no place is told its department's head; there are few.
    public void Configure(EntityTypeBuilder<CardPost> post) => post.HasIndex(row => row.CreatedAt, "IX_CardPosts_DigestsWithoutAPlace").HasFilter("""
        "Kind" = 'cadence.digest' AND "State" = 3 AND "ToldAt" IS NULL
        """);
}
