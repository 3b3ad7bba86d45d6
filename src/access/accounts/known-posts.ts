import { Injectable } from '@nestjs/common';
import { PostNames } from '../../platform/index.js';
import { postNamesOf } from './accounts.query.js';

/** Lets rooms below this one call a post by its name. */
@Injectable()
export class KnownPosts {
  constructor(posts: PostNames) {
    posts.know(postNamesOf);
  }
}
