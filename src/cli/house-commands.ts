import { actCommands } from './act-commands.js';
import { checkCommands } from './check-commands.js';
import { compilationCommands } from './compilation-commands.js';
import { importCommands } from './import-commands.js';
import { ledgerCommands } from './ledger-commands.js';
import { packetCommands } from './packet-commands.js';
import { reminderCommands } from './reminder-commands.js';
import { rehearseCommand } from './rehearse-command.js';
import { tableCommands } from './table-commands.js';

/** The commands that may open the house, and so load it. */
export const houseCommands = [
  compilationCommands,
  reminderCommands,
  importCommands,
  tableCommands,
  packetCommands,
  ledgerCommands,
  checkCommands,
  rehearseCommand,
  actCommands,
];
