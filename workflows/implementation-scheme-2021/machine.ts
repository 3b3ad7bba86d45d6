import {
  approving,
  atTheStart,
  collecting,
  consulting,
  courseOf,
  deliberating,
  drafting,
  planSetup,
  publishing,
  reviewing,
  visiting,
} from '../stages/charts.js';
import { draftVersions } from './draft-versions.js';
import {
  approveWords,
  collectWords,
  consultWords,
  courseWords,
  draftWords,
  expertReviewWords,
  plenaryWords,
  publishWords,
  visitWords,
} from './parts.js';

/** Opinions that were adopted stay in the text, whoever sends it back and for what. */
const also = ['adoptionsInText'];

/**
 * The compilation of 《质量强国建设纲要上海实施方案》 after 沪质办〔2021〕4号，四. The secretariat starts it
 * (prepared → drafting): units hand in materials, the drafting group writes the first draft and visits industries,
 * districts and enterprises. The consultation draft is put before the public (consulting), then, revised, before
 * the experts; the plenary of the leading group deliberates the review draft (deliberating) and the packet goes to
 * the municipal government. Whoever reads the text may send it back: opinions to another consultation, experts to
 * a second review, the plenary and the government to a rework of the draft they read. At any time the
 * compilation may be suspended and resumed where it stood, or terminated.
 */
export const schemeMachine = planSetup(draftVersions).createMachine({
  id: 'implementation-scheme-2021',
  context: ({ input }) => atTheStart(input),
  ...courseOf(
    courseWords,
    { first: 'drafting', issues: { kind: 'material', deadlineKey: collectWords.deadlines.due } },
    {
      drafting: {
        initial: 'collectingMaterials',
        states: {
          collectingMaterials: collecting(collectWords, { then: 'composing' }),
          composing: drafting(draftWords, {
            then: 'researching',
            next: visitWords.versions.written,
            also: ['evaluationOnFile', 'materialsTraced'],
          }),
          researching: visiting(visitWords, {
            id: 'researching',
            then: '#publicConsultation',
            also: ['basisAligned'],
          }),
        },
      },
      consulting: {
        initial: 'publicConsultation',
        states: {
          publicConsultation: consulting(consultWords, {
            id: 'publicConsultation',
            then: '#expertReview',
            back: '#researching',
          }),
          expertReview: reviewing(expertReviewWords, { id: 'expertReview', then: '#plenary', also }),
        },
      },
      deliberating: {
        initial: 'plenary',
        states: {
          plenary: deliberating(plenaryWords, { id: 'plenary', then: '#municipalApproval', also }),
          municipalApproval: approving(approveWords, {
            id: 'municipalApproval',
            before: ['lateOpinionsSettled', 'adoptionsInText'],
            also,
            approved: publishing(publishWords, { then: '#published', also: ['feedbackPublished'] }),
          }),
        },
      },
    },
  ),
});
