using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AccountabilityBot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Commitments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "IX_CommitmentListings_CommitmentId",
                table: "CommitmentListings",
                column: "CommitmentId");

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
                name: "RhythmReminders");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_ClosedOfDepartment",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_Next",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_OfDepartment",
                table: "Commitments");

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
        }
    }
}
