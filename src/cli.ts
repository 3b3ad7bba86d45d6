import 'reflect-metadata';
import { buildProgram } from './cli/index.js';

// Commands speak to people: the log stays quiet unless something is wrong.
process.env.BIANZHI_LOG ??= 'error';
process.exitCode = await buildProgram(process.argv);
