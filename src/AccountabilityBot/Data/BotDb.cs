using AccountabilityBot.Domain;
using AccountabilityBot.Domain.Commitments;
using AccountabilityBot.Domain.Council;
using AccountabilityBot.Domain.Feedback;
using AccountabilityBot.Domain.Leads;
using AccountabilityBot.Domain.Numbers;
using AccountabilityBot.Domain.Promises;
using Microsoft.EntityFrameworkCore;

namespace AccountabilityBot.Data;

/// <summary>Everything the bot knows. Two providers derive from it, each with its own migrations.</summary>
public abstract class BotDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Lead> Leads => Set<Lead>();
    public DbSet<Offer> Offers => Set<Offer>();
    public DbSet<EndedPromise> EndedPromises => Set<EndedPromise>();
    public DbSet<SavedDisposition> Dispositions => Set<SavedDisposition>();
    public DbSet<DispositionAsk> DispositionAsks => Set<DispositionAsk>();
    public DbSet<OutcomeLine> OutcomeLines => Set<OutcomeLine>();
    public DbSet<ContactBan> ContactBans => Set<ContactBan>();
    public DbSet<CardPost> CardPosts => Set<CardPost>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<InboxEntry> Inbox => Set<InboxEntry>();
    public DbSet<LedgerEntry> Ledger => Set<LedgerEntry>();
    public DbSet<LedgerNote> LedgerNotes => Set<LedgerNote>();
    public DbSet<LedgerSeal> LedgerSeals => Set<LedgerSeal>();
    public DbSet<PersonRow> People => Set<PersonRow>();
    public DbSet<DirectoryFeed> DirectoryFeeds => Set<DirectoryFeed>();
    public DbSet<GroupMember> GroupMembers => Set<GroupMember>();
    public DbSet<MailboxRow> Mailboxes => Set<MailboxRow>();
    public DbSet<AppInstall> AppInstalls => Set<AppInstall>();
    public DbSet<PresenceRow> Presences => Set<PresenceRow>();
    public DbSet<PersonPhoto> PersonPhotos => Set<PersonPhoto>();
    public DbSet<TeamsUser> TeamsUsers => Set<TeamsUser>();
    public DbSet<DepartmentChannel> Channels => Set<DepartmentChannel>();
    public DbSet<Administrator> Administrators => Set<Administrator>();
    public DbSet<UnlistedPerson> UnlistedPeople => Set<UnlistedPerson>();
    public DbSet<ModelVersion> ModelVersions => Set<ModelVersion>();
    public DbSet<RotationTurn> RotationTurns => Set<RotationTurn>();
    public DbSet<Absence> Absences => Set<Absence>();
    public DbSet<PersonRest> PersonRests => Set<PersonRest>();
    public DbSet<Counter> Counters => Set<Counter>();
    public DbSet<ThreadPause> ThreadPauses => Set<ThreadPause>();
    public DbSet<Send> Sends => Set<Send>();
    public DbSet<Heartbeat> Heartbeats => Set<Heartbeat>();
    public DbSet<Mute> Mutes => Set<Mute>();
    public DbSet<Snooze> Snoozes => Set<Snooze>();
    public DbSet<TrackedNumber> Numbers => Set<TrackedNumber>();
    public DbSet<Ownership> Ownerships => Set<Ownership>();
    public DbSet<HandOver> HandOvers => Set<HandOver>();
    public DbSet<Challenge> Challenges => Set<Challenge>();
    public DbSet<NumberValue> NumberValues => Set<NumberValue>();
    public DbSet<QuestionGap> QuestionGaps => Set<QuestionGap>();
    public DbSet<LastAnswer> LastAnswers => Set<LastAnswer>();
    public DbSet<RuleChange> RuleChanges => Set<RuleChange>();
    public DbSet<ModelDraft> ModelDrafts => Set<ModelDraft>();
    public DbSet<CouncilDecision> CouncilDecisions => Set<CouncilDecision>();
    public DbSet<CouncilPack> CouncilPacks => Set<CouncilPack>();
    public DbSet<Experiment> Experiments => Set<Experiment>();
    public DbSet<MaturityAssessment> MaturityAssessments => Set<MaturityAssessment>();

    public DbSet<HandOffMoment> HandOffMoments => Set<HandOffMoment>();
    public DbSet<FeedbackTurn> FeedbackTurns => Set<FeedbackTurn>();
    public DbSet<PeerFeedback> PeerFeedback => Set<PeerFeedback>();
    public DbSet<Commitment> Commitments => Set<Commitment>();
    public DbSet<CommitmentListing> CommitmentListings => Set<CommitmentListing>();
    public DbSet<RhythmReminder> RhythmReminders => Set<RhythmReminder>();

    public DbSet<Digest> Digests => Set<Digest>();
    public DbSet<DigestDepartment> DigestDepartments => Set<DigestDepartment>();
    public DbSet<DigestSeam> DigestSeams => Set<DigestSeam>();
    public DbSet<DigestRead> DigestReads => Set<DigestRead>();

    /// <summary>
    /// Takes the next numbers of a counter, all at once. It commits by itself, so that a lead that is not stored in the
    /// end leaves a gap and holds nobody up.
    /// </summary>
    /// <returns>The first of <paramref name="count"/> numbers.</returns>
    public async Task<long> TakeNumbersAsync(string counter, int count, CancellationToken ct)
    {
        // One statement on both databases; the row lock of an UPDATE keeps two servers from taking the same numbers.
        var last = await Database.SqlQuery<long>(
            $"""UPDATE "Counters" SET "Value" = "Value" + {count} WHERE "Name" = {counter} RETURNING "Value" """).ToListAsync(ct);
        return last.Single() - count + 1;
    }

    /// <summary>Saves, and does in the same transaction what the database itself has to do.</summary>
    public virtual async Task SaveTogetherAsync(Func<Task> more, CancellationToken ct)
    {
        await using var together = await Database.BeginTransactionAsync(ct);
        await SaveChangesAsync(ct);
        await more();
        await together.CommitAsync(ct);
    }

    /// <summary>Whether the failed save broke a unique rule: somebody else was first.</summary>
    public abstract bool IsUniqueViolation(DbUpdateException failed);

    /// <summary>Whether the database was not there: it restarts, moves, or the way to it broke. It may be back in a moment.</summary>
    public virtual bool IsAway(Exception failed) => false;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<LeadId>().HaveConversion<Conversions.LeadIdToGuid>();
        configurationBuilder.Properties<PersonId>().HaveConversion<Conversions.PersonIdToGuid>();
        // Codes and ids are short; text from outside is bounded at intake.
        configurationBuilder.Properties<string>().HaveMaxLength(400);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfigurationsFromAssembly(
        typeof(BotDb).Assembly, type => type.Namespace == typeof(BotDb).Namespace);
}
