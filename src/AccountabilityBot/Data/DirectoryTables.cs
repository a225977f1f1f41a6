using AccountabilityBot.Domain;
using AccountabilityBot.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountabilityBot.Data;

/// <summary>One thing that is read from Microsoft Graph again and again, and how that goes.</summary>
public sealed class DirectoryFeed
{
    /// <summary><c>users</c>, <c>group:ID</c>, <c>team:ID</c>, <c>mailboxes</c>, <c>presence</c>, <c>photos</c>, <c>installs</c>: literals that never change.</summary>
    public required string Name { get; init; }

    /// <summary>Where to go on: the next page of a reading under way, or the changes since the last one.</summary>
    public string? Link { get; set; }

    /// <summary>Of the whole reading under way or, if none is, of the last one; counts from 1.</summary>
    public int Reading { get; set; }

    /// <summary>Whether a whole reading is under way.</summary>
    public bool IsReadingAll { get; set; }

    /// <summary>Pages of the reading under way: one that never ends is given up.</summary>
    public int Pages { get; set; }

    /// <summary>Of those, how many in a row had nothing in them.</summary>
    public int EmptyPages { get; set; }

    /// <summary>Accounts that were told of since the company's picture was last drawn.</summary>
    public int Changes { get; set; }

    /// <summary>Counts what has changed for the company; every server draws its picture anew when it does.</summary>
    public int Settled { get; set; }

    /// <summary>UTC; when everything was last read whole.</summary>
    public DateTimeOffset? ReadAllAt { get; set; }

    /// <summary>UTC; the state of the directory that is known here.</summary>
    public DateTimeOffset? KnownAt { get; set; }

    /// <summary>UTC; not to be asked before.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>In a row.</summary>
    public int Failures { get; set; }

    /// <summary>UTC; since when it does not work.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>What Graph said last, in its own words: a status and a code.</summary>
    public string? Problem { get; set; }

    /// <summary>The application permission that is missing.</summary>
    public string? Permission { get; set; }

    /// <summary>People who would leave at once, more than is usual: an administrator says whether that is true.</summary>
    public int Held { get; set; }

    /// <summary>UTC; when the administrators were told of what is wrong. None: they were not, or nothing is.</summary>
    public DateTimeOffset? ToldAt { get; set; }

    /// <summary>Two servers at once: the second looks again.</summary>
    public int Version { get; set; }
}

/// <summary>Who is in a group or a team that the model asks for.</summary>
public sealed class GroupMember
{
    /// <summary>Object id, lower case.</summary>
    public required string GroupId { get; init; }

    /// <summary>Object id of the person, lower case.</summary>
    public required string ObjectId { get; init; }

    /// <summary>The last whole reading of the group in which they were in it.</summary>
    public int Reading { get; set; }
}

/// <summary>What a person's mailbox says of when they work.</summary>
public sealed class MailboxRow
{
    public PersonId PersonId { get; init; }

    /// <summary>UTC; to be read again.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>UTC; none: never.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>IANA, or a zone of the mailbox's own written out.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Working hours as a model file writes them, <c>mon-fri: 09:00-17:00</c>; none: nobody set them.</summary>
    public string? Hours { get; set; }

    /// <summary>The automatic replies as they were read last: the same setting is not taken for an absence twice.</summary>
    public string? Replies { get; set; }

    /// <summary>Why its hours do not count, or why it cannot be read: a literal.</summary>
    public string? Problem { get; set; }
}

/// <summary>The app in the chat of somebody whom the bot has never seen: what came of installing it there.</summary>
public sealed class AppInstall
{
    public PersonId PersonId { get; init; }

    /// <summary>UTC; not tried again before.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>What Graph said; none: it is installed.</summary>
    public string? Problem { get; set; }
}

/// <summary>Somebody who is not to be disturbed, or shown as out of the office; who is neither has no row.</summary>
public sealed class PresenceRow
{
    public PersonId PersonId { get; init; }

    public Presence Presence { get; set; }
}

/// <summary>A small picture of a person, as the directory has it.</summary>
public sealed class PersonPhoto
{
    public PersonId PersonId { get; init; }

    /// <summary>None: they have none.</summary>
    public byte[]? Bytes { get; set; }

    /// <summary>UTC; to be asked for again.</summary>
    public DateTimeOffset DueAt { get; set; }
}

sealed class DirectoryFeedTable : IEntityTypeConfiguration<DirectoryFeed>
{
    public void Configure(EntityTypeBuilder<DirectoryFeed> feed)
    {
        feed.ToTable("DirectoryFeeds").HasKey(row => row.Name);
        // A link carries its whole state in itself, and may be long.
        feed.Property(row => row.Link).HasMaxLength(16_384);
        feed.Property(row => row.Version).IsConcurrencyToken();
    }
}

sealed class GroupMemberTable : IEntityTypeConfiguration<GroupMember>
{
    public void Configure(EntityTypeBuilder<GroupMember> member) => member.ToTable("GroupMembers").HasKey(row => new { row.GroupId, row.ObjectId });
}

sealed class MailboxTable : IEntityTypeConfiguration<MailboxRow>
{
    public void Configure(EntityTypeBuilder<MailboxRow> mailbox)
    {
        mailbox.ToTable("Mailboxes").HasKey(row => row.PersonId);
        mailbox.Property(row => row.PersonId).ValueGeneratedNever();
        mailbox.HasIndex(row => row.DueAt);
    }
}

sealed class AppInstallTable : IEntityTypeConfiguration<AppInstall>
{
    public void Configure(EntityTypeBuilder<AppInstall> install)
    {
        install.ToTable("AppInstalls").HasKey(row => row.PersonId);
        install.Property(row => row.PersonId).ValueGeneratedNever();
    }
}

sealed class PresenceTable : IEntityTypeConfiguration<PresenceRow>
{
    public void Configure(EntityTypeBuilder<PresenceRow> presence)
    {
        presence.ToTable("Presences").HasKey(row => row.PersonId);
        presence.Property(row => row.PersonId).ValueGeneratedNever();
    }
}

sealed class PersonPhotoTable : IEntityTypeConfiguration<PersonPhoto>
{
    public void Configure(EntityTypeBuilder<PersonPhoto> photo)
    {
        photo.ToTable("PersonPhotos").HasKey(row => row.PersonId);
        photo.Property(row => row.PersonId).ValueGeneratedNever();
        photo.HasIndex(row => row.DueAt);
    }
}
