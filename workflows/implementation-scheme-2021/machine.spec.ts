import { type AnyMachineSnapshot, transition } from 'xstate';
import { deadEnds, describeChart, restingPlaces } from '../../test/support/charts/chart-rules.js';
import {
  edgesOf,
  eventOf,
  follow,
  offered,
  pathOf,
  storedAndRestored,
} from '../../test/support/charts/chart-walk.js';
import { schemeSamples } from '../../test/support/charts/scheme-samples.js';
import { describeSnapshots } from '../../test/support/charts/snapshot-fixtures.js';
import { mayFollow as mayFollowIn, type PlanContext } from '../kit/plan.js';
import { draftVersions } from './draft-versions.js';
import { implementationScheme2021 } from './index.js';

const uncatalogued = { decisionCatalogued: false };
const catalogued = { decisionCatalogued: true };
const mayFollow = (previous: string | null, next: string) => mayFollowIn(draftVersions, previous, next);
const contextOf = (snapshot: AnyMachineSnapshot) => snapshot.context as PlanContext;
const places = (input: object = uncatalogued) =>
  restingPlaces(implementationScheme2021, schemeSamples, input);
const go = (from: AnyMachineSnapshot, ...types: string[]) =>
  follow(implementationScheme2021, from, schemeSamples, types);

