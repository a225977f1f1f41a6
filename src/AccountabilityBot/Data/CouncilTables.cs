using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Council;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountabilityBot.Data;

/// <summary>One decision of the council. A proposal that was parked may have several.</summary>
public sealed class CouncilDecision
{
    public Guid Id { get; init; }

    /// <summary>A literal of <see cref="CouncilSubjects"/>.</summary>
    public required string What { get; init; }

    /// <summary>Of the rule change or the draft.</summary>
    public Guid SubjectId { get; init; }

    public CouncilVerdict Verdict { get; init; }

    public PersonId By { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>In the decider's own words.</summary>
    public string? Why { get; init; }

    /// <summary>UTC; from then to <see cref="At"/> it waited.</summary>
    public DateTimeOffset ProposedAt { get; init; }

    /// <summary>The version of the model that came into force with it.</summary>
    public int? ModelVersion { get; init; }

    /// <summary>Whether it changed what people promise each other: then it is asked whether more promises are kept since.</summary>
    public bool TouchesPromises { get; init; }
}

/// <summary>One meeting's pack: the day tells which, so that there is one of a day.</summary>
public sealed class CouncilPack
{
    public Guid Id { get; init; }

    /// <summary>By the company's calendar.</summary>
    public DateOnly On { get; init; }

    /// <summary>Goes up with whatever its card shows.</summary>
    public int Version { get; set; } = 1;

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The next one has taken its place: its card says so, and asks nothing any more.</summary>
    public bool IsOver { get; set; }
}

sealed class CouncilDecisionTable : IEntityTypeConfiguration<CouncilDecision>
{
    public void Configure(EntityTypeBuilder<CouncilDecision> decision)
    {
        decision.ToTable("CouncilDecisions").HasKey(row => row.Id);
        decision.Property(row => row.Id).ValueGeneratedNever();
        decision.Property(row => row.What).HasMaxLength(40);
        decision.Property(row => row.Why).HasMaxLength(CouncilRefusals.LongestWhy);
        decision.HasIndex(row => row.At);
        decision.HasIndex(row => row.SubjectId);
    }
}

sealed class CouncilPackTable : IEntityTypeConfiguration<CouncilPack>
{
    public void Configure(EntityTypeBuilder<CouncilPack> pack)
    {
        pack.ToTable("CouncilPacks").HasKey(row => row.Id);
        pack.Property(row => row.Id).ValueGeneratedNever();
        pack.Property(row => row.Version).IsConcurrencyToken();
        pack.HasIndex(row => row.On).IsUnique();
    }
}

sealed class ModelDraftTable : IEntityTypeConfiguration<ModelDraft>
{
    public void Configure(EntityTypeBuilder<ModelDraft> draft)
    {
        draft.ToTable("ModelDrafts").HasKey(row => row.Id);
        draft.Property(row => row.Id).ValueGeneratedNever();
        draft.Property(row => row.Version).IsConcurrencyToken();
        draft.Property(row => row.Hash).HasMaxLength(64);
        draft.Property(row => row.Text).HasMaxLength(1_048_576);
        draft.Ignore(row => row.IsOpen);
        // The same file proposed twice against the same version is one proposal.
        draft.HasIndex(row => new { row.Hash, row.BaseVersion }).IsUnique();
        draft.HasIndex(row => row.State);
    }
}

sealed class ExperimentTable : IEntityTypeConfiguration<Experiment>
{
    public void Configure(EntityTypeBuilder<Experiment> experiment)
    {
        experiment.ToTable("Experiments").HasKey(row => row.Id);
        experiment.Property(row => row.Id).ValueGeneratedNever();
        experiment.Property(row => row.Version).IsConcurrencyToken();
        experiment.Property(row => row.NumberId).HasMaxLength(60);
        experiment.Property(row => row.Hypothesis).HasMaxLength(Experiment.LongestHypothesis);
        experiment.Property(row => row.Result).HasMaxLength(CouncilRefusals.LongestWhy);
        experiment.HasIndex(row => row.State);
    }
}

sealed class MaturityAssessmentTable : IEntityTypeConfiguration<MaturityAssessment>
{
    public void Configure(EntityTypeBuilder<MaturityAssessment> assessment)
    {
        assessment.ToTable("MaturityAssessments").HasKey(row => row.Id);
        assessment.Property(row => row.Id).ValueGeneratedNever();
        assessment.Property(row => row.Version).IsConcurrencyToken();
        assessment.Property(row => row.Quarter).HasMaxLength(10);
        assessment.Property(row => row.Scores).HasConversion<Conversions.ScoresToJson, Conversions.ScoresComparer>().HasMaxLength(200);
        assessment.HasIndex(row => new { row.Quarter, row.PersonId }).IsUnique();
    }
}

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
