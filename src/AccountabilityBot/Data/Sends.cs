using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountabilityBot.Data;

/// <summary>A message that went out, or was about to: written with the claim, so that a new leader knows the last hour's pace.</summary>
public sealed class Send
{
    public long Id { get; init; }

    /// <summary>As Teams counts: a channel's id without <c>;messageid</c>, or <c>person:</c> and the person's key.</summary>
    public required string Thread { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; init; }
}

sealed class SendTable : IEntityTypeConfiguration<Send>
{
    public void Configure(EntityTypeBuilder<Send> send)
    {
        send.ToTable("Sends").HasKey(row => row.Id);
        send.HasIndex(row => row.At);
    }
}
