import { z } from 'zod';
import { lineInput, named, textInput } from '../platform/index.js';

const maxObligationsPerAct = 1000;

/** The obligations that an act on several is about. */
export const idsField = named(
  '报送任务',
  z
    .array(lineInput(64))
    .min(1, { error: '请至少选择一家单位' })
    .max(maxObligationsPerAct, { error: `一次最多办理${maxObligationsPerAct}家` })
    .transform((ids) => [...new Set(ids)]),
);

/** May be empty: the gate says so with its own sentence, and the same sentence stands on the page beforehand. */
export const weighedReason = named('理由', textInput(2000).default(''));
