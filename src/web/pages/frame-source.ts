import { type Visitor } from '../visitor.js';
import { type Layout } from './page-answer.js';

export interface FrameRequest {
  layout: Layout;
  visitor: Visitor;
  /** Undefined on pages of no compilation. */
  compilationId: string | undefined;
  nav: string | undefined;
}

/** Port: what stands around every page (masthead, navigation, position strip). The pages room implements it. */
export abstract class FrameSource {
  abstract frame(request: FrameRequest): Promise<object>;
}
