using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AccountabilityBot.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddPeerFeedback : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "SubjectId",
                table: "Notices",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SubjectId",
                table: "CardPosts",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Commitments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Owner = table.Column<Guid>(type: "uuid", nullable: false),
                    Department = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DropReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    FeedbackId = table.Column<Guid>(type: "uuid", nullable: true),
                    LeadId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Commitments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FeedbackTurns",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeedbackTurns", x => x.PersonId);
                });

            migrationBuilder.CreateTable(
                name: "HandOffMoments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LeadId = table.Column<Guid>(type: "uuid", nullable: false),
                    About = table.Column<int>(type: "integer", nullable: false),
                    Giver = table.Column<Guid>(type: "uuid", nullable: false),
                    Receiver = table.Column<Guid>(type: "uuid", nullable: true),
                    FromDepartment = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ToDepartment = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandOffMoments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PeerFeedback",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    LeadId = table.Column<Guid>(type: "uuid", nullable: false),
                    Giver = table.Column<Guid>(type: "uuid", nullable: false),
                    Receiver = table.Column<Guid>(type: "uuid", nullable: false),
                    IsForDepartment = table.Column<bool>(type: "boolean", nullable: false),
                    About = table.Column<int>(type: "integer", nullable: false),
                    FromDepartment = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ToDepartment = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RemindedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    NextAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Scores = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    MayShare = table.Column<bool>(type: "boolean", nullable: false),
                    ThankedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SharedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CommitmentId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeerFeedback", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Leads_OfSender",
                table: "Leads",
                columns: new[] { "FromPerson", "ReceivedAt" },
                filter: "\"FromPerson\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_RejectedBy",
                table: "Leads",
                columns: new[] { "RejectedBy", "RejectedAt" },
                filter: "\"RejectedBy\" IS NOT NULL");

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
                name: "IX_HandOffMoments_DueAt",
                table: "HandOffMoments",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_PeerFeedback_OfPair",
                table: "PeerFeedback",
                columns: new[] { "FromDepartment", "ToDepartment", "ClosedAt" },
                filter: "\"State\" = 2");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Commitments");

            migrationBuilder.DropTable(
                name: "FeedbackTurns");

            migrationBuilder.DropTable(
                name: "HandOffMoments");

            migrationBuilder.DropTable(
                name: "PeerFeedback");

            migrationBuilder.DropIndex(
                name: "IX_Leads_OfSender",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_Leads_RejectedBy",
                table: "Leads");

            migrationBuilder.DropIndex(
                name: "IX_CardPosts_SubjectId",
                table: "CardPosts");

            migrationBuilder.DropColumn(
                name: "SubjectId",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "SubjectId",
                table: "CardPosts");
        }
    }
}
