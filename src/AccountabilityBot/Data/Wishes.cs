using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountabilityBot.Data;

/// <summary>A person wants none of these.</summary>
/// <param name="Since">UTC.</param>
public sealed record Mute(PersonId PersonId, Muted What, DateTimeOffset Since);

/// <summary>A person wants no reminder of a lead for a while. The row goes when the while is over.</summary>
public sealed class Snooze
{
    public PersonId PersonId { get; init; }

    public LeadId LeadId { get; init; }

    /// <summary>UTC. Guards the row's end: who snoozes again in that very moment is not reminded.</summary>
    public DateTimeOffset Until { get; set; }
}

sealed class MuteTable : IEntityTypeConfiguration<Mute>
{
    public void Configure(EntityTypeBuilder<Mute> mute) => mute.ToTable("Mutes").HasKey(row => new { row.PersonId, row.What });
}

sealed class SnoozeTable : IEntityTypeConfiguration<Snooze>
{
    public void Configure(EntityTypeBuilder<Snooze> snooze)
    {
        snooze.ToTable("Snoozes").HasKey(row => new { row.PersonId, row.LeadId });
        snooze.Property(row => row.Until).IsConcurrencyToken();
        // Only those that still run stand in the table.
        snooze.HasIndex(row => row.Until);
    }
}

/// <summary>What a person was told, and what was kept back: for the day's budget, for a bundle, and for who asks why.</summary>
static class ReadersIndexes
{
    public static void Add<T>(EntityTypeBuilder<T> table) where T : Outgoing
    {
        var name = table.Metadata.GetTableName();
        table.HasIndex(row => new { row.Person, row.CreatedAt }, $"IX_{name}_OfPerson").HasFilter("""
            "Person" IS NOT NULL
            """);
        table.HasIndex(row => new { row.Person, row.LetThroughAt }, $"IX_{name}_Counted").HasFilter("""
            "Counts"
            """);
        table.HasIndex(row => row.BundleId, $"IX_{name}_Bundle").HasFilter("""
            "BundleId" IS NOT NULL
            """);
    }
}
