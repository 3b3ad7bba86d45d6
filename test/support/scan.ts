import { ProcedureScans } from '../../src/compilation/index.js';
import { sampleScan } from '../../src/rehearsal/index.js';
import { type TestHouse } from './test-house.js';

/** The digest of a scan that lies in the house. */
export const keptScan = (house: TestHouse): Promise<string> => house.get(ProcedureScans).keep(sampleScan());

export const scanFile = () => ({ name: '扫描件.pdf', mimeType: 'application/pdf', buffer: sampleScan() });
