import { type Clause } from '../../drafts/index.js';
import { ClauseAnchors } from './clause-anchors.js';

const clause = (clauseId: string, label: string) => ({ clauseId, label }) as Clause;
const anchors = new ClauseAnchors([
  clause('c1', '一、'),
  clause('c2', '一、（一）'),
  clause('c3', '二、'),
  clause('c4', '二、（一）'),
  clause('c5', '二、（二十三）'),
  clause('c6', '二、（二十三）1.'),
]);
const found = (clauseLabel: string) => anchors.resolve({ clauseLabel }).clauseId;

describe('the clause that a proposer means', () => {
  test.each([
    ['一、', 'c1'],
    ['一', 'c1'],
    ['第二章', 'c3'],
    ['二、（一）', 'c4'],
    ['二(一)', 'c4'],
    [' 二 、 （一） ', 'c4'],
    ['（二十三）', 'c5'],
    ['第（二十三）条', 'c5'],
    ['二、（二十三）1', 'c6'],
  ])('by %s is %s', (written, id) => {
    expect(found(written)).toBe(id);
  });

  test('is nobody’s guess when several bear the number, or none', () => {
    expect(found('（一）')).toBeNull();
    expect(found('九、')).toBeNull();
    expect(anchors.resolve({ clauseLabel: ' ' })).toEqual({ clauseId: null, clauseLabel: null });
  });

  test('is shown with its own number once it is found', () => {
    expect(anchors.resolve({ clauseLabel: '二(一)' })).toEqual({ clauseId: 'c4', clauseLabel: '二、（一）' });
    expect(anchors.resolve({ clauseId: 'c5', clauseLabel: '随便写的' }).clauseLabel).toBe('二、（二十三）');
  });
});