describe('the drafting chart', () => {
  describeChart(implementationScheme2021, schemeSamples, [uncatalogued, catalogued]);
  describeSnapshots(implementationScheme2021, new URL('./snapshots/', import.meta.url));

  /** What the issue and the notice ask of each step; a requirement that is dropped from the chart fails here. */
  it.each([
    ['startCompilation', ['noticeRegistered', 'rosterReady', 'draftingGroupFormed', 'timelineComplete']],
    ['closeMaterials', ['materialsSettled']],
    ['completeFirstDraft', ['draftReady', 'evaluationOnFile']],
    ['completeConsultationDraft', ['draftReady', 'visitsLogged']],
    ['openConsultation', ['consultationNoticeReady', 'consultationPeriodLongEnough']],
    ['extendConsultation', ['reasonGiven', 'consultationPeriodLongEnough']],
    ['closeConsultation', ['consultationPeriodOver']],
    ['reworkConsultationDraft', ['reasonGiven']],
    ['completeAppraisalDraft', ['draftReady', 'opinionsSettled', 'adoptionsInText']],
    ['conveneExpertReview', ['expertMeetingArranged']],
    ['passExpertReview', ['expertMeetingHeld', 'expertConclusionPasses']],
    ['requireSecondReview', ['expertMeetingHeld', 'expertConclusionRepeats']],
    ['completeReworkedAppraisalDraft', ['draftReady', 'expertPointsAnswered', 'adoptionsInText']],
    [
      'completeReviewDraft',
      [
        'draftReady',
        'expertMeetingHeld',
        'conflictsDeclared',
        'expertOpinionsSigned',
        'expertPointsAnswered',
        'adoptionsInText',
      ],
    ],
    [
      'convenePlenary',
      [
        'plenaryArranged',
        'legalityReviewed',
        'riskAssessed',
        'fairCompetitionReviewed',
        'disagreementsHandled',
      ],
    ],
    ['passPlenary', ['plenaryHeld', 'plenaryResolutionPasses']],
    ['returnFromPlenary', ['plenaryHeld', 'plenaryResolutionReturns']],
    ['completeReworkedReviewDraft', ['draftReady', 'plenaryChangesTraced', 'adoptionsInText']],
    [
      'completeApprovalDraft',
      [
        'draftReady',
        'plenaryResolutionPasses',
        'plenaryChangesTraced',
        'disagreementsClosed',
        'adoptionsInText',
      ],
    ],
    [
      'submitPacket',
      [
        'lateOpinionsSettled',
        'adoptionsInText',
        'packetComplete',
        'packetFinished',
        'partyCommitteeReported',
      ],
    ],
    ['returnPacket', ['municipalReturnRecorded']],
    ['completeReworkedApprovalDraft', ['draftReady', 'municipalChangesTraced', 'adoptionsInText']],
    ['approvePacket', ['municipalApprovalRecorded']],
    ['publishScheme', ['draftReady', 'feedbackPublished']],
    ['suspendCompilation', ['reasonGiven']],
    ['resumeCompilation', ['deadlinesRenewed']],
    ['terminateCompilation', ['reasonGiven']],
  ])('asks of %s: %j', (event, requirements) => {
    const steps = [...places().values()].flatMap(offered).filter((step) => step.type === event);
    expect(steps.length).toBeGreaterThan(0);
    for (const { guard } of steps) expect(guard.requirements).toEqual(expect.arrayContaining(requirements));
  });

  it.each([uncatalogued, catalogued])('has a way on to 已发布 from wherever it may stand %j', (input) => {
    expect(deadEnds(implementationScheme2021, schemeSamples, input, 'published')).toEqual([]);
  });

  it('has no way on to a state that none leads to: the search for dead ends does find them', () => {
    expect(deadEnds(implementationScheme2021, schemeSamples, uncatalogued, 'prepared')).toContain(
      'drafting.composing',
    );
  });

  describe('its draft versions', () => {
    const edges = edgesOf(implementationScheme2021, schemeSamples, uncatalogued);

    it('are never skipped, on any path', () => {
      for (const { from, to } of edges) {
        const [before, after] = [contextOf(from).draftVersion, contextOf(to).draftVersion];
        if (before === after) continue;
        expect(mayFollow(before, after ?? '')).toBe(true);
      }
    });

    it('stand where their step leaves them: each state is reached with one version, except on rework', () => {
      const reworked = ['drafting.researching', 'consulting.publicConsultation.preparing'];
      const seen = new Map<string, Set<string | null>>();
      for (const { to } of edges) {
        const place = pathOf(implementationScheme2021, to);
        if (place === 'suspended' || place === 'terminated') continue;
        seen.set(place, (seen.get(place) ?? new Set()).add(contextOf(to).draftVersion));
      }
      const several = [...seen].filter(([, versions]) => versions.size > 1).map(([place]) => place);
      expect(several.filter((place) => !reworked.includes(place))).toEqual([]);
    });

    it('are all frozen, in their order, along the main line', () => {
      let snapshot = places().get('prepared')!;
      const frozen: (string | null)[] = [];
      for (const type of implementationScheme2021.mainLine) {
        snapshot = go(snapshot, type);
        if (frozen.at(-1) !== contextOf(snapshot).draftVersion) frozen.push(contextOf(snapshot).draftVersion);
      }
      expect(frozen).toEqual([null, ...draftVersions]);
      expect(snapshot.status).toBe('done');
    });

    it('refuse a name that would skip one', () => {
      expect(mayFollow('初稿', '论证稿')).toBe(false);
      expect(mayFollow(null, '征求意见稿')).toBe(false);
      expect(mayFollow('送审稿', '论证稿')).toBe(false);
      expect(mayFollow('送审稿', '送审稿')).toBe(true);
    });
  });

  describe('a suspended compilation', () => {
    const underway = [...places()].filter(
      ([place]) => !['prepared', 'suspended', 'published', 'terminated'].includes(place),
    );

    it.each(underway)('resumes where it stood: %s', (place, snapshot) => {
      const suspended = storedAndRestored(implementationScheme2021, go(snapshot, 'suspendCompilation'));
      expect(pathOf(implementationScheme2021, suspended)).toBe('suspended');
      expect(contextOf(suspended).suspended).toBe(true);
      const resumed = storedAndRestored(implementationScheme2021, go(suspended, 'resumeCompilation'));
      expect(pathOf(implementationScheme2021, resumed)).toBe(place);
      expect(resumed.context).toEqual(snapshot.context);
      expect(offered(resumed)).toEqual(offered(snapshot));
    });

    it('can be suspended a second time somewhere else', () => {
      const first = go(places().get('drafting.composing')!, 'suspendCompilation', 'resumeCompilation');
      const second = go(first, 'completeFirstDraft', 'suspendCompilation', 'resumeCompilation');
      expect(pathOf(implementationScheme2021, second)).toBe('drafting.researching');
    });

    it('holds its timers and lets them go again', () => {
      const snapshot = places().get('consulting.publicConsultation.open')!;
      const intents = (from: AnyMachineSnapshot, type: string) => {
        const step = offered(from).find((offer) => offer.type === type)!;
        const [, actions] = transition(implementationScheme2021.machine, from, eventOf(step, schemeSamples));
        return actions.map((action) => action.type);
      };
      expect(intents(snapshot, 'suspendCompilation')).toEqual(['holdTimers', 'announceSuspension']);
      expect(intents(go(snapshot, 'suspendCompilation'), 'resumeCompilation')).toEqual([
        'releaseTimers',
        'announceResumption',
      ]);
      expect(intents(snapshot, 'terminateCompilation')).toEqual(['endTimers', 'announceTermination']);
    });
  });

  describe('rework', () => {
    it.each([
      [
        'consulting.publicConsultation.disposing',
        'reworkConsultationDraft',
        'completeConsultationDraft',
        '征求意见稿',
      ],
      ['consulting.expertReview.convened', 'requireSecondReview', 'completeReworkedAppraisalDraft', '论证稿'],
      ['consulting.expertReview.revising', 'requireSecondReview', 'completeReworkedAppraisalDraft', '论证稿'],
      ['deliberating.plenary.convened', 'returnFromPlenary', 'completeReworkedReviewDraft', '送审稿'],
      ['deliberating.plenary.revising', 'returnFromPlenary', 'completeReworkedReviewDraft', '送审稿'],
      ['deliberating.municipalApproval.submitted', 'returnPacket', 'completeReworkedApprovalDraft', '报批稿'],
    ])('from %s by %s and %s freezes %s again', (place, back, again, version) => {
      const reworked = go(places().get(place)!, back, again);
      expect(contextOf(reworked).draftVersion).toBe(version);
    });

    it('counts each round when it begins', () => {
      const twice = go(
        places().get('consulting.expertReview.preparing')!,
        'conveneExpertReview',
        'requireSecondReview',
        'completeReworkedAppraisalDraft',
        'conveneExpertReview',
      );
      expect(contextOf(twice)).toMatchObject({ expertReviewRound: 2, plenaryRound: 0 });
    });
  });

  it('makes hints of the reviews of major decisions, unless the plan is catalogued as one', () => {
    const convenes = (input: object, risk: object) => {
      const snapshot = places(input).get('deliberating.plenary.preparing')!;
      const step = offered(snapshot).find((offer) => offer.type === 'convenePlenary')!;
      return snapshot.can(eventOf(step, schemeSamples, { riskAssessed: risk as never }));
    };
    expect(convenes(uncatalogued, { conclusion: '不可控' })).toBe(true);
    expect(convenes(catalogued, { conclusion: '不可控' })).toBe(false);
    expect(convenes(catalogued, { conclusion: '可控' })).toBe(true);
  });
});
