import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

/** What was doubtful in an imported draft and what of the file was left out, for whoever confirms it. */
export class DraftFindings1700000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn(
      'draft_version',
      new TableColumn({ name: 'findings', type: 'text', isNullable: true }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('draft_version', 'findings');
  }
}
