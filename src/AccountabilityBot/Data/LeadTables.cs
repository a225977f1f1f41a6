using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Promises;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountabilityBot.Data;

sealed class LeadTable : IEntityTypeConfiguration<Lead>
{
    public void Configure(EntityTypeBuilder<Lead> lead)
    {
        lead.ToTable("Leads").HasKey(row => row.Id);
        lead.Property(row => row.Id).ValueGeneratedNever();
        lead.Property(row => row.Version).IsConcurrencyToken();
        // JSON has no length of its own: what it holds is bounded at intake.
        lead.Property(row => row.Hands).HasConversion<Conversions.HandsToJson, Conversions.HandsComparer>().HasColumnType("text");
        lead.Property(row => row.Promise).HasConversion<Conversions.PromiseToJson, Conversions.PromiseComparer>().HasColumnType("text");
        lead.HasMany(row => row.EndedPromises).WithOne().HasForeignKey(promise => promise.LeadId);
        lead.Navigation(row => row.EndedPromises).HasField("_endedPromises").UsePropertyAccessMode(PropertyAccessMode.Field);
        lead.Property(row => row.RejectAnswer).HasMaxLength(Lead.MaxNote);
        lead.Property(row => row.DataWanted).HasMaxLength(Lead.MaxNote);
        lead.Property(row => row.RejectNote).HasMaxLength(Lead.MaxNote);
        lead.ComplexProperty(row => row.Facts, facts =>
        {
            facts.Property(fact => fact.Name).HasColumnName("Name");
            facts.Property(fact => fact.Company).HasColumnName("Company");
            facts.Property(fact => fact.Email).HasColumnName("Email");
            facts.Property(fact => fact.Phone).HasColumnName("Phone");
            facts.Property(fact => fact.Url).HasColumnName("Url").HasMaxLength(2_000);
            facts.Property(fact => fact.ValueMinor).HasColumnName("ValueMinor");
            facts.Property(fact => fact.Currency).HasColumnName("Currency").HasMaxLength(3);
            facts.Property(fact => fact.Campaign).HasColumnName("Campaign");
            facts.Property(fact => fact.Fields).HasColumnName("Fields")
                .HasConversion<Conversions.FieldsToJson, Conversions.FieldsComparer>().HasColumnType("text");
            facts.Property(fact => fact.DoNotCall).HasColumnName("DoNotCall");
            facts.Property(fact => fact.DoNotEmail).HasColumnName("DoNotEmail");
            facts.Ignore(fact => fact.AccountKey).Ignore(fact => fact.IsNotToBeContacted);
        });
        lead.HasMany(row => row.Offers).WithOne().HasForeignKey(offer => offer.LeadId);
        lead.Navigation(row => row.Offers).HasField("_offers").UsePropertyAccessMode(PropertyAccessMode.Field);
        lead.Ignore(row => row.OpenOffer).Ignore(row => row.LastOffer).Ignore(row => row.IsFollowUpAsked).Ignore(row => row.IsDispositionOwed);
        lead.Ignore(row => row.OpenReject).Ignore(row => row.Rejects);
        lead.HasMany(row => row.Dispositions).WithOne().HasForeignKey(disposition => disposition.LeadId);
        lead.Navigation(row => row.Dispositions).HasField("_dispositions").UsePropertyAccessMode(PropertyAccessMode.Field);

        lead.HasIndex(row => row.No).IsUnique();
        // Once-only: the same lead sent twice is one lead. The key first, for a list of outcomes may name it alone.
        lead.HasIndex(row => new { row.ExternalId, row.Source }).IsUnique();
        lead.HasIndex(row => new { row.Department, row.Rank, row.WaitingSince }, "IX_Leads_Queue")
            .HasFilter("""
                "State" = 1 AND "GuardianSince" IS NULL
                """);
        // Who has waited longest, whatever their rank.
        lead.HasIndex(row => new { row.Department, row.WaitingSince }, "IX_Leads_QueueAge")
            .HasFilter("""
                "State" = 1 AND "GuardianSince" IS NULL
                """);
        lead.HasIndex(row => row.AccountKey).HasFilter("""
            "AccountKey" IS NOT NULL AND "Owner" IS NOT NULL
            """);
        lead.HasIndex(row => row.Owner).HasFilter("""
            "Owner" IS NOT NULL
            """);
        // The sweep's one question: whose next rung is due.
        lead.HasIndex(row => row.NextRungAt).HasFilter("""
            "NextRungAt" IS NOT NULL
            """);
        lead.HasIndex(row => row.HeldUntil).HasFilter("""
            "HeldUntil" IS NOT NULL
            """);
        lead.HasIndex(row => row.UndoUntil).HasFilter("""
            "UndoUntil" IS NOT NULL
            """);
        // The guardian's list, the hottest first.
        lead.HasIndex(row => new { row.Department, row.Rank, row.GuardianSince }, "IX_Leads_GuardianList").HasFilter("""
            "GuardianSince" IS NOT NULL
            """);
        // Who joined it after its last message.
        lead.HasIndex(row => new { row.Department, row.GuardianReason, row.GuardianSince }, "IX_Leads_GuardianJoined").HasFilter("""
            "GuardianSince" IS NOT NULL
            """);
        // Whether any waits for the pool: a long queue of leads for one person is not read to find that there is none.
        lead.HasIndex(row => new { row.Department, row.Segment, row.Rank, row.WaitingSince }, "IX_Leads_QueueBySegment").HasFilter("""
            "State" = 1 AND "GuardianSince" IS NULL
            """);
        lead.HasIndex(row => new { row.Department, row.Rank, row.WaitingSince }, "IX_Leads_Reserved").HasFilter("""
            "State" = 1 AND "GuardianSince" IS NULL AND "ReservedFor" IS NOT NULL
            """);
        // Those that somebody gave up already: for them the others may not be enough.
        lead.HasIndex(row => new { row.Department, row.No }, "IX_Leads_GivenUp").HasFilter("""
            "State" = 1 AND "GuardianSince" IS NULL AND "Hands" <> '[]'
            """);
        // Whose owner is to be asked what became of it, in the order in which it comes due.
        lead.HasIndex(row => row.DispositionDueAt).HasFilter("""
            "DispositionDueAt" IS NOT NULL
            """);
        // What one person owes a word about, however many leads they have had.
        lead.HasIndex(row => row.Owner, "IX_Leads_WordOwed").HasFilter("""
            "DispositionAsks" > 0
            """);
        lead.HasIndex(row => row.RecycleAt).HasFilter("""
            "RecycleAt" IS NOT NULL
            """);
        // The pipeline that is open, or was at the end of a period, of however many leads there ever were.
        lead.HasIndex(row => row.EndedAt, "IX_Leads_Pipeline").HasFilter("""
            "OpportunitySince" IS NOT NULL
            """);
        // All that came of one inquiry, over every seam.
        lead.HasIndex(row => row.Origin).HasFilter("""
            "Origin" IS NOT NULL
            """);
        // All leads of one person, who asked not to be called or written to.
        lead.HasIndex(row => row.EmailKey);
        lead.HasIndex(row => row.PhoneKey);
        // What became of a campaign.
        lead.HasIndex(row => row.CampaignKey).HasFilter("""
            "CampaignKey" IS NOT NULL
            """);
        // Empty while all is well: the sweep that finds what nobody has looks here with every pass.
        lead.HasIndex(row => row.No, "IX_Leads_OfferedUntimed").HasFilter("""
            "State" = 2 AND "NextRungAt" IS NULL
            """);
        lead.HasIndex(row => row.No, "IX_Leads_Unowned").HasFilter("""
            "State" = 3 AND "Owner" IS NULL
            """);
    }
}

