using AccountabilityBot.Domain.Council;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountabilityBot.Data;

sealed class RuleChangeTable : IEntityTypeConfiguration<RuleChange>
{
    public void Configure(EntityTypeBuilder<RuleChange> change)
    {
        change.ToTable("RuleChanges").HasKey(row => row.Id);
        change.Property(row => row.Id).ValueGeneratedNever();
        change.Property(row => row.Version).IsConcurrencyToken();
        change.Property(row => row.Examples).HasConversion<Conversions.LeadNumbersToText, Conversions.LeadNumbersComparer>().HasMaxLength(200);
        change.Ignore(row => row.IsOpen).Ignore(row => row.Share);
        // Once a quarter, and never beside one that the council has still to decide.
        change.HasIndex(row => new { row.Source, row.Reason, row.FromDepartment, row.Quarter }, "IX_RuleChanges_OnceAQuarter").IsUnique();
        change.HasIndex(row => new { row.Source, row.Reason, row.FromDepartment }, "IX_RuleChanges_OneOpen").IsUnique().HasFilter("""
            "State" IN (1, 4)
            """);
    }
}
