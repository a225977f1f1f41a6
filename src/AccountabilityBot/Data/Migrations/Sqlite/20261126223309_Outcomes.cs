using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AccountabilityBot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Outcomes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Leads_Source_ExternalId",
                table: "Leads");

            migrationBuilder.AddColumn<string>(
                name: "RejectAnswer",
                table: "Offers",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RejectNote",
                table: "Offers",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RejectReason",
                table: "Offers",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reply",
                table: "Offers",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SubjectId",
                table: "Notices",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CampaignKey",
                table: "Leads",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DataWanted",
                table: "Leads",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DispositionAsks",
                table: "Leads",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "DispositionCode",
                table: "Leads",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DispositionDueAt",
                table: "Leads",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DispositionReason",
                table: "Leads",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DispositionsMade",
                table: "Leads",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "DoNotCall",
                table: "Leads",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "DoNotEmail",
                table: "Leads",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "EmailKey",
                table: "Leads",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EndedAt",
                table: "Leads",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FirstContactedAt",
                table: "Leads",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LastCampaign",
                table: "Leads",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "MeetingOn",
                table: "Leads",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OpportunityCurrency",
                table: "Leads",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OpportunityMinor",
                table: "Leads",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OpportunitySince",
                table: "Leads",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Origin",
                table: "Leads",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Parent",
                table: "Leads",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PhoneKey",
                table: "Leads",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RecycleAt",
                table: "Leads",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Stage",
                table: "Leads",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SubjectId",
                table: "CardPosts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Commitments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Owner = table.Column<Guid>(type: "TEXT", nullable: false),
                    Department = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DropReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    FeedbackId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LeadId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Commitments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ContactBans",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    DoNotCall = table.Column<bool>(type: "INTEGER", nullable: false),
                    DoNotEmail = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContactBans", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "DispositionAsks",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DispositionAsks", x => x.PersonId);
                });

            migrationBuilder.CreateTable(
                name: "Dispositions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LeadId = table.Column<Guid>(type: "TEXT", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: false),
                    To = table.Column<int>(type: "INTEGER", nullable: false),
                    ValueMinor = table.Column<long>(type: "INTEGER", nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    MeetingOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RecycleOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Budget = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Authority = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Need = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Timing = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Bought = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    IsBeforeArrival = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Dispositions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Dispositions_Leads_LeadId",
                        column: x => x.LeadId,
                        principalTable: "Leads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FeedbackTurns",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeedbackTurns", x => x.PersonId);
                });

            migrationBuilder.CreateTable(
                name: "HandOffMoments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LeadId = table.Column<Guid>(type: "TEXT", nullable: false),
                    About = table.Column<int>(type: "INTEGER", nullable: false),
                    Giver = table.Column<Guid>(type: "TEXT", nullable: false),
                    Receiver = table.Column<Guid>(type: "TEXT", nullable: true),
                    FromDepartment = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ToDepartment = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandOffMoments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OutcomeLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LeadId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Thread = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: true),
                    Department = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    TellAt = table.Column<long>(type: "INTEGER", nullable: false),
                    NoticeId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutcomeLines", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PeerFeedback",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    LeadId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Giver = table.Column<Guid>(type: "TEXT", nullable: false),
                    Receiver = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsForDepartment = table.Column<bool>(type: "INTEGER", nullable: false),
                    About = table.Column<int>(type: "INTEGER", nullable: false),
                    FromDepartment = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ToDepartment = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RemindedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    NextAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Scores = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    MayShare = table.Column<bool>(type: "INTEGER", nullable: false),
                    ThankedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SharedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeerFeedback", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RuleChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    FromDepartment = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ToDepartment = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Answers = table.Column<int>(type: "INTEGER", nullable: false),
                    Rejects = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    Examples = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Quarter = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    DraftedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RuleChanges", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Offers_Answered",
                table: "Offers",
                column: "AnsweredAt",
                filter: "\"AnsweredAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_CampaignKey",
                table: "Leads",
                column: "CampaignKey",
                filter: "\"CampaignKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_DispositionDueAt",
                table: "Leads",
                column: "DispositionDueAt",
                filter: "\"DispositionDueAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_EmailKey",
                table: "Leads",
                column: "EmailKey");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_ExternalId_Source",
                table: "Leads",
                columns: new[] { "ExternalId", "Source" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Leads_OfSender",
                table: "Leads",
                columns: new[] { "FromPerson", "ReceivedAt" },
                filter: "\"FromPerson\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_Origin",
                table: "Leads",
                column: "Origin",
                filter: "\"Origin\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_PhoneKey",
                table: "Leads",
                column: "PhoneKey");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_Pipeline",
                table: "Leads",
                column: "EndedAt",
                filter: "\"OpportunitySince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_RecycleAt",
                table: "Leads",
                column: "RecycleAt",
                filter: "\"RecycleAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_RejectedBy",
                table: "Leads",
                columns: new[] { "RejectedBy", "RejectedAt" },
                filter: "\"RejectedBy\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_WordOwed",
                table: "Leads",
                column: "Owner",
                filter: "\"DispositionAsks\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_CardPosts_DispositionsDue",
                table: "CardPosts",
                column: "Person",
                filter: "\"Kind\" = 'disposition.due'");

            migrationBuilder.CreateIndex(
                name: "IX_CardPosts_SubjectId",
                table: "CardPosts",
                column: "SubjectId",
                filter: "\"SubjectId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_FeedbackId",
                table: "Commitments",
                column: "FeedbackId",
                filter: "\"FeedbackId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_Open",
                table: "Commitments",
                columns: new[] { "Owner", "DueOn" },
                filter: "\"State\" = 1");

            migrationBuilder.CreateIndex(
                name: "IX_Dispositions_At_To",
                table: "Dispositions",
                columns: new[] { "At", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_Dispositions_LeadId",
                table: "Dispositions",
                column: "LeadId");

            migrationBuilder.CreateIndex(
                name: "IX_HandOffMoments_DueAt",
                table: "HandOffMoments",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeLines_NoticeId",
                table: "OutcomeLines",
                column: "NoticeId");

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeLines_TellAt",
                table: "OutcomeLines",
                column: "TellAt",
                filter: "\"NoticeId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PeerFeedback_OfPair",
                table: "PeerFeedback",
                columns: new[] { "FromDepartment", "ToDepartment", "ClosedAt" },
                filter: "\"ClosedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PeerFeedback_Once",
                table: "PeerFeedback",
                columns: new[] { "LeadId", "Giver" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PeerFeedback_Open",
                table: "PeerFeedback",
                column: "NextAt",
                filter: "\"State\" = 1");

            migrationBuilder.CreateIndex(
                name: "IX_RuleChanges_OnceAQuarter",
                table: "RuleChanges",
                columns: new[] { "Source", "Reason", "FromDepartment", "Quarter" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RuleChanges_OneOpen",
                table: "RuleChanges",
                columns: new[] { "Source", "Reason", "FromDepartment" },
                unique: true,
                filter: "\"State\" IN (1, 4)");

            // By what a buyer is known again (ContactKeys folds what comes from now on): the wishes of those who are here already count, too.
            // SQLite has no pattern that replaces; what people write between digits is these.
            migrationBuilder.Sql(
                """
                UPDATE "Leads" SET
                  "EmailKey" = nullif(lower(trim("Email")), ''),
                  "PhoneKey" = CASE WHEN length(replace(replace(replace(replace(replace(replace(replace("Phone", ' ', ''), '-', ''), '(', ''), ')', ''), '+', ''), '/', ''), '.', '')) >= 6
                    THEN nullif(ltrim(replace(replace(replace(replace(replace(replace(replace("Phone", ' ', ''), '-', ''), '(', ''), ')', ''), '+', ''), '/', ''), '.', ''), '0'), '') END
                WHERE "Email" IS NOT NULL OR "Phone" IS NOT NULL;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Commitments");

            migrationBuilder.DropTable(
                name: "ContactBans");

            migrationBuilder.DropTable(
                name: "DispositionAsks");

            migrationBuilder.DropTable(
                name: "Dispositions");

            migrationBuilder.DropTable(
                name: "FeedbackTurns");

            migrationBuilder.DropTable(
                name: "HandOffMoments");

            migrationBuilder.DropTable(
                name: "OutcomeLines");

            migrationBuilder.DropTable(
                name: "PeerFeedback");

            migrationBuilder.DropTable(
                name: "RuleChanges");

            migrationBuilder.DropIndex(
                name: "IX_Offers_Answered",
                table: "Offers");

            migrationBuilder.DropIndex(
                name: "IX_Leads_CampaignKey",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_DispositionDueAt",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_EmailKey",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_ExternalId_Source",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_OfSender",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_Origin",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_PhoneKey",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_Pipeline",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_RecycleAt",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_RejectedBy",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_WordOwed",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_CardPosts_DispositionsDue",
                table: "CardPosts");

            migrationBuilder.DropIndex(
                name: "IX_CardPosts_SubjectId",
                table: "CardPosts");

            migrationBuilder.DropColumn(
                name: "RejectAnswer",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "RejectNote",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "RejectReason",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "Reply",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "SubjectId",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "CampaignKey",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "DataWanted",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "DispositionAsks",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "DispositionCode",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "DispositionDueAt",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "DispositionReason",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "DispositionsMade",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "DoNotCall",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "DoNotEmail",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "EmailKey",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "EndedAt",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "FirstContactedAt",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "LastCampaign",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "MeetingOn",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "OpportunityCurrency",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "OpportunityMinor",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "OpportunitySince",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "Parent",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "PhoneKey",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "RecycleAt",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "Stage",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "SubjectId",
                table: "CardPosts");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_Source_ExternalId",
                table: "Leads",
                columns: new[] { "Source", "ExternalId" },
                unique: true);
        }
    }
}
