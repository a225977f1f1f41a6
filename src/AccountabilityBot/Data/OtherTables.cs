using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountabilityBot.Data;

sealed class InboxTable : IEntityTypeConfiguration<InboxEntry>
{
    public void Configure(EntityTypeBuilder<InboxEntry> inbox)
    {
        inbox.ToTable("Inbox").HasKey(row => new { row.ConversationId, row.ActivityId, row.Kind });
        inbox.HasIndex(row => row.At);
    }
}

sealed class LedgerTable : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> ledger)
    {
        ledger.ToTable("Ledger").HasKey(row => row.Seq);
        ledger.HasIndex(row => row.LeadId);
        ledger.Property(row => row.NumberId).HasMaxLength(60);
        ledger.HasIndex(row => row.NumberId).HasFilter("""
            "NumberId" IS NOT NULL
            """);
        ledger.HasOne(row => row.Note).WithOne().HasForeignKey<LedgerNote>(note => note.Seq);
    }
}

sealed class LedgerNoteTable : IEntityTypeConfiguration<LedgerNote>
{
    public void Configure(EntityTypeBuilder<LedgerNote> note)
    {
        note.ToTable("LedgerNotes").HasKey(row => row.Seq);
        note.Property(row => row.Seq).ValueGeneratedNever();
        note.Property(row => row.Text).HasMaxLength(4_000);
    }
}

sealed class LedgerSealTable : IEntityTypeConfiguration<LedgerSeal>
{
    public void Configure(EntityTypeBuilder<LedgerSeal> seal)
    {
        seal.ToTable("LedgerSeals").HasKey(row => row.Id);
        seal.HasIndex(row => row.FromSeq).IsUnique();
    }
}

sealed class PersonTable : IEntityTypeConfiguration<PersonRow>
{
    public void Configure(EntityTypeBuilder<PersonRow> person)
    {
        person.ToTable("People").HasKey(row => row.Id);
        person.Property(row => row.Id).ValueGeneratedNever();
        person.HasIndex(row => row.ObjectId).IsUnique();
    }
}

sealed class TeamsUserTable : IEntityTypeConfiguration<TeamsUser>
{
    public void Configure(EntityTypeBuilder<TeamsUser> user)
    {
        user.ToTable("TeamsUsers").HasKey(row => row.PersonId);
        user.Property(row => row.PersonId).ValueGeneratedNever();
    }
}

sealed class DepartmentChannelTable : IEntityTypeConfiguration<DepartmentChannel>
{
    public void Configure(EntityTypeBuilder<DepartmentChannel> channel)
    {
        channel.ToTable("Channels").HasKey(row => row.Department);
        channel.HasIndex(row => row.ChannelId);
    }
}

sealed class AdministratorTable : IEntityTypeConfiguration<Administrator>
{
    public void Configure(EntityTypeBuilder<Administrator> administrator)
    {
        administrator.ToTable("Administrators").HasKey(row => row.PersonId);
        administrator.Property(row => row.PersonId).ValueGeneratedNever();
    }
}

sealed class UnlistedPersonTable : IEntityTypeConfiguration<UnlistedPerson>
{
    public void Configure(EntityTypeBuilder<UnlistedPerson> person) => person.ToTable("UnlistedPeople").HasKey(row => row.ObjectId);
}

sealed class ModelVersionTable : IEntityTypeConfiguration<ModelVersion>
{
    public void Configure(EntityTypeBuilder<ModelVersion> version)
    {
        version.ToTable("ModelVersions").HasKey(row => row.No);
        version.Property(row => row.No).ValueGeneratedNever();
        // A model file may be as large as a megabyte; everything else is short.
        version.Property(row => row.Text).HasMaxLength(1_048_576);
    }
}

sealed class RotationTurnTable : IEntityTypeConfiguration<RotationTurn>
{
    public void Configure(EntityTypeBuilder<RotationTurn> turn) =>
        turn.ToTable("RotationTurns").HasKey(row => new { row.Department, row.PersonId });
}

sealed class CounterTable : IEntityTypeConfiguration<Counter>
{
    /// <summary>The number before the first lead's: people read L-1001 as a number, and L-1 as a row.</summary>
    const long BeforeTheFirstLead = 1_000;

    public void Configure(EntityTypeBuilder<Counter> counter)
    {
        counter.ToTable("Counters").HasKey(row => row.Name);
        counter.HasData(new Counter("lead", BeforeTheFirstLead));
    }
}

sealed class ThreadPauseTable : IEntityTypeConfiguration<ThreadPause>
{
    public void Configure(EntityTypeBuilder<ThreadPause> pause) => pause.ToTable("ThreadPauses").HasKey(row => row.Thread);
}

sealed class HeartbeatTable : IEntityTypeConfiguration<Heartbeat>
{
    public void Configure(EntityTypeBuilder<Heartbeat> heartbeat) => heartbeat.ToTable("Heartbeats").HasKey(row => row.Name);
}