sealed class OfferTable : IEntityTypeConfiguration<Offer>
{
    const string Open = """
        "Outcome" IS NULL
        """;

    public void Configure(EntityTypeBuilder<Offer> offer)
    {
        offer.ToTable("Offers").HasKey(row => new { row.LeadId, row.No });
        offer.Property(row => row.No).ValueGeneratedNever();
        offer.Ignore(row => row.Reason);
        offer.Property(row => row.RejectAnswer).HasMaxLength(Lead.MaxNote);
        offer.Property(row => row.RejectNote).HasMaxLength(Lead.MaxNote);
        offer.Property(row => row.Reply).HasConversion<Conversions.ReplyToJson, Conversions.ReplyComparer>().HasColumnType("text");
        // One open offer per lead, whatever the code does.
        offer.HasIndex(row => row.LeadId, "IX_Offers_OneOpen").IsUnique().HasFilter(Open);
        offer.HasIndex(row => row.To).HasFilter(Open);
        // Figures and the council's drafts read what was answered in a period, and no more.
        offer.HasIndex(row => row.AnsweredAt, "IX_Offers_Answered").HasFilter("""
            "AnsweredAt" IS NOT NULL
            """);
    }
}

sealed class EndedPromiseTable : IEntityTypeConfiguration<EndedPromise>
{
    public void Configure(EntityTypeBuilder<EndedPromise> promise)
    {
        promise.ToTable("EndedPromises").HasKey(row => row.Id);
        promise.Property(row => row.Id).ValueGeneratedNever();
        // A week's figures are read by when promises ended, and cost what that week holds.
        promise.HasIndex(row => row.EndedAt);
    }
}

