import {
  ApiController,
  download,
  inCompilation,
  type InputOf,
  mediaTypes,
  read,
  Route,
} from '../web/index.js';
import { BasisTextQuery } from './basis-text.query.js';
import { DraftsQuery } from './drafts.query.js';
import { basisView } from './drafts.views.js';

const basis = `${inCompilation}/basis-documents` as const;

const routes = {
  list: read(basis, { summary: '依据文件及对照任务', response: basisView }),
  text: read(`${basis}/:basisKey/text`, {
    summary: '随程序所附的依据文件文本，包括通知及其附件',
    produces: mediaTypes.txt,
  }),
};

@ApiController('文稿')
export class BasisController {
  constructor(
    private readonly query: DraftsQuery,
    private readonly texts: BasisTextQuery,
  ) {}

  @Route(routes.list)
  list({ params }: InputOf<typeof routes.list>) {
    return this.query.basis(params.compilationId);
  }

  @Route(routes.text)
  async text({ params }: InputOf<typeof routes.text>) {
    const { title, bytes } = await this.texts.text(params.compilationId, params.basisKey);
    return download(bytes, mediaTypes.txt, `${title}.txt`);
  }
}
