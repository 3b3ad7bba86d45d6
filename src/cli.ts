import 'reflect-metadata';
import { buildProgram } from './cli/index.js';

// Whoever reads the output has seen enough (`| head`): that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// Commands speak to people: the log stays quiet unless something is wrong.
process.env.BIANZHI_LOG ??= 'error';
process.exitCode = await buildProgram(process.argv);