sealed class DispositionTable : IEntityTypeConfiguration<SavedDisposition>
{
    public void Configure(EntityTypeBuilder<SavedDisposition> disposition)
    {
        disposition.ToTable("Dispositions").HasKey(row => row.Id);
        disposition.Property(row => row.Id).ValueGeneratedNever();
        disposition.Property(row => row.Currency).HasMaxLength(3);
        // A week's figures are read by when it was decided, and cost what that week holds.
        disposition.HasIndex(row => new { row.At, row.To });
    }
}

/// <summary>The day on which a person was last asked, by their own clock.</summary>
sealed class DispositionAskTable : IEntityTypeConfiguration<DispositionAsk>
{
    public void Configure(EntityTypeBuilder<DispositionAsk> ask)
    {
        ask.ToTable("DispositionAsks").HasKey(row => row.PersonId);
        ask.Property(row => row.PersonId).ValueGeneratedNever();
        // Two servers at once: one of them has asked.
        ask.Property(row => row.On).IsConcurrencyToken();
    }
}

sealed class OutcomeLineTable : IEntityTypeConfiguration<OutcomeLine>
{
    public void Configure(EntityTypeBuilder<OutcomeLine> line)
    {
        line.ToTable("OutcomeLines").HasKey(row => row.Id);
        line.Property(row => row.Id).ValueGeneratedNever();
        // Of two servers that tell the same one is second.
        line.Property(row => row.NoticeId).IsConcurrencyToken();
        line.HasIndex(row => row.NoticeId);
        line.HasIndex(row => row.TellAt).HasFilter("""
            "NoticeId" IS NULL
            """);
    }
}

/// <summary>How somebody who asked for it must not be reached, by a hash of the address.</summary>
sealed class ContactBanTable : IEntityTypeConfiguration<ContactBan>
{
    public void Configure(EntityTypeBuilder<ContactBan> ban) => ban.ToTable("ContactBans").HasKey(row => row.Key);
}

sealed class CardPostTable : IEntityTypeConfiguration<CardPost>
{
    public void Configure(EntityTypeBuilder<CardPost> post)
    {
        post.ToTable("CardPosts").HasKey(row => row.Id);
        post.Property(row => row.Id).ValueGeneratedNever();
        post.HasIndex(row => row.LeadId);
        post.HasIndex(row => row.Person).HasFilter("""
            "State" = 4
            """);
        post.HasIndex(row => row.State, "IX_CardPosts_Uncalled").HasFilter("""
            "State" > 2 AND "Person" IS NOT NULL AND "CallDecidedAt" IS NULL
            """);
        // In the order in which a thread's cards go out.
        post.HasIndex(row => new { row.Thread, row.Rank, row.CreatedAt }, "IX_CardPosts_Due").HasFilter("""
            "Shown" < "Wanted" AND "State" < 3
            """);
        post.HasIndex(row => row.CreatedAt, "IX_CardPosts_Letters").HasFilter("""
            "State" IN (5, 8)
            """);
        // The few that stand; what has moved on or is gone is not read again.
        post.HasIndex(row => row.CreatedAt, "IX_CardPosts_GuardianLists").HasFilter("""
            "Kind" = 'lead.guardian-list' AND "State" <> 2 AND "State" <> 3
            """);
        // One person's own: read with their presses, however many cards they were ever sent.
        post.HasIndex(row => row.Person, "IX_CardPosts_DispositionsDue").HasFilter("""
            "Kind" = 'disposition.due'
            """);
        ReadersIndexes.Add(post);
    }
}

sealed class NoticeTable : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.ToTable("Notices").HasKey(row => row.Id);
        notice.Property(row => row.Id).ValueGeneratedNever();
        notice.Property(row => row.Argument).HasMaxLength(4_000);
        notice.HasIndex(row => row.Key).IsUnique();
        notice.HasIndex(row => row.Person).HasFilter("""
            "State" = 6
            """);
        // Who decides about a letter decides about the one that was read: a second press sends nothing twice.
        notice.Property(row => row.State).IsConcurrencyToken();
        notice.HasIndex(row => new { row.Thread, row.Class, row.Rank, row.CreatedAt }, "IX_Notices_Due").HasFilter("""
            "State" = 1
            """);
        notice.HasIndex(row => row.CreatedAt, "IX_Notices_Letters").HasFilter("""
            "State" IN (4, 5)
            """);
        ReadersIndexes.Add(notice);
    }
}
