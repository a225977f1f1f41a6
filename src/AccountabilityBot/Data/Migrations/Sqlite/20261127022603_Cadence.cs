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

            migrationBuilder.AddColumn<bool>(
                name: "IsInformative",
                table: "CardPosts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

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
                name: "IX_Digests_Key",
                table: "Digests",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DigestSeams_Department_On",
                table: "DigestSeams",
                columns: new[] { "Department", "On" },
                filter: "\"On\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DigestDepartments");

            migrationBuilder.DropTable(
                name: "DigestReads");

            migrationBuilder.DropTable(
                name: "Digests");

            migrationBuilder.DropTable(
                name: "DigestSeams");

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
                name: "IX_CardPosts_DigestsWithoutAPlace",
                table: "CardPosts");

            migrationBuilder.DropIndex(
                name: "IX_CardPosts_Letters",
                table: "CardPosts");

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
