using AccountabilityBot.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountabilityBot.Data;

/// <summary>A stretch of time in which a person is out. Several may overlap: a person's own word beside what a calendar says.</summary>
public sealed class Absence
{
    /// <summary>The person said so, or their head did for them.</summary>
    public const string ByPerson = "person";

    /// <summary>Their mailbox answers by itself.</summary>
    public const string ByMailbox = "mailbox";

    public Guid Id { get; init; }

    public PersonId PersonId { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset From { get; init; }

    /// <summary>UTC; not part of it.</summary>
    public DateTimeOffset Until { get; set; }

    /// <summary>Nobody said until when; <see cref="Until"/> moves on as long as nothing else is known.</summary>
    public bool IsOpenEnded { get; init; }

    /// <summary>Who knows it: a literal that never changes.</summary>
    public required string Source { get; init; }

    public DateTimeOffset EnteredAt { get; init; }

    /// <summary>UTC; they came back, or took it back, before it was over.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>How many offers in a row a person let expire, and since when they rest for it. No row: none.</summary>
public sealed class PersonRest
{
    public PersonId PersonId { get; init; }

    public int ExpiredInARow { get; set; }

    /// <summary>UTC; taken out of rotation until they come back.</summary>
    public DateTimeOffset? RestingSince { get; set; }

    /// <summary>An answer and an expiry at the same moment: the second to save looks again.</summary>
    public int Version { get; set; }
}

sealed class AbsenceTable : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> absence)
    {
        absence.ToTable("Absences").HasKey(row => row.Id);
        absence.Property(row => row.Id).ValueGeneratedNever();
        // What is over is never read again, however many years of it there are.
        absence.HasIndex(row => row.Until).HasFilter("""
            "EndedAt" IS NULL
            """);
        absence.HasIndex(row => row.PersonId).HasFilter("""
            "EndedAt" IS NULL
            """);
    }
}

sealed class PersonRestTable : IEntityTypeConfiguration<PersonRest>
{
    public void Configure(EntityTypeBuilder<PersonRest> rest)
    {
        rest.ToTable("PersonRests").HasKey(row => row.PersonId);
        rest.Property(row => row.PersonId).ValueGeneratedNever();
        rest.Property(row => row.Version).IsConcurrencyToken();
        rest.HasIndex(row => row.RestingSince).HasFilter("""
            "RestingSince" IS NOT NULL
            """);
    }
}
