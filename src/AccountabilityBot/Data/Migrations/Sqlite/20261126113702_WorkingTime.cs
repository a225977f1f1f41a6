using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AccountabilityBot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WorkingTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Offers_ReassignAt",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "ReassignAt",
                table: "Offers");

            migrationBuilder.AddColumn<long>(
                name: "NextRungAt",
                table: "Leads",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Promise",
                table: "Leads",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PromisesMade",
                table: "Leads",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<Guid>(
                name: "LeadId",
                table: "CardPosts",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<string>(
                name: "Argument",
                table: "CardPosts",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "EndedPromises",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LeadId = table.Column<Guid>(type: "TEXT", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: true),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Climbed = table.Column<int>(type: "INTEGER", nullable: false),
                    RawSeconds = table.Column<long>(type: "INTEGER", nullable: false),
                    WaitingSeconds = table.Column<long>(type: "INTEGER", nullable: false),
                    WorkingSeconds = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EndedPromises", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EndedPromises_Leads_LeadId",
                        column: x => x.LeadId,
                        principalTable: "Leads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Leads_NextRungAt",
                table: "Leads",
                column: "NextRungAt",
                filter: "\"NextRungAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_EndedPromises_EndedAt",
                table: "EndedPromises",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_EndedPromises_LeadId",
                table: "EndedPromises",
                column: "LeadId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EndedPromises");

            migrationBuilder.DropIndex(
                name: "IX_Leads_NextRungAt",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "NextRungAt",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "Promise",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "PromisesMade",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "Argument",
                table: "CardPosts");

            migrationBuilder.AddColumn<long>(
                name: "ReassignAt",
                table: "Offers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AlterColumn<Guid>(
                name: "LeadId",
                table: "CardPosts",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Offers_ReassignAt",
                table: "Offers",
                column: "ReassignAt",
                filter: "\"Outcome\" IS NULL");
        }
    }
}
