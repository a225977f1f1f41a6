using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AccountabilityBot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Cadence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CardPosts_Dead",
                table: "CardPosts");

            migrationBuilder.AddColumn<long>(
                name: "AskedHelpAt",
                table: "Commitments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EarlyHelpAt",
                table: "Commitments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EscalatedAt",
                table: "Commitments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "HelpAt",
                table: "Commitments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MoveReason",
                table: "Commitments",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MovedAt",
                table: "Commitments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "MovedFrom",
                table: "Commitments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Moves",
                table: "Commitments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "NextAt",
                table: "Commitments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OwnerLeftAt",
                table: "Commitments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsInformative",
                table: "CardPosts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "CommitmentListings",
                columns: table => new
                {
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommitmentListings", x => new { x.SubjectId, x.CommitmentId });
                });

            migrationBuilder.CreateTable(
                name: "CouncilDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Verdict = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ModelVersion = table.Column<int>(type: "INTEGER", nullable: true),
                    TouchesPromises = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CouncilDecisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CouncilPacks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    IsOver = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CouncilPacks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DigestDepartments",
                columns: table => new
                {
                    Department = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DigestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DigestDepartments", x => new { x.Department, x.On });
                });

            migrationBuilder.CreateTable(
                name: "DigestReads",
                columns: table => new
                {
                    DigestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DigestReads", x => new { x.DigestId, x.PersonId });
                });

            migrationBuilder.CreateTable(
                name: "Digests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ChannelId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Departments = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsQuiet = table.Column<bool>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "text", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Digests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DigestSeams",
                columns: table => new
                {
                    DigestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Department = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Seam = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Figures = table.Column<string>(type: "text", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DigestSeams", x => new { x.DigestId, x.Department, x.Seam, x.From, x.To });
                });

            migrationBuilder.CreateTable(
                name: "Experiments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Hypothesis = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    NumberId = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Owner = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Result = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    AddedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Experiments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MaturityAssessments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Quarter = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RemindedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SkippedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Scores = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MaturityAssessments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ModelDrafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    BaseVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1048576, nullable: false),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModelDrafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RhythmReminders",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RhythmReminders", x => new { x.PersonId, x.On });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Ledger_Taken",
                table: "Ledger",
                column: "At",
                filter: "\"Kind\" = 'lead.taken'");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_AtWork",
                table: "Leads",
                column: "ReceivedAt",
                filter: "\"State\" = 3");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_InQueue",
                table: "Leads",
                column: "WaitingSince",
                filter: "\"State\" = 1 AND \"GuardianSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_ReceivedAt",
                table: "Leads",
                column: "ReceivedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_Silent",
                table: "Leads",
                column: "ReceivedAt",
                filter: "\"DispositionAsks\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_WithGuardian",
                table: "Leads",
                column: "GuardianSince",
                filter: "\"GuardianSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_ClosedOfDepartment",
                table: "Commitments",
                columns: new[] { "Department", "ClosedAt" },
                filter: "\"ClosedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_Next",
                table: "Commitments",
                column: "NextAt",
                filter: "\"NextAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_OfDepartment",
                table: "Commitments",
                columns: new[] { "Department", "DueOn" },
                filter: "\"State\" = 1");

            migrationBuilder.CreateIndex(
                name: "IX_CardPosts_DigestsWithoutAPlace",
                table: "CardPosts",
                column: "CreatedAt",
                filter: "\"Kind\" = 'cadence.digest' AND \"State\" = 3 AND \"ToldAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CardPosts_Letters",
                table: "CardPosts",
                column: "CreatedAt",
                filter: "\"State\" IN (5, 8)");

            migrationBuilder.CreateIndex(
                name: "IX_CommitmentListings_CommitmentId",
                table: "CommitmentListings",
                column: "CommitmentId");

            migrationBuilder.CreateIndex(
                name: "IX_CouncilDecisions_At",
                table: "CouncilDecisions",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_CouncilDecisions_SubjectId",
                table: "CouncilDecisions",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_CouncilPacks_On",
                table: "CouncilPacks",
                column: "On",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Digests_Key",
                table: "Digests",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DigestSeams_Department_On",
                table: "DigestSeams",
                columns: new[] { "Department", "On" },
                filter: "\"On\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Experiments_State",
                table: "Experiments",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_MaturityAssessments_Quarter_PersonId",
                table: "MaturityAssessments",
                columns: new[] { "Quarter", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ModelDrafts_Hash_BaseVersion",
                table: "ModelDrafts",
                columns: new[] { "Hash", "BaseVersion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ModelDrafts_State",
                table: "ModelDrafts",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_RhythmReminders_On",
                table: "RhythmReminders",
                column: "On");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CommitmentListings");

            migrationBuilder.DropTable(
                name: "CouncilDecisions");

            migrationBuilder.DropTable(
                name: "CouncilPacks");

            migrationBuilder.DropTable(
                name: "DigestDepartments");

            migrationBuilder.DropTable(
                name: "DigestReads");

            migrationBuilder.DropTable(
                name: "Digests");

            migrationBuilder.DropTable(
                name: "DigestSeams");

            migrationBuilder.DropTable(
                name: "Experiments");

            migrationBuilder.DropTable(
                name: "MaturityAssessments");

            migrationBuilder.DropTable(
                name: "ModelDrafts");

            migrationBuilder.DropTable(
                name: "RhythmReminders");

            migrationBuilder.DropIndex(
                name: "IX_Ledger_Taken",
                table: "Ledger");

            migrationBuilder.DropIndex(
                name: "IX_Leads_AtWork",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_InQueue",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_ReceivedAt",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_Silent",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_WithGuardian",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_ClosedOfDepartment",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_Next",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_OfDepartment",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_CardPosts_DigestsWithoutAPlace",
                table: "CardPosts");

            migrationBuilder.DropIndex(
                name: "IX_CardPosts_Letters",
                table: "CardPosts");

            migrationBuilder.DropColumn(
                name: "AskedHelpAt",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "EarlyHelpAt",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "EscalatedAt",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "HelpAt",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "MoveReason",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "MovedAt",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "MovedFrom",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "Moves",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "NextAt",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "OwnerLeftAt",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "IsInformative",
                table: "CardPosts");

            migrationBuilder.CreateIndex(
                name: "IX_CardPosts_Dead",
                table: "CardPosts",
                column: "CreatedAt",
                filter: "\"State\" = 5");
        }
    }
}
