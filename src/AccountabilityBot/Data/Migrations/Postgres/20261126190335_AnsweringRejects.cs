using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AccountabilityBot.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AnsweringRejects : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "RejectAnswer",
                table: "Offers",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RejectNote",
                table: "Offers",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RejectReason",
                table: "Offers",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reply",
                table: "Offers",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "FirstContactedAt",
                table: "Leads",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LastCampaign",
                table: "Leads",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "RuleChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Source = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    FromDepartment = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    ToDepartment = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Answers = table.Column<int>(type: "integer", nullable: false),
                    Rejects = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Examples = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Quarter = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    DraftedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RuleChanges");

            migrationBuilder.DropIndex(
                name: "IX_Offers_Answered",
                table: "Offers");

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
                name: "FirstContactedAt",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "LastCampaign",
                table: "Leads");
        }
    }
}
