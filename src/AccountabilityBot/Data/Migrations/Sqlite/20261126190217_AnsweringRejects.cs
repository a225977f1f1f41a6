using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AccountabilityBot.Data.Migrations.Sqlite
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
