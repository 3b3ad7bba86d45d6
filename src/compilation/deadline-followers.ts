import { type Act } from '../engine/index.js';
import { type Deadline } from './compilation.entity.js';

/** What hangs on a deadline of the timeline and moves with it: obligations, a timer, a meeting. */
export interface DeadlineFollower {
  follow(act: Act, deadline: Deadline): Promise<void>;
}

export class DeadlineFollowers {
  private readonly followers: DeadlineFollower[] = [];

  add(...followers: DeadlineFollower[]): void {
    this.followers.push(...followers);
  }

  async follow(act: Act, deadline: Deadline): Promise<void> {
    for (const follower of this.followers) await follower.follow(act, deadline);
  }
}
