import { type PlaceName } from './places.js';
import { type Finding, type Requirements } from './requirement.js';

/** What the steps, dates, texts and the place of a stage are called in one plan. */
export interface StageWords {
  /** Dotted path of the state that the stage is, or whose inner states it has. */
  state: string;
  events: Readonly<Record<string, string>>;
  /** Deadline keys of the plan's timeline. */
  deadlines: Readonly<Record<string, string>>;
  /** Names of draft versions. */
  versions: Readonly<Record<string, string>>;
}

/**
 * A piece of chart that plans share. Its requirements and intents belong to it, so a room answers each once for every
 * plan that has the stage; what its events, deadlines and versions are called is each plan's own.
 */
export interface Stage<
  W extends StageWords = StageWords,
  R extends Requirements = Requirements,
  I extends string = string,
  S extends string = string,
> {
  readonly name: string;
  readonly title: string;
  readonly requirements: R;
  /** Where each requirement is met; null where the step itself asks for it. */
  readonly places: { readonly [K in keyof R]: PlaceName | null };
  readonly intents: readonly I[];
  /** The inner states that rooms may ask for; none where the stage is a single state. */
  readonly states: readonly S[];
  /** Only for the compiler: what a plan must name when it takes the stage. */
  readonly words?: W;
}

export const defineStage =
  <W extends StageWords>() =>
  <R extends Requirements, const I extends string, const S extends string = never>(
    stage: Omit<Stage<W, R, I, S>, 'words'>,
  ): Stage<W, R, I, S> =>
    stage;

export type RequirementOf<S extends Stage> = keyof S['requirements'] & string;
export type IntentOf<S extends Stage> = S['intents'][number];
export type StateOf<S extends Stage> = S['states'][number];
export type WordsOf<S extends Stage> = NonNullable<S['words']>;

/** The facts that a requirement of a stage weighs. */
export type FactsOf<S extends Stage, K extends RequirementOf<S>> = S['requirements'][K] extends {
  assess(facts: infer F, context: never): Finding;
}
  ? F
  : never;

/** A stage as one plan has it. */
export interface Part {
  stage: Stage;
  words: StageWords;
}

/** Takes a stage into a plan, with the plan's words for it. */
export const take = <S extends Stage>(stage: S, words: WordsOf<S>): Part => ({ stage, words });
